"""Names beside places: where one may stand, and how much room it takes there."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from iclei_portal.drawings.plane import Box, Point, cross
from iclei_portal.drawings.svg import SIZE, Words

LONGEST_LINE = 92.0
LINE_HEIGHT = 1.15 * SIZE
# How far the letters reach above and below their base line.
ASCENT, DESCENT = 0.82 * SIZE, 0.2 * SIZE
# Directions in degrees, clockwise from the right, and units from a place.
NEAR, GAP = (0, 180, 315, 45, 225, 135, 270, 90), 4.5
FAR = range(0, 360, 15)
REACHES = (12, 18, 26, 36, 48, 62, 78, 96, 116, 138)
# Words above or below a point stand in the middle.
UPRIGHT = 0.3
# Costs in units of distance: of the next best side, of a line; an area's own
# middle is worth covering what is drawn there.
SIDE, LINE, MIDDLE = 1.2, 6.0, -12.0


@dataclass(frozen=True)
class Name:
    """What stands beside a place, or on it: an area's name, which has no dot."""

    words: Words
    place: Point
    is_area: bool = False


@dataclass(frozen=True)
class Label:
    """Where a name stands: its first base line's start, middle or end, and its box.

    `line` leads to it from its place, None where it is near.
    """

    lines: tuple[Words, ...]
    at: Point
    anchor: str
    box: Box
    line: tuple[Point, Point] | None

    @cached_property
    def extent(self) -> Box:
        """The box around the name and its line."""
        if self.line is None:
            return self.box
        xs, ys = zip(*self.line, strict=True)
        return Box(
            min(self.box.left, *xs),
            min(self.box.top, *ys),
            max(self.box.right, *xs),
            max(self.box.bottom, *ys),
        )

    def collides_with(self, other: Label) -> bool:
        """Tell whether a name or its line meets the other, or the other's line."""
        if not self.extent.overlaps(other.extent):
            return False
        if self.box.overlaps(other.box):
            return True
        if other.line and self.box.is_met_by(other.line):
            return True
        if self.line is None:
            return False
        return other.box.is_met_by(self.line) or (
            other.line is not None and cross(self.line, other.line)
        )


@dataclass(frozen=True)
class _Block:
    """The lines of a name, and how much room they take."""

    lines: tuple[Words, ...]
    width: float
    height: float

    @classmethod
    def of(cls, name: Name) -> _Block:
        found = tuple(name.words.lines(LONGEST_LINE))
        return cls(
            found,
            max(line.width for line in found),
            (len(found) - 1) * LINE_HEIGHT + ASCENT + DESCENT,
        )

    def beside(
        self, point: Point, degrees: int, line: tuple[Point, Point] | None = None
    ) -> Label:
        """Return the block that touches a point in a direction from it."""
        across = math.cos(math.radians(degrees))
        down = math.sin(math.radians(degrees))
        anchor = "middle" if abs(across) < UPRIGHT else "start" if across > 0 else "end"
        return self.around((point[0], point[1] + down * self.height / 2), anchor, line)

    def around(
        self, point: Point, anchor: str, line: tuple[Point, Point] | None = None
    ) -> Label:
        """Return the block whose middle is level with a point."""
        x, top = point[0], point[1] - self.height / 2
        left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * self.width
        box = Box(left, top, left + self.width, top + self.height)
        return Label(self.lines, (x, top + ASCENT), anchor, box, line)


def _away(point: Point, degrees: int, reach: float) -> Point:
    turn = math.radians(degrees)
    return (point[0] + reach * math.cos(turn), point[1] + reach * math.sin(turn))


def candidates(name: Name) -> Iterator[tuple[Label, float]]:
    """Return where a name may stand, and what the way there costs."""
    block = _Block.of(name)
    if name.is_area:
        yield block.around(name.place, "middle"), MIDDLE
    for order, degrees in enumerate(NEAR):
        yield block.beside(_away(name.place, degrees, GAP), degrees), SIDE * order
    for reach in REACHES:
        for degrees in FAR:
            line = (name.place, _away(name.place, degrees, reach))
            touch = _away(name.place, degrees, reach + 1.5)
            yield block.beside(touch, degrees, line), LINE + reach
