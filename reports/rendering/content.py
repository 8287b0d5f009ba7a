"""The content of a page: its texts in reading order, and artifacts marked as such.

WeasyPrint paints floats before what stands around them, and what is positioned after
all else. Whoever takes the text out of a file gets it as it was painted, so here the
texts of a page are painted last, one by one in the order in which they are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

ARTIFACT = (b"/Artifact", b"BMC")
PATH = {b"m", b"l", b"c", b"v", b"y", b"h", b"re", b"W", b"W*"}
ENDS_PATH = {b"n", b"S", b"s", b"f", b"f*", b"B", b"B*", b"b", b"b*"}
SETTINGS = {
    *(b"w", b"J", b"j", b"M", b"d", b"gs"),
    *(b"CS", b"cs", b"SCN", b"scn", b"RG", b"rg"),
    *(b"Tf", b"Tr", b"Ts"),
}


@dataclass
class State:
    """What has come into effect since a graphics state was saved."""

    # Matrices and clips, each on top of the one before.
    geometry: list[bytes] = field(default_factory=list)
    # The last setting of each kind.
    settings: dict[bytes, bytes] = field(default_factory=dict)


@dataclass
class Words:
    """A text as it is painted, and all that has to be in effect for it."""

    rank: tuple[int, int]
    state: list[bytes]
    operations: list[Any]


def in_order(operations: Iterable[Any], order: Mapping[int, int]) -> list[Any]:
    """Return the content of a page with its texts in the given order of their marks.

    What has no place in the order is an artifact; its texts stand at the end.
    """
    content = Content(order)
    for operation in operations:
        content.read(operation)
    return [*content.written()]


class Content:
    """Takes the content of a page apart: into texts, and what is painted below."""

    def __init__(self, order: Mapping[int, int]) -> None:
        self._order = order
        self._levels = [State()]
        self._path: list[bytes] = []
        self._rest: list[Any] = []
        self._words: list[Words] = []
        # For each marked sequence that has begun, whether its end is to be written.
        self._begun: list[bool] = []
        self._level_of_words = 0

    def read(self, operation: Any) -> None:
        """Read the next operation, or operand of a mark, as WeasyPrint wrote it."""
        if operation == b"BDC":
            properties, tag = self._rest.pop(), self._rest.pop()
            self._begin(tag, properties)
        elif operation == b"BMC":
            self._begin_artifact()
        elif operation == b"EMC":
            if self._begun.pop():
                self._target.append(operation)
            if not self._begun:
                self._level_of_words = 0
        else:
            self._target.append(operation)
            if isinstance(operation, bytes):
                self._follow(operation)

    def written(self) -> Iterator[Any]:
        """Go through the content in the order of its texts."""
        yield from (b"q", *self._rest, b"Q")
        for words in sorted(self._words, key=lambda words: words.rank):
            yield from (b"q", *words.state, *words.operations, b"Q")

    @property
    def _target(self) -> list[Any]:
        return self._words[-1].operations if self._level_of_words else self._rest

    def _begin(self, tag: str, properties: Mapping[str, int]) -> None:
        mark = properties["MCID"]
        read = mark in self._order
        if tag == "/Span":
            rank = (0, self._order[mark]) if read else (1, mark)
            self._words.append(Words(rank, self._state(), []))
            self._level_of_words = len(self._levels)
        self._target.extend((tag, properties, b"BDC") if read else ARTIFACT)
        self._begun.append(True)

    def _begin_artifact(self) -> None:
        # Artifacts do not nest: the line under a word belongs to the word.
        self._begun.append(not self._begun)
        if self._begun[-1]:
            self._target.append(b"BMC")
        else:
            self._target.pop()

    def _follow(self, operation: bytes) -> None:
        """Keep account of the graphics state."""
        operator = operation.rsplit(b" ", 1)[-1]
        level = self._levels[-1]
        if operator == b"q":
            self._levels.append(State())
        elif operator == b"Q":
            self._levels.pop()
        elif operator == b"cm":
            level.geometry.append(operation)
        elif operator in PATH:
            self._path.append(operation)
        elif operator in ENDS_PATH:
            if operator == b"n":
                level.geometry += [*self._path, operation]
            self._path.clear()
        elif operator in SETTINGS:
            key = operation if operator == b"gs" else operator
            level.settings.pop(key, None)
            level.settings[key] = operation
            if len(self._levels) == self._level_of_words:
                # WeasyPrint relies on it in what comes after the words.
                self._rest.append(operation)

    def _state(self) -> list[bytes]:
        geometry = [each for level in self._levels for each in level.geometry]
        settings: dict[bytes, bytes] = {}
        for level in self._levels:
            for key, operation in level.settings.items():
                settings.pop(key, None)
                settings[key] = operation
        return [*geometry, *settings.values()]
