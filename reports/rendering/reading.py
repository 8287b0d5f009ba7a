"""The content of a layout in reading order: what breaks have cut is joined again.

A layout cuts an element at the end of a line, a column or a page. Here each element
is one node, with its pieces in the order of the document; what only adorns a page is
left out. Nothing here knows PDF or its tags.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias
from xml.etree.ElementTree import Element

CALL = "::footnote-call"
# A row group that the layout repeats on each page of its table.
REPEATED = {"thead", "tfoot"}
# The element of a box, and its tag or that of a pseudo-element.
Key: TypeAlias = tuple[Element, str]


class Box(Protocol):
    """A box of the layout, as much of it as is read here."""

    element: Element | None
    element_tag: str | None
    style: Mapping[str, Any]
    children: Sequence[Box]
    link_annotation: Any
    is_leader: bool


@dataclass(frozen=True, eq=False)
class Piece:
    """Text or a picture as printed: a marked sequence in the content of a page."""

    page: int
    mark: int
    text: str
    language: str


@dataclass(frozen=True, eq=False)
class Area:
    """A rectangle of a page that leads somewhere else: a link annotation."""

    page: int
    annotation: Any


@dataclass(eq=False)
class Node:
    """An element, or a pseudo-element such as `li::marker`, with its content."""

    tag: str
    element: Element | None
    language: str
    box: Any = None
    page: int = 0
    in_line: bool = False
    is_note: bool = False
    # What a call of a note calls.
    note: Node | None = None
    kids: list[Node | Piece | Area] = field(default_factory=list)

    def attribute(self, name: str) -> str:
        """Return an attribute of the element, or an empty text."""
        return "" if self.element is None else self.element.get(name, "")

    def words(self) -> Iterator[str]:
        """Go through the texts of the element, without those that styles add."""
        if self.element is not None:
            yield from self.element.itertext()

    def pieces(self) -> Iterator[Piece]:
        """Go through all pieces in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.pieces()
            elif isinstance(kid, Piece):
                yield kid


class Reader:
    """Reads page after page into one tree, whose root is `root`."""

    def __init__(self, language: str) -> None:
        self.root = Node("document", None, language)
        self._nodes: dict[Key, Node] = {}
        self._page = 0
        self._marks: Mapping[Box, Mapping[str, Any]] = {}

    def read(self, page: int, box: Box, marks: Mapping[Box, Mapping[str, Any]]) -> None:
        """Read a page: `marks` tells how its pieces are marked in the content."""
        self._page, self._marks = page, marks
        for child in box.children:
            # The boxes in the margins hold running heads and folios.
            if not hasattr(child, "at_keyword"):
                self._read(child, self.root, in_line=False, in_link=False)

    def _read(self, box: Box, parent: Node, *, in_line: bool, in_link: bool) -> None:
        # Out of the flow, a box stands behind a placeholder.
        box = getattr(box, "_box", box)
        node = self._node(box, parent, in_line=in_line)
        if node is None:
            return
        if box.link_annotation is not None and not in_link:
            # What lies inside the link has an area of its own, on top of this one.
            node.kids.append(Area(self._page, box.link_annotation))
            in_link = True
        if box in self._marks:
            language = box.style["lang"] or node.language
            text = getattr(box, "text", "")
            mark = self._marks[box]["mcid"]
            node.kids.append(Piece(self._page, mark, text, language))
        in_line = in_line or type(box).__name__ == "LineBox"
        for child in box.children:
            self._read(child, node, in_line=in_line, in_link=in_link)

    def _node(self, box: Box, parent: Node, *, in_line: bool) -> Node | None:
        """Return the node that a box belongs to, or None for what is not read."""
        if box.element is None or box.element_tag is None:
            return parent
        if box.is_leader or box.element.get("aria-hidden") == "true":
            return None
        key = (box.element, box.element_tag)
        known = self._nodes.get(key)
        if known is None:
            return self._new(box, key, parent, in_line=in_line)
        if box.element_tag in REPEATED:
            return None
        if known.box is None:
            # A note, met at the foot of the page.
            known.box, known.page = box, self._page
            known.language = box.style["lang"] or known.language
        return known

    def _new(self, box: Box, key: Key, parent: Node, *, in_line: bool) -> Node:
        element, tag = key
        language = box.style["lang"] or parent.language
        node = Node(tag, element, language, box, self._page, in_line)
        parent.kids.append(node)
        self._nodes[key] = node
        if tag.endswith(CALL):
            # A note is read where it is called, not at the foot of the page.
            noted = tag.removesuffix(CALL)
            node.note = Node(noted, element, language, in_line=True, is_note=True)
            parent.kids.append(node.note)
            self._nodes[element, noted] = node.note
        return node
