"""Tags a PDF: writes its structure tree, and marks the rest as artifacts.

WeasyPrint's own tags cut each element at each break of line, column and page, know
nothing of languages and leave running heads in the air (version 70). These do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pydyf

from reports.rendering.content import in_order
from reports.rendering.reading import Area, Piece, Reader
from reports.rendering.structure import Structure, Tag

# CSS pixels to points.
POINT = 0.75
NUMBERINGS = {
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "lower-alpha": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
}


def add_tags(
    pdf: pydyf.PDF, document: Any, _version: object, streams: Sequence[Any]
) -> None:
    """Tag a printed document; stands in for WeasyPrint's function of this name."""
    language = document.metadata.lang or ""
    reader = Reader(language)
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        reader.read(number, page._page_box, stream._tags)  # noqa: SLF001
    structure = Structure()
    tags = structure.document(reader.root)
    tree = TagTree(pdf, [page.height for page in document.pages])
    tree.write(tags)
    tree.drop_other_links()
    places = orders(tags, structure.notes, len(streams))
    for stream, order in zip(streams, places, strict=True):
        stream.stream = in_order(stream.stream, order)
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog.setdefault("Lang", pydyf.String(language))


class TagTree:
    """The structure tree as PDF objects."""

    def __init__(self, pdf: pydyf.PDF, heights: Sequence[float]) -> None:
        self._pdf = pdf
        self._heights = heights
        self._pages = pdf.page_references
        self._notes: list[Any] = []
        self._links: list[tuple[Any, Any]] = []
        # For each page, the element that each marked sequence belongs to.
        self._marks: list[dict[int, Any]] = [{} for _height in heights]

    def write(self, document: Tag) -> None:
        """Write the tree of a document and what finds its elements."""
        root = self._add({"Type": "/StructTreeRoot"})
        top = self._write(document, root, document.language)
        root["K"] = pydyf.Array([top.reference])
        root["ParentTree"] = self._parents().reference
        root["ParentTreeNextKey"] = len(self._pages) + len(self._links)
        if self._notes:
            names = pydyf.Array(self._notes)
            root["IDTree"] = self._add({"Names": names}).reference
        self._pdf.catalog["StructTreeRoot"] = root.reference

    def drop_other_links(self) -> None:
        """Take links off the pages that no element holds: those on top of others."""
        held = {annotation.reference for annotation, _element in self._links}
        for reference in self._pages:
            page = self._pdf.objects[int(reference.split()[0])]
            if "Annots" in page:
                kept = [link for link in page["Annots"] if link in held]
                page["Annots"] = pydyf.Array(kept)

    def _write(self, tag: Tag, parent: Any, language: str) -> Any:
        page = next((piece.page for piece in tag.pieces()), tag.node.page)
        element = self._add(
            {
                "Type": "/StructElem",
                "S": f"/{tag.kind}",
                "P": parent.reference,
                "Pg": self._pages[page],
                **self._properties(tag, page),
            }
        )
        if tag.language != language:
            element["Lang"] = pydyf.String(tag.language)
        if tag.name:
            self._notes += [pydyf.String(tag.name), element.reference]
        kids = [self._kid(kid, element, tag, page) for kid in tag.kids]
        element["K"] = pydyf.Array(kids)
        return element

    def _kid(
        self, kid: Tag | Piece | Area, element: Any, tag: Tag, page: int
    ) -> object:
        """Write what an element holds and return its reference."""
        if isinstance(kid, Tag):
            return self._write(kid, element, tag.language).reference
        if isinstance(kid, Area):
            self._links.append((kid.annotation, element))
            kid.annotation["Contents"] = pydyf.String(link_text(tag, kid))
            values = {"Type": "/OBJR", "Obj": kid.annotation.reference}
            return pydyf.Dictionary({**values, "Pg": self._pages[kid.page]})
        self._marks[kid.page][kid.mark] = element.reference
        if kid.page == page:
            return kid.mark
        values = {"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": kid.mark}
        return pydyf.Dictionary(values)

    def _properties(self, tag: Tag, page: int) -> dict[str, Any]:
        """Return what only some kinds of elements have."""
        found: dict[str, Any] = {}
        if tag.name:
            found["ID"] = pydyf.String(tag.name)
        if tag.alternative:
            found["Alt"] = pydyf.String(tag.alternative)
        attributes = self._attributes(tag, page)
        if attributes:
            found["A"] = pydyf.Dictionary(attributes)
        return found

    def _attributes(self, tag: Tag, page: int) -> dict[str, Any]:
        box = tag.node.box
        if tag.kind == "Figure":
            left, top = box.content_box_x(), self._heights[page] - box.content_box_y()
            corners = (left, top - box.height, left + box.width, top)
            bounds = pydyf.Array(corner * POINT for corner in corners)
            return {"O": "/Layout", "BBox": bounds}
        if tag.kind in {"TH", "TD"}:
            return cell_attributes(tag)
        if tag.kind == "L":
            # The labels of a list of terms number nothing.
            style = "" if tag.node.tag == "dl" else box.style["list_style_type"]
            return {"O": "/List", "ListNumbering": f"/{NUMBERINGS.get(style, 'None')}"}
        return {}

    def _parents(self) -> pydyf.Dictionary:
        """Return the table that leads from a marked sequence to its element."""
        numbers = pydyf.Array()
        for page, marks in enumerate(self._marks):
            elements = [
                marks.get(mark, "null") for mark in range(max(marks, default=-1) + 1)
            ]
            numbers += [page, pydyf.Array(elements)]
        for key, (annotation, element) in enumerate(self._links, len(self._pages)):
            annotation["StructParent"] = key
            numbers += [key, element.reference]
        return self._add({"Nums": numbers})

    def _add(self, values: Mapping[str, Any]) -> pydyf.Dictionary:
        dictionary = pydyf.Dictionary(values)
        self._pdf.add_object(dictionary)
        return dictionary


def cell_attributes(tag: Tag) -> dict[str, Any]:
    """Return how far a cell of a table reaches, and what it is the header of."""
    box = tag.node.box
    spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
    found: dict[str, Any] = {name: span for name, span in spans.items() if span != 1}
    if tag.kind == "TH":
        is_of_row = tag.node.attribute("scope") in {"row", "rowgroup"}
        found["Scope"] = "/Row" if is_of_row else "/Column"
    return {"O": "/Table", **found} if found else {}


def link_text(tag: Tag, area: Area) -> str:
    """Return what a link says, or where it leads when it says nothing."""
    pictures = (kid.alternative for kid in tag.kids if isinstance(kid, Tag))
    said = tag.node.attribute("aria-label") or " ".join([*tag.node.words(), *pictures])
    return " ".join(said.split()) or area.annotation["Contents"].string


def orders(document: Tag, notes: Iterable[Tag], pages: int) -> list[dict[int, int]]:
    """Return for each page the places of its pieces, by their marks.

    Notes are read where they are called, but stand at the foot of the page.
    """
    at_foot = {piece for note in notes for piece in note.pieces()}
    found: list[dict[int, int]] = [{} for _page in range(pages)]
    pieces = sorted(document.pieces(), key=lambda piece: piece in at_foot)
    for place, piece in enumerate(pieces):
        found[piece.page][piece.mark] = place
    return found
