"""A tagged PDF as assistive technology reads it: the structure tree and its texts."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf
from pypdfium2 import raw

# Stand within a line of another element.
IN_LINE = {"Span", "Link", "Reference"}


@dataclass(frozen=True)
class Mark:
    """A marked sequence, by its page and its number there."""

    page: int
    number: int


@dataclass(frozen=True)
class Painted:
    """A text, drawing or picture on a page: in a marked sequence, or an artifact."""

    page: int
    number: int
    artifact: bool
    text: str | None
    in_form: bool = False

    @property
    def mark(self) -> Mark:
        return Mark(self.page, self.number)


@dataclass(eq=False)
class Element:
    """A structure element with its effective language."""

    kind: str
    language: str
    source: Object
    parent: "Element | None"
    kids: list["Element | Mark | Object"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def found(self, *kinds: str) -> list["Element"]:
        return [element for element in self.walk() if element.kind in kinds]

    def marks(self) -> Iterator[tuple[Mark, "Element"]]:
        """Go through the marks in order, each with the element that holds it."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.marks()
            elif isinstance(kid, Mark):
                yield kid, self

    @property
    def annotations(self) -> list[Object]:
        return [kid for kid in self.kids if isinstance(kid, Object)]

    @property
    def block(self) -> "Element":
        """Return the element whose lines this one stands in."""
        if self.kind in IN_LINE and self.parent is not None:
            return self.parent.block
        return self

    def stands_in(self, *kinds: str) -> bool:
        """Tell whether this element or one around it is of such a kind."""
        above = self.parent is not None and self.parent.stands_in(*kinds)
        return self.kind in kinds or above

    def attribute(self, name: str) -> str:
        attributes = self.source.get("/A", Dictionary())
        return str(attributes.get(name, "")).removeprefix("/")


class TaggedPdf:
    """An open PDF, read twice: its objects and what is painted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pdf = Pdf.open(path)
        self.catalog = self.pdf.Root
        self._pages = {page.obj.objgen: n for n, page in enumerate(self.pdf.pages)}

    def close(self) -> None:
        self.pdf.close()

    @cached_property
    def root(self) -> Element:
        language = str(self.catalog.get("/Lang", ""))
        tree = self.catalog.get("/StructTreeRoot", Dictionary())
        root = Element("Root", language, tree, None)
        self._read_kids(root, 0)
        return root

    def _read_kids(self, element: Element, page: int) -> None:
        kids = element.source.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                element.kids.append(Mark(page, kid))
            elif kid.get("/Type") == Name.MCR:
                element.kids.append(Mark(self._pages[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == Name.OBJR:
                element.kids.append(kid.Obj)
            else:
                element.kids.append(self._read(kid, element, page))

    def _read(self, source: Object, parent: Element, page: int) -> Element:
        language = str(source.get("/Lang", parent.language))
        kind = str(source.S).removeprefix("/")
        element = Element(kind, language, source, parent)
        own = self._pages[source.Pg.objgen] if "/Pg" in source else page
        self._read_kids(element, own)
        return element

    @cached_property
    def _parents(self) -> dict[int, Object]:
        tree = self.catalog.get("/StructTreeRoot", Dictionary())
        numbers = list(tree.get("/ParentTree", Dictionary()).get("/Nums", Array()))
        return dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))

    def parent_of(self, source: Object, key: str) -> Object:
        """Return what a page or an annotation says to look up under `key`."""
        return self._parents.get(int(source.get(key, -1)), Array())

    @cached_property
    def painted(self) -> list[Painted]:
        """Return what is painted, in the order of the pages' content."""
        document = pypdfium2.PdfDocument(self.path)
        found = [
            piece
            for number, page in enumerate(document)
            for piece in painted_on(page, number)
        ]
        document.close()
        return found

    @cached_property
    def texts(self) -> dict[Mark, str]:
        """Return the texts by their marks."""
        found: dict[Mark, str] = {}
        for piece in self.painted:
            if piece.text is not None and not piece.artifact:
                found[piece.mark] = found.get(piece.mark, "") + piece.text
        return found

    def text(self, element: Element) -> str:
        """Return the words of an element in the order of the tree."""
        lines = (self.texts.get(mark, "") for mark, _holder in element.marks())
        return re.sub(r"\s+", " ", " ".join(lines)).strip()

    def outline(self) -> list[tuple[int, str]]:
        """Return the depth and the title of each bookmark."""
        found: list[tuple[int, str]] = []

        def read(items: list[OutlineItem], depth: int) -> None:
            for item in items:
                found.append((depth, item.title))
                read(item.children, depth + 1)

        with self.pdf.open_outline() as outline:
            read(outline.root, 1)
        return found


def painted_on(page: pypdfium2.PdfPage, number: int) -> Iterator[Painted]:
    """Go through the objects of a page, and those in its forms."""
    text_page = page.get_textpage()
    for index in range(raw.FPDFPage_CountObjects(page)):
        found = raw.FPDFPage_GetObject(page, index)
        yield painted_object(found, text_page, number)
        if raw.FPDFPageObj_GetType(found) == raw.FPDF_PAGEOBJ_FORM:
            for inner in range(raw.FPDFFormObj_CountObjects(found)):
                child = raw.FPDFFormObj_GetObject(found, inner)
                marked = raw.FPDFPageObj_GetMarkedContentID(child)
                if marked >= 0:
                    yield Painted(number, marked, False, None, in_form=True)
    text_page.close()


def painted_object(
    found: raw.FPDF_PAGEOBJECT, text_page: pypdfium2.PdfTextPage, number: int
) -> Painted:
    names = {mark_name(found, n) for n in range(raw.FPDFPageObj_CountMarks(found))}
    marked = raw.FPDFPageObj_GetMarkedContentID(found)
    is_text = raw.FPDFPageObj_GetType(found) == raw.FPDF_PAGEOBJ_TEXT
    text = text_of(found, text_page) if is_text else None
    return Painted(number, marked, "Artifact" in names, text)


def mark_name(found: raw.FPDF_PAGEOBJECT, index: int) -> str:
    mark = raw.FPDFPageObj_GetMark(found, index)
    buffer = (ctypes.c_ushort * 64)()
    length = ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
    return bytes(buffer)[: length.value].decode("utf-16-le").rstrip("\0")


def text_of(found: raw.FPDF_PAGEOBJECT, text_page: pypdfium2.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(found, text_page, None, 0)
    buffer = (ctypes.c_ushort * (length // 2))()
    raw.FPDFTextObj_GetText(found, text_page, buffer, length)
    # PDFium gives a hyphen at the end of a line as a sign of its own.
    return bytes(buffer).decode("utf-16-le").rstrip("\0").replace("\2", "-")
