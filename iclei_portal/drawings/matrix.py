"""A matrix: who takes part in what, with the sums of the rows and columns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from django.utils.safestring import SafeString

from iclei_portal.drawings.plane import Box
from iclei_portal.drawings.svg import (
    GREEN,
    GREY,
    PALE_GREEN,
    SIZE,
    WHITE,
    Drawing,
    Words,
    element,
    joined,
    rectangle,
    text,
)

WIDTH = 456.0
LONGEST_NAME = 150.0
LINE_HEIGHT = 1.2 * SIZE
PADDING = 5.0
RADIUS = 3.6
SUMS = 20.0
# The names of the columns rise at a slant.
SLANT = 60


class Mark(Enum):
    """What stands in a cell: shapes that do not need their colours."""

    NONE = "none"
    FILLED = "filled"
    HOLLOW = "hollow"


@dataclass(frozen=True)
class Line:
    """A row: its name, its marks by column, and its sum, if it ends here."""

    name: Words
    marks: tuple[Mark, ...]
    total: Words | None


@dataclass(frozen=True)
class Grid:
    """Columns, rows, the sums of the columns, and the words that explain them."""

    key: tuple[tuple[Mark, Words], ...]
    columns: tuple[Words, ...]
    total: Words
    rows: tuple[Line, ...]
    sums: tuple[Words, ...]


@dataclass(frozen=True)
class _Measures:
    """Where the columns are; `right` is where their sums begin."""

    left: float
    step: float
    base: float
    right: float

    @classmethod
    def of(cls, grid: Grid, names: Sequence[Sequence[Words]]) -> _Measures:
        left = 8 + max((line.width for name in names for line in name), default=0)
        longest = max((column.width for column in grid.columns), default=0)
        # Each name must end within the drawing, and the sums have room behind all.
        step = (WIDTH - left - SUMS) / max(len(grid.columns), 1)
        for number, column in enumerate(grid.columns):
            across = column.width * math.cos(math.radians(SLANT))
            step = min(step, (WIDTH - left - across - SIZE) / (number + 0.5))
        base = max(
            longest * math.sin(math.radians(SLANT)) + 1.4 * SIZE,
            len(grid.key) * 2 * SIZE,
        )
        return cls(left, step, base, left + step * len(grid.columns))

    def middle(self, column: int) -> float:
        return self.left + (column + 0.5) * self.step

    @property
    def sums(self) -> float:
        """The middle of the sums of the rows."""
        return self.right + SUMS / 2


def mark(kind: Mark, x: float, y: float) -> SafeString:
    """Return a mark whose middle is at a point."""
    if kind == Mark.NONE:
        return SafeString("")
    fill = GREEN if kind == Mark.FILLED else WHITE
    return element(
        "circle", cx=x, cy=y, r=RADIUS, fill=fill, stroke=GREEN, stroke_width=1
    )


def _head(grid: Grid, at: _Measures) -> SafeString:
    """Draw the key, and the names of the columns."""
    parts = []
    for number, (kind, words) in enumerate(grid.key):
        y = 6 + number * 1.7 * SIZE
        parts += [mark(kind, 6, y), text(words, 14, y + 0.35 * SIZE)]
    for number, name in enumerate(grid.columns):
        x, y = at.middle(number) + 3, at.base - 5
        turn = f"translate({x:.1f} {y:.1f}) rotate(-{SLANT})"
        parts.append(text(name, 0, 0, transform=turn))
    return joined(*parts)


def _rule(y: float, at: _Measures) -> SafeString:
    return element("line", x1=0, y1=y, x2=at.right + SUMS, y2=y, stroke=GREY)


def _sum(words: Words, x: float, y: float) -> SafeString:
    return text(words, x, y + 0.36 * SIZE, text_anchor="middle", font_weight="bold")


def _row(row: Line, name: Sequence[Words], y: float, at: _Measures) -> SafeString:
    first = y - len(name) * LINE_HEIGHT / 2 + 0.95 * SIZE
    return joined(
        *(text(each, 4, first + n * LINE_HEIGHT) for n, each in enumerate(name)),
        *(mark(kind, at.middle(n), y) for n, kind in enumerate(row.marks)),
        _sum(row.total, at.sums, y) if row.total else SafeString(""),
    )


def matrix(grid: Grid) -> Drawing:
    """Draw a grid with its sums on the right and below."""
    names = [row.name.lines(LONGEST_NAME) for row in grid.rows]
    at = _Measures.of(grid, names)
    parts = [_head(grid, at)]
    y = at.base
    for number, (row, name) in enumerate(zip(grid.rows, names, strict=True)):
        height = len(name) * LINE_HEIGHT + PADDING
        if number % 2 == 0:
            band = Box(0, y, at.right + SUMS, y + height)
            parts.append(rectangle(band, fill=PALE_GREEN))
        parts.append(_row(row, name, y + height / 2, at))
        y += height
    below = y + 0.9 * SIZE
    parts += [_rule(at.base, at), _rule(y, at)]
    parts.append(text(grid.total, 4, below + 0.36 * SIZE, font_weight="bold"))
    parts += [_sum(words, at.middle(n), below) for n, words in enumerate(grid.sums)]
    return Drawing(joined(*parts), WIDTH, below + SIZE)
