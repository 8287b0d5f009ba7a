"""A small map of Japan that shows where one municipality is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache

from django.utils.safestring import SafeString

from iclei_portal.drawings.land import prefectures
from iclei_portal.drawings.plane import Point
from iclei_portal.drawings.sheet import MAIN, SOUTH_WEST, Frame, frame_of, outlines
from iclei_portal.drawings.svg import (
    GREEN,
    GREY,
    MIDDLE_GREEN,
    PALE_GREEN,
    WHITE,
    Drawing,
    element,
    joined,
    rectangle,
)

# In units of the drawing. It is shown at half its size: finer lines are not seen.
STEP, SMALLEST, RADIUS = 2.5, 4.0, 7.0


def coarse(ring: Sequence[Point]) -> list[tuple[int, int]]:
    """Return a closed line in whole units without its short steps; none if tiny."""
    xs, ys = zip(*ring, strict=True)
    if max(max(xs) - min(xs), max(ys) - min(ys)) < SMALLEST:
        return []
    kept = [ring[0]]
    for point in ring[1:]:
        if math.dist(kept[-1], point) >= STEP:
            kept.append(point)
    return [(round(x), round(y)) for x, y in kept]


def _path(rings: Iterable[Sequence[Point]]) -> str:
    parts = []
    for ring in rings:
        points = coarse(ring)
        if not points:
            continue
        (x, y), *others = points
        parts.append(f"M{x} {y}l")
        for to_x, to_y in others:
            parts.append(f"{to_x - x} {to_y - y} ")
            x, y = to_x, to_y
        parts.append("z")
    return "".join(parts)


@cache
def _land(frame: Frame) -> SafeString:
    """Draw all prefectures of a frame, once a process."""
    rings = (ring for digits in prefectures() for ring in outlines(digits, frame))
    return element("path", d=_path(rings), fill=PALE_GREEN, stroke=GREY)


def _tinted(frame: Frame, digits: str) -> SafeString:
    path = _path(outlines(digits, frame)) if digits in prefectures() else ""
    if not path:
        return SafeString("")
    return element("path", d=path, fill=MIDDLE_GREEN, stroke=GREEN)


def _dot(frame: Frame, place: Point) -> SafeString:
    x, y = frame.on_sheet(place)
    return element(
        "circle",
        cx=round(x),
        cy=round(y),
        r=RADIUS,
        fill=GREEN,
        stroke=WHITE,
        stroke_width=2,
    )


def locator(prefecture: str, place: Point | None) -> Drawing:
    """Draw Japan with one prefecture, by its digits, tinted, and a dot at a place.

    The dot is left out where the place is not known, or is the prefecture itself.
    """
    # The Tokyo area has an inset on the large map only.
    home = SOUTH_WEST if place and frame_of(place) == SOUTH_WEST else MAIN
    dot = _dot(home, place) if place and home.holds(place) else SafeString("")
    content = joined(
        _land(MAIN),
        _tinted(MAIN, prefecture),
        rectangle(SOUTH_WEST.box, fill=WHITE, stroke=GREY),
        _land(SOUTH_WEST),
        _tinted(SOUTH_WEST, prefecture),
        dot,
    )
    return Drawing(content, MAIN.box.width, MAIN.box.height)
