"""How Japan lies on the sheet: a conic projection, and insets for far islands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from iclei_portal.drawings.land import prefectures
from iclei_portal.drawings.plane import Box, Point

# Lambert's conformal conic projection, true to scale at two parallels.
PARALLELS = (33.0, 43.0)
MERIDIAN, PARALLEL = 137.0, 37.0


def _cone(latitude: float) -> float:
    return math.tan(math.pi / 4 + math.radians(latitude) / 2)


_FIRST, _SECOND = (math.radians(parallel) for parallel in PARALLELS)
_POWER = math.log(math.cos(_FIRST) / math.cos(_SECOND)) / math.log(
    _cone(PARALLELS[1]) / _cone(PARALLELS[0])
)
_FACTOR = math.cos(_FIRST) * _cone(PARALLELS[0]) ** _POWER / _POWER


def projected(point: Point) -> Point:
    """Return a longitude and latitude on the plane, in radians from the centre."""
    longitude, latitude = point
    radius = _FACTOR / _cone(latitude) ** _POWER
    middle = _FACTOR / _cone(PARALLEL) ** _POWER
    turn = _POWER * math.radians(longitude - MERIDIAN)
    return radius * math.sin(turn), radius * math.cos(turn) - middle


@dataclass(frozen=True)
class Frame:
    """A part of the earth in a box of the sheet, its centre in the box's."""

    key: str
    box: Box
    centre: Point
    scale: float

    def on_sheet(self, point: Point) -> Point:
        """Return where a longitude and latitude lies on the sheet."""
        (x, y), (x0, y0) = projected(point), projected(self.centre)
        middle = self.box.centre
        return middle[0] + (x - x0) * self.scale, middle[1] + (y - y0) * self.scale

    def holds(self, point: Point) -> bool:
        """Tell whether a longitude and latitude lies in the box."""
        return self.box.has(self.on_sheet(point))


MAIN = Frame("main", Box(0.0, 0.0, 456.0, 492.0), (137.0, 37.88), 1760.0)
# Far islands, on a smaller scale.
SOUTH_WEST = Frame("south-west", Box(284.0, 400.0, 452.0, 488.0), (127.2, 26.6), 1090.0)
OGASAWARA = Frame("ogasawara", Box(356.0, 338.0, 452.0, 394.0), (142.15, 26.9), 1090.0)
# Where municipalities lie close together, on a larger scale.
TOKYO = Frame("tokyo", Box(4.0, 4.0, 216.0, 150.0), (139.6, 35.66), 9500.0)
INSETS = (TOKYO, SOUTH_WEST, OGASAWARA)


def frame_of(point: Point) -> Frame | None:
    """Return the frame that shows a longitude and latitude best, if one does."""
    return next((frame for frame in (*INSETS, MAIN) if frame.holds(point)), None)


def enlarged(frame: Frame) -> Box:
    """Return what an inset shows, as a box in the main frame."""
    (x, y), part = MAIN.on_sheet(frame.centre), MAIN.scale / frame.scale
    across, down = frame.box.width * part / 2, frame.box.height * part / 2
    return Box(x - across, y - down, x + across, y + down)


@cache
def outlines(digits: str, frame: Frame) -> tuple[tuple[Point, ...], ...]:
    """Return the lines of a prefecture in a frame, as far as they lie in it."""
    rings = (
        ring
        for ring in prefectures()[digits].rings
        if frame != MAIN or frame_of(ring[0]) in (MAIN, TOKYO)
    )
    clipped = (
        frame.box.clip([frame.on_sheet(point) for point in ring]) for ring in rings
    )
    return tuple(tuple(ring) for ring in clipped if ring)


CELL = 4.0
Cells = frozenset[tuple[int, int]]


@cache
def dry_cells() -> Cells:
    """Return the cells of a grid over the main frame whose middle is land."""
    dry: set[tuple[int, int]] = set()
    rings = [ring for digits in prefectures() for ring in outlines(digits, MAIN)]
    for row in range(int(MAIN.box.height / CELL)):
        y = (row + 0.5) * CELL
        for ring in rings:
            crossings = sorted(
                x1 + (x2 - x1) * (y - y1) / (y2 - y1)
                for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)
                if (y1 > y) != (y2 > y)
            )
            for start, end in zip(crossings[::2], crossings[1::2], strict=True):
                first, last = round(start / CELL), round(end / CELL)
                dry.update((column, row) for column in range(first, last))
    return frozenset(dry)


@cache
def lined_cells(frame: Frame) -> Cells:
    """Return the cells of a grid over the sheet that a border or coast runs through."""
    lined: set[tuple[int, int]] = set()
    for digits in prefectures():
        for ring in outlines(digits, frame):
            for start, end in zip(ring, (*ring[1:], ring[0]), strict=True):
                steps = int(math.dist(start, end) / CELL * 2) + 1
                for step in range(steps):
                    part = step / steps
                    x = start[0] + part * (end[0] - start[0])
                    y = start[1] + part * (end[1] - start[1])
                    lined.add((int(x // CELL), int(y // CELL)))
    return frozenset(lined)


def drawn_under(frame: Frame, box: Box) -> int:
    """Return how much a frame has drawn under a box: land, and twice as much lines.

    An inset counts its lines only; it is land nearly everywhere.
    """
    dry, lined = dry_cells() if frame == MAIN else frozenset(), lined_cells(frame)
    columns = range(int(box.left // CELL), int(box.right // CELL) + 1)
    rows = range(int(box.top // CELL), int(box.bottom // CELL) + 1)
    cells = [(column, row) for column in columns for row in rows]
    return sum((cell in dry) + 2 * (cell in lined) for cell in cells)
