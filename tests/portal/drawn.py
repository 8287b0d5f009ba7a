"""Drawings as they are seen: where their words and shapes are."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from iclei_portal.drawings.lettering import width
from iclei_portal.drawings.plane import Box, Point
from iclei_portal.drawings.svg import SIZE, Drawing, framed

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Seen:
    """Words and the room that is kept for them."""

    words: str
    x: float
    y: float
    box: Box


def tree(drawing: Drawing) -> ET.Element:
    """Return the drawing as a browser reads it."""
    svg = framed(drawing, alternative="", key="drawing")
    return ET.fromstring(svg.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))  # noqa: S314 - our own


def words(drawing: Drawing) -> list[Seen]:
    found = []
    for element in tree(drawing).iter(f"{SVG}text"):
        content = element.text or ""
        x, y = float(element.get("x", 0)), float(element.get("y", 0))
        long = width(content, SIZE)
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}
        left = x - shift[element.get("text-anchor", "start")] * long
        box = Box(left, y - 0.8 * SIZE, left + long, y + 0.15 * SIZE)
        found.append(Seen(content, x, y, box))
    return found


def contents(drawing: Drawing) -> list[str]:
    return [seen.words for seen in words(drawing)]


def boxes(drawing: Drawing) -> list[Box]:
    """Return the rectangles in their order."""
    return [
        Box(x, y, x + wide, y + high)
        for element in tree(drawing).iter(f"{SVG}rect")
        for x, y, wide, high in [
            [float(element.get(name, 0)) for name in ("x", "y", "width", "height")]
        ]
    ]


def lines(drawing: Drawing) -> list[tuple[Point, Point]]:
    return [
        ((x1, y1), (x2, y2))
        for element in tree(drawing).iter(f"{SVG}line")
        for x1, y1, x2, y2 in [
            [float(element.get(name, 0)) for name in ("x1", "y1", "x2", "y2")]
        ]
    ]


def circles(drawing: Drawing) -> list[tuple[Point, str]]:
    """Return the middle of each circle, and what fills it."""
    return [
        (
            (float(element.get("cx", 0)), float(element.get("cy", 0))),
            element.get("fill", ""),
        )
        for element in tree(drawing).iter(f"{SVG}circle")
    ]
