"""Reads a printed edition back: its words in reading order, each with its page.

The order is that of the structure tree, in which a note stands where it is called.
What lies outside the tree is repeated on a page: running heads, page numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

# Elements inside a line; all others end what stands before them.
IN_LINE = {"/Span", "/Link", "/Reference", "/Note"}
# Stands before words that stand apart from those before them on their line. White
# space that is typed is a space.
GAP = "\x1f"
# The words of a page, by the marked sequence that they stand in.
Content = Mapping[int, list[str]]


class UnreadableError(Exception):
    """A file is no PDF that can be read."""


class Role(Enum):
    """What words are for: to be read, or only to count."""

    TEXT = "text"
    CALL = "call of a note"
    NOTE = "label of a note"
    ITEM = "label of an item"


@dataclass(frozen=True)
class Piece:
    """Words as a page holds them; `item` is the place of a labelled item in its list.

    A piece that `begins` stands in another block than the one before it.
    """

    page: int
    text: str
    role: Role = Role.TEXT
    item: int = 0
    begins: bool = False


@dataclass(frozen=True)
class Print:
    """A printed edition: `targets` are the pages of what has an id."""

    pages: int
    pieces: tuple[Piece, ...]
    repeated: tuple[Piece, ...]
    targets: Mapping[str, int]


def keywords_of(path: Path) -> str:
    """Return the keywords of a PDF. Raises UnreadableError."""
    try:
        with pikepdf.open(path) as pdf:
            return str(pdf.docinfo.get("/Keywords", ""))
    except (pikepdf.PdfError, OSError) as error:
        raise UnreadableError(str(error)) from error


def read_print(path: Path) -> Print:
    """Read the PDF of an edition. Raises UnreadableError."""
    try:
        with pypdfium2.PdfDocument(path) as document, pikepdf.open(path) as pdf:
            contents = [_content(page) for page in document]
            tree = Tree(pdf, contents)
            root = pdf.Root.get("/StructTreeRoot")
            pieces = () if root is None else tuple(tree.read(root))
            return Print(
                pages=len(contents),
                pieces=pieces,
                repeated=tuple(tree.rest()),
                targets=dict(tree.targets()),
            )
    except (pypdfium2.PdfiumError, pikepdf.PdfError, OSError) as error:
        raise UnreadableError(str(error)) from error


def _content(page: pypdfium2.PdfPage) -> Content:
    """Return the words of a page by their marks, what nothing marks under -1."""
    places = {address: (mark, form) for address, mark, form in _objects(page)}
    found: dict[int, list[str]] = {}
    text = page.get_textpage()
    before, gap = None, ""
    for index in range(text.count_chars()):
        # What the reader puts between objects belongs to none: spaces, ends of lines.
        place = places.get(_address(raw.FPDFText_GetTextObject(text, index)))
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if place is None:
            gap = GAP if character == " " else ""
        else:
            words = found.setdefault(place[0], [])
            if place != before:
                words.append(gap)
            words[-1] += character
            gap = ""
        before = place
    return found


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int | None, int, int]]:
    """Go through the objects of a page: address, mark, the form they are drawn in.

    What is drawn in a form has the mark of the form; form 0 is the page.
    """
    for number in range(raw.FPDFPage_CountObjects(page)):
        each = raw.FPDFPage_GetObject(page, number)
        yield from _in_forms(each, raw.FPDFPageObj_GetMarkedContentID(each), 0)


def _in_forms(each: Any, mark: int, form: int) -> Iterator[tuple[int | None, int, int]]:
    address = _address(each)
    if raw.FPDFPageObj_GetType(each) != raw.FPDF_PAGEOBJ_FORM:
        yield address, mark, form
        return
    for number in range(raw.FPDFFormObj_CountObjects(each)):
        yield from _in_forms(raw.FPDFFormObj_GetObject(each, number), mark, address)


def _address(each: Any) -> Any:
    """Return what tells objects apart; None for none."""
    return raw.cast(each, raw.c_void_p).value


@dataclass(frozen=True)
class Within:
    """What the words of an element are for, and the place of the item they are in."""

    role: Role = Role.TEXT
    item: int = 0


NOTHING = Within()


class Tree:
    """The structure tree of a PDF over the contents of its pages."""

    def __init__(self, pdf: pikepdf.Pdf, contents: list[Content]) -> None:
        self._pdf = pdf
        self._contents = contents
        self._numbers = {
            page.obj.objgen: number for number, page in enumerate(pdf.pages)
        }
        self._read: set[tuple[int, int]] = set()
        self._begins = True

    def targets(self) -> Iterator[tuple[str, int]]:
        """Go through the ids of the document, with the number of the page of each."""
        names = self._pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
        for name, target in pikepdf.NameTree(names).items() if names else ():
            yield str(name), self._numbers[target[0].objgen] + 1

    def read(self, element: Any, within: Within = NOTHING) -> Iterator[Piece]:
        """Go through the words of an element in reading order."""
        stands_apart = str(element.get("/S", "")) not in IN_LINE
        self._begins |= stands_apart
        items = 0
        for kid in _kids(element):
            if not isinstance(kid, pikepdf.Dictionary):
                yield from self._words(element.Pg, int(kid), within)
            elif "/MCID" in kid:
                page = kid.get("/Pg", element.Pg)
                yield from self._words(page, int(kid.MCID), within)
            elif "/S" in kid:
                items += kid.S == "/LI"
                yield from self.read(kid, _within(kid, element, items, within))
        self._begins |= stands_apart

    def rest(self) -> Iterator[Piece]:
        """Go through the words that the tree did not hold."""
        for page, content in enumerate(self._contents):
            for mark, texts in content.items():
                if (page, mark) not in self._read:
                    yield from (Piece(page + 1, text) for text in texts)

    def _words(self, page: Any, mark: int, within: Within) -> Iterator[Piece]:
        number = self._numbers[page.objgen]
        self._read.add((number, mark))
        for text in self._contents[number].get(mark, ()):
            yield Piece(number + 1, text, within.role, within.item, self._begins)
            self._begins = False


def _kids(element: Any) -> Iterator[Any]:
    kids = element.get("/K", ())
    yield from kids if isinstance(kids, pikepdf.Array | tuple) else (kids,)


def _within(kid: Any, parent: Any, items: int, within: Within) -> Within:
    """Return what the words of an element are for."""
    kind, above = str(kid.S), str(parent.get("/S", ""))
    if kind == "/LI":
        numbered = parent.get("/A", {}).get("/ListNumbering") == "/Decimal"
        return Within(Role.TEXT, items if numbered else 0)
    if kind == "/Lbl" and above == "/Note":
        return Within(Role.NOTE)
    if kind == "/Lbl" and above == "/LI" and within.item:
        return Within(Role.ITEM, within.item)
    if kind == "/Reference" and above != "/TOCI":
        return Within(Role.CALL)
    return within
