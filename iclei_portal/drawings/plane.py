"""Points, lines and boxes of a plane; in a drawing y grows downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]


def holds(ring: Sequence[Point], point: Point) -> bool:
    """Tell whether a point lies inside a closed line."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    """Tell whether two lines cross, not only touch."""
    (a, b), (c, d) = first, second
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _cut(ring: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """Return what lies on one side of an upright or level line."""
    found: list[Point] = []
    for a, b in pairwise([*ring, *ring[:1]]):
        inside = [sign * (point[axis] - limit) >= 0 for point in (a, b)]
        if inside[0]:
            found.append(a)
        if inside[0] != inside[1]:
            part = (limit - a[axis]) / (b[axis] - a[axis])
            found.append((a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])))
    return found


@dataclass(frozen=True)
class Box:
    """An upright box."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, point: Point, distance: float) -> Box:
        """Return the box that is `distance` from a point on each side."""
        x, y = point
        return cls(x - distance, y - distance, x + distance, y + distance)

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """The middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def clip(self, ring: Sequence[Point]) -> list[Point]:
        """Return the part of a closed line in the box, closed along its border."""
        for axis, low, high in (
            (0, self.left, self.right),
            (1, self.top, self.bottom),
        ):
            ring = _cut(_cut(ring, axis, low, 1), axis, high, -1)
        return list(ring)

    def has(self, point: Point) -> bool:
        """Tell whether a point is in the box."""
        return (
            self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom
        )

    def within(self, other: Box) -> bool:
        """Tell whether the whole box is in another."""
        return other.has((self.left, self.top)) and other.has((self.right, self.bottom))

    def overlaps(self, other: Box) -> bool:
        """Tell whether the boxes share more than a border."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_met_by(self, line: tuple[Point, Point]) -> bool:
        """Tell whether a line ends in the box or runs through it."""
        (x1, y1), (x2, y2) = line
        if max(x1, x2) < self.left or min(x1, x2) > self.right:
            return False
        if max(y1, y2) < self.top or min(y1, y2) > self.bottom:
            return False
        corners = (
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        )
        sides = [_turn((x1, y1), (x2, y2), corner) for corner in corners]
        return min(sides) < 0 < max(sides) or 0 in sides
