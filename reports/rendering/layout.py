"""A document's words in their order, with the marks of the values in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from operator import itemgetter

from reports.rendering.marks import MARK, START, number_of
from reports.rendering.numerals import plain

# Elements inside a line; all others end what stands before them.
IN_LINE = {"a", "abbr", "b", "data", "em", "i", "small", "span", "strong", "time"}
EMPTY = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}
# Their text is not printed; a title is that of the document, or of a drawing.
UNPRINTED = {"desc", "head", "script", "style", "title"}
# The styles print the number of the page that each link in these leads to.
ENTRIES = "entries"


@dataclass(frozen=True)
class Place:
    """Where something stands: in a chapter, or in a part of the frame."""

    key: str
    language: str


NOWHERE = Place("", "")


@dataclass(frozen=True)
class Span:
    """Printed words, from `start` to `end`, that are one value."""

    value: int
    start: int
    end: int


@dataclass(frozen=True)
class Layout:
    """The text of a document, one line a block.

    `places` and `links` tell from which position on a place is, and at which one
    the page number of a target follows.
    """

    text: str
    spans: tuple[Span, ...]
    places: tuple[tuple[int, Place], ...]
    links: tuple[tuple[int, str], ...]

    def pieces(self) -> Iterator[tuple[int, int, Span | None]]:
        """Go through the text in pieces, each with the innermost span around it."""
        spans = [span for span in self.spans if span.start < span.end]
        edges = [(span.start, 1, -span.end, span) for span in spans]
        edges += [(span.end, 0, -span.start, span) for span in spans]
        within: list[Span] = []
        before = 0
        for at, starts, _other, span in sorted(edges, key=itemgetter(0, 1, 2)):
            yield before, at, within[-1] if within else None
            before = at
            if starts:
                within.append(span)
            else:
                within.pop()
        yield before, len(self.text), None


@dataclass(frozen=True)
class Open:
    """An element that has not ended yet."""

    tag: str
    place: Place
    printed: bool
    in_entries: bool
    target: str


class LayoutReader(HTMLParser):
    """Reads a laid out document; `frame` are classes that are places of their own."""

    def __init__(self, frame: Sequence[str]) -> None:
        super().__init__()
        self._frame = frame
        self._open = [Open("", NOWHERE, True, False, "")]
        self._words: list[str] = []
        self._length = 0
        self._begun: list[tuple[int, int]] = []
        self._spans: list[Span] = []
        self._places = [(0, NOWHERE)]
        self._links: list[tuple[int, str]] = []

    def read(self, html: str) -> Layout:
        """Return what a document says."""
        self.feed(html)
        self.close()
        return Layout(
            "".join(self._words),
            tuple(self._spans),
            tuple(self._places),
            tuple(self._links),
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where an element begins."""
        if tag not in IN_LINE:
            self._add("\n")
        if tag in EMPTY:
            return
        within = self._open[-1]
        found = {name: value or "" for name, value in attrs}
        classes = found.get("class", "").split()
        target = found.get("href", "") if tag == "a" and within.in_entries else ""
        element = Open(
            tag,
            self._place(within.place, found, classes),
            within.printed and tag not in UNPRINTED,
            within.in_entries or ENTRIES in classes,
            target.removeprefix("#"),
        )
        self._open.append(element)
        self._note(element.place)

    def handle_endtag(self, tag: str) -> None:
        """Note where an element ends."""
        if all(element.tag != tag for element in self._open):
            return
        while (ended := self._open.pop()).tag != tag:
            pass
        if ended.target:
            self._links.append((self._length, ended.target))
        if tag not in IN_LINE:
            self._add("\n")
        self._note(self._open[-1].place)

    def handle_data(self, data: str) -> None:
        """Add words, and note which of them are values."""
        if not self._open[-1].printed:
            return
        for piece in MARK.split(plain(data)):
            if not MARK.fullmatch(piece):
                self._add(piece)
            elif piece.startswith(START):
                self._begun.append((number_of(piece), self._length))
            else:
                value, start = self._begun.pop()
                self._spans.append(Span(value, start, self._length))

    def _add(self, words: str) -> None:
        self._words.append(words)
        self._length += len(words)

    def _note(self, place: Place) -> None:
        if self._places[-1][1] != place:
            self._places.append((self._length, place))

    def _place(
        self, within: Place, attributes: dict[str, str], classes: list[str]
    ) -> Place:
        language = attributes.get("lang", "") if "edition" in classes else ""
        language = language or within.language
        if "chapter" in classes and "id" in attributes:
            key = attributes["id"].removeprefix(f"{language}-")
            return Place(key, language)
        parts = [part for part in self._frame if part in classes]
        return Place(parts[0] if parts else within.key, language)
