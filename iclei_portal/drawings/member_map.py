"""The map of the members: prefectures tinted, municipalities as dots, with names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.safestring import SafeString

from iclei_portal.drawings.labels import Ground, labelled
from iclei_portal.drawings.land import prefectures
from iclei_portal.drawings.names import LINE_HEIGHT, Label, Name
from iclei_portal.drawings.plane import Box, Point
from iclei_portal.drawings.sheet import (
    INSETS,
    MAIN,
    TOKYO,
    Frame,
    drawn_under,
    enlarged,
    frame_of,
    outlines,
)
from iclei_portal.drawings.svg import (
    GREEN,
    GREY,
    MIDDLE_GREEN,
    PALE_GREEN,
    WHITE,
    Drawing,
    Words,
    element,
    joined,
    rectangle,
    text,
)

RADIUS = 2.6
MARGIN = 2.0


@dataclass(frozen=True)
class Spot:
    """A member on the map; of a prefecture, `prefecture` are its two digits."""

    name: Words
    place: Point
    prefecture: str = ""


def _tenths(value: int) -> str:
    return f"{value / 10:g}"


def path_of(rings: Iterable[Sequence[Point]]) -> str:
    """Return the closed lines of an area, in tenths of a unit."""
    parts = []
    for ring in rings:
        x, y = (round(10 * part) for part in ring[0])
        parts.append(f"M{_tenths(x)} {_tenths(y)}l")
        for point in ring[1:]:
            to_x, to_y = (round(10 * part) for part in point)
            if (to_x, to_y) != (x, y):
                parts.append(f"{_tenths(to_x - x)} {_tenths(to_y - y)} ")
            x, y = to_x, to_y
        parts.append("z")
    return "".join(parts)


def _area(frame: Frame, digits: Iterable[str], **attributes: object) -> SafeString:
    rings = [ring for one in digits for ring in outlines(one, frame)]
    if not rings:
        return SafeString("")
    return element("path", d=path_of(rings), stroke_linejoin="round", **attributes)


def _line(start: Point, end: Point, **attributes: object) -> SafeString:
    x1, y1, x2, y2 = (round(part, 1) for part in (*start, *end))
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **attributes)


def _named(spot: Spot, label: Label) -> SafeString:
    line = SafeString("")
    if label.line:
        line = _line(*label.line, stroke=GREEN, stroke_width=0.5)
    anchor = None if label.anchor == "start" else label.anchor
    weight = "bold" if spot.prefecture else None
    x, y = label.at
    return joined(
        line,
        *(
            text(
                words,
                x,
                y + number * LINE_HEIGHT,
                text_anchor=anchor,
                font_weight=weight,
            )
            for number, words in enumerate(label.lines)
        ),
    )


def _dot(place: Point) -> SafeString:
    x, y = place
    return element(
        "circle", cx=x, cy=y, r=RADIUS, fill=GREEN, stroke=WHITE, stroke_width=0.7
    )


def _names(frame: Frame, spots: Sequence[Spot], kept_free: Sequence[Box]) -> SafeString:
    """Draw the names of one frame, as far as there is room for them."""
    box = frame.box
    inside = Box(
        box.left + MARGIN, box.top + MARGIN, box.right - MARGIN, box.bottom - MARGIN
    )
    names = [
        Name(spot.name, frame.on_sheet(spot.place), bool(spot.prefecture))
        for spot in spots
    ]
    ground = Ground(inside, kept_free, partial(drawn_under, frame))
    labels = labelled(names, ground)
    return joined(
        *(
            _named(spot, label)
            for spot, label in zip(spots, labels, strict=True)
            if label
        )
    )


def _lands(frame: Frame, tinted: set[str]) -> SafeString:
    plain = (digits for digits in prefectures() if digits not in tinted)
    return joined(
        _area(frame, plain, fill=PALE_GREEN, stroke=GREY, stroke_width=0.4),
        _area(frame, sorted(tinted), fill=MIDDLE_GREEN, stroke=GREEN, stroke_width=0.5),
    )


def _dots(frame: Frame, spots: Iterable[Spot]) -> SafeString:
    return joined(
        *(
            _dot(frame.on_sheet(spot.place))
            for spot in spots
            if not spot.prefecture and frame.holds(spot.place)
        )
    )


def _inset(
    frame: Frame, spots: Sequence[Spot], tinted: set[str], caption: Words | None
) -> SafeString:
    best = [spot for spot in spots if frame_of(spot.place) == frame]
    kept_free = []
    words = SafeString("")
    if caption:
        box = Box(frame.box.left, frame.box.top, frame.box.right, frame.box.top + 14)
        kept_free.append(box)
        words = text(caption, box.left + 4, box.top + 11, fill=GREEN)
    return joined(
        rectangle(frame.box, fill=WHITE),
        _lands(frame, tinted),
        rectangle(frame.box, fill="none", stroke=GREY, stroke_width=0.5),
        words,
        _names(frame, best, kept_free),
        _dots(frame, best),
    )


def member_map(spots: Sequence[Spot], captions: Mapping[str, Words]) -> Drawing:
    """Draw the members where they are; `captions` name the insets by their keys.

    A place off the sheet, such as one overseas, is left out.
    """
    tinted = {spot.prefecture for spot in spots if spot.prefecture}
    main = [spot for spot in spots if frame_of(spot.place) == MAIN]
    taken = [*(frame.box for frame in INSETS), enlarged(TOKYO)]
    return Drawing(
        joined(
            _lands(MAIN, tinted),
            rectangle(enlarged(TOKYO), fill="none", stroke=GREEN, stroke_width=0.5),
            _names(MAIN, main, taken),
            _dots(MAIN, [*main, *(s for s in spots if frame_of(s.place) == TOKYO)]),
            *(
                _inset(frame, spots, tinted, captions.get(frame.key))
                for frame in INSETS
            ),
        ),
        MAIN.box.width,
        MAIN.box.height,
    )
