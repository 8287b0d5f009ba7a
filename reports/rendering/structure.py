"""The structure of a tagged PDF: which structure element each piece belongs to.

The rules of ISO 32000-1, 14.8 and of PDF/UA-1 hold whatever the document is like:
words stand in a block, headings never skip a level, a list holds items alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from reports.rendering.reading import Area, Node, Piece

HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS = {
    **dict.fromkeys(HEADINGS, "H"),
    "section": "Sect",
    "nav": "Sect",
    "article": "Art",
    "figure": "Div",
    "blockquote": "BlockQuote",
    "p": "P",
    "pre": "P",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "table": "Table",
    "caption": "Caption",
    "figcaption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "a": "Link",
    "img": "Figure",
    "{http://www.w3.org/2000/svg}svg": "Figure",
}
PSEUDO_ELEMENTS = {
    "marker": "Lbl",
    "footnote-marker": "Lbl",
    "footnote-call": "Reference",
}
# In the table of contents.
IN_CONTENTS = {"L": "TOC", "LI": "TOCI"}
# What may not hold words itself, and what stands within a line.
GROUPING = {"Document", "Sect", "Art", "Div", "BlockQuote", "TOCI"}
IN_LINE = {"Span", "Link", "Note", "Reference"}
# What holds words and no blocks.
PLAIN = {"P", "H", "Lbl", "Caption", "Link", "Reference", "Figure", "Note"}
# What holds nothing but other elements.
HOLD_TAGS = {"L", "TOC", "Table", "THead", "TBody", "TFoot", "TR"}
# Cells hold their place in the row when they are empty.
STAY_EMPTY = {"TH", "TD"}


@dataclass(eq=False)
class Tag:
    """A structure element; `node` is the element of the document it is made of."""

    kind: str
    language: str
    kids: Kids
    node: Node
    # Of a note, unique in the document.
    name: str = ""
    alternative: str = ""

    def pieces(self) -> Iterator[Piece]:
        """Go through all pieces in reading order."""
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.pieces()
            elif isinstance(kid, Piece):
                yield kid


Kids: TypeAlias = "list[Tag | Piece | Area]"


@dataclass
class Headings:
    """The depth of each heading: one below the nearest higher one before it."""

    levels: list[int] = field(default_factory=list)

    def depth(self, level: int) -> int:
        """Return the depth of the next heading, from its level in the document."""
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        self.levels.append(level)
        return len(self.levels)


class Structure:
    """Makes the tags of one document."""

    def __init__(self) -> None:
        self._headings = Headings()
        self.notes: list[Tag] = []

    def document(self, root: Node) -> Tag:
        """Return the tag of the whole document."""
        kids = in_blocks(self._kids(root, plain=False, toc=False), root)
        return Tag("Document", root.language, kids, root)

    def _kids(self, node: Node, *, plain: bool, toc: bool) -> Kids:
        found: Kids = []
        for kid in node.kids:
            if isinstance(kid, Node):
                found += self._settle(kid, plain=plain, toc=toc)
            else:
                found.append(kid)
        return found

    def _settle(self, node: Node, *, plain: bool, toc: bool) -> Kids:
        """Return a node's tag, or what it holds where it needs none."""
        kind = kind_of(node, toc=toc)
        if kind == "Figure":
            return figure(node)
        depth = self._headings.depth(HEADINGS[node.tag]) if kind == "H" else ""
        inside_toc = toc or node.tag == "nav"
        kids = self._kids(node, plain=plain or kind in PLAIN, toc=inside_toc)
        if not kind:
            return kids if node.in_line or plain else in_blocks(kids, node)
        tag = Tag(f"{kind}{depth}", node.language, arranged(kind, node, kids), node)
        if node.note is not None and not any(node.note.pieces()):
            # The same note stands on the page already, with the first of its calls.
            tag.alternative = " ".join("".join(node.words()).split())
        if not tag.kids and kind not in STAY_EMPTY:
            return []
        if kind == "Note":
            self.notes.append(tag)
            tag.name = f"note-{len(self.notes):04}"
        return [tag]


def kind_of(node: Node, *, toc: bool) -> str:
    """Return the structure type of an element, empty where it needs none."""
    if node.is_note:
        return "Note"
    if node.attribute("role") == "img":
        return "Figure"
    if node.tag == "a" and not any(isinstance(kid, Area) for kid in node.kids):
        return ""
    _element, _, pseudo_element = node.tag.partition("::")
    kind = PSEUDO_ELEMENTS.get(pseudo_element) or KINDS.get(node.tag, "")
    return IN_CONTENTS.get(kind, kind) if toc else kind


def arranged(kind: str, node: Node, kids: Kids) -> Kids:
    """Return the kids of an element as its structure type may hold them."""
    if kind in GROUPING:
        return in_blocks(kids, node, "Reference" if kind == "TOCI" else "P")
    if kind in HOLD_TAGS:
        tags: Kids = [kid for kid in kids if isinstance(kid, Tag)]
        return definitions(node, tags) if node.tag == "dl" else tags
    if kind == "LI":
        return item(node, kids)
    return in_languages(kids, node, node.language)


def figure(node: Node) -> Kids:
    """Return a picture; one without an alternative is decoration and left out."""
    text = alternative(node)
    kids: Kids = [*node.pieces()]
    return [Tag("Figure", node.language, kids, node, "", text)] if text else []


def alternative(node: Node) -> str:
    """Return the text that stands for a picture."""
    if text := node.attribute("alt") or node.attribute("aria-label"):
        return text.strip()
    title = None
    if node.element is not None:
        title = node.element.find("{http://www.w3.org/2000/svg}title")
    return "" if title is None else (title.text or "").strip()


def item(node: Node, kids: Kids) -> Kids:
    """Return the label and the body of a list's item."""
    labels: Kids = [kid for kid in kids if isinstance(kid, Tag) and kid.kind == "Lbl"]
    body: Kids = [kid for kid in kids if kid not in labels]
    if body:
        body = in_languages(body, node, node.language)
        labels.append(Tag("LBody", node.language, body, node))
    return labels


def definitions(node: Node, tags: Kids) -> Kids:
    """Return an item for each term, or terms, with what is said of it."""
    items: list[Tag] = []
    ended = True
    for tag in tags:
        starts = isinstance(tag, Tag) and tag.kind == "Lbl"
        if not items or (starts and ended):
            items.append(Tag("LI", node.language, [], node))
        items[-1].kids.append(tag)
        ended = not starts
    return [*items]


def in_blocks(kids: Kids, node: Node, kind: str = "P") -> Kids:
    """Return blocks: words that stand between blocks get one of their own."""
    found: Kids = []
    for are_words, run in groupby(kids, stands_in_line):
        if not are_words:
            found += run
        elif not is_blank(words := [*run]):
            languages = {kid.language for kid in words if not isinstance(kid, Area)}
            language = languages.pop() if len(languages) == 1 else node.language
            found.append(Tag(kind, language, in_languages(words, node, language), node))
    return found


def stands_in_line(kid: Tag | Piece | Area) -> bool:
    """Tell words, and tags within words, from blocks."""
    return not isinstance(kid, Tag) or kid.kind in IN_LINE


def is_blank(kids: Iterable[Tag | Piece | Area]) -> bool:
    """Tell white space between blocks from words."""
    return all(isinstance(kid, Piece) and not kid.text.strip() for kid in kids)


def in_languages(kids: Kids, node: Node, language: str) -> Kids:
    """Return the kids with words in another language in spans of their own."""

    def foreign(kid: Tag | Piece | Area) -> str:
        if isinstance(kid, Piece) and kid.language != language:
            return kid.language
        return ""

    found: Kids = []
    for other, run in groupby(kids, foreign):
        words = [*run]
        found += [Tag("Span", other, words, node)] if other else words
    return found
