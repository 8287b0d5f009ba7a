"""Makes the files of data/ from open data; data/README.md says from which.

    python -m iclei_portal.drawings.tracing JAPAN_JSON COUNTRIES_JSON PLACES_JSON

The borders between prefectures are simplified line by line, each line once, so that
neighbours still fit together. Islands come from the second file: those of some size,
and those with a municipality. Each goes to the prefecture of the nearest one.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from iclei_portal.drawings.plane import Point, holds

DATA = Path(__file__).parent / "data"
KILOMETRES_A_DEGREE = 111.2
JAPAN = "392"  # ISO 3166-1
TOLERANCE = 1.6  # kilometres a simplified line may be off
FINE_TOLERANCE = 0.5  # in the prefectures around Tokyo, which a map shows enlarged
FINE = {11, 12, 13, 14}
SMALLEST_ISLAND = 40.0  # square kilometres
ASHORE = 3.0  # kilometres from an island at which a town still lies on it
STEPS = 40  # a side of the grid in which the heart of a prefecture is sought

Line = list[Point]


def distance(a: Point, b: Point) -> float:
    """Return the kilometres between two points, near enough for neighbours."""
    width = math.cos(math.radians((a[1] + b[1]) / 2))
    return KILOMETRES_A_DEGREE * math.hypot((a[0] - b[0]) * width, a[1] - b[1])


def distance_to_line(point: Point, start: Point, end: Point) -> float:
    """Return the kilometres from a point to the line between two others."""
    length = (end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2
    if not length:
        return distance(point, start)
    along = (point[0] - start[0]) * (end[0] - start[0])
    along += (point[1] - start[1]) * (end[1] - start[1])
    part = min(1.0, max(0.0, along / length))
    foot = (
        start[0] + part * (end[0] - start[0]),
        start[1] + part * (end[1] - start[1]),
    )
    return distance(point, foot)


def simplified(line: Sequence[Point], tolerance: float) -> Line:
    """Leave out points that are within `tolerance` of the line without them."""
    far, index = max(
        (
            (distance_to_line(point, line[0], line[-1]), number)
            for number, point in enumerate(line[1:-1], start=1)
        ),
        default=(0.0, 0),
    )
    if far <= tolerance:
        return [line[0], line[-1]]
    return [
        *simplified(line[: index + 1], tolerance)[:-1],
        *simplified(line[index:], tolerance),
    ]


def simplified_ring(ring: Line) -> Line:
    """Simplify a closed line, from its first point to the farthest and back."""
    far = max(range(len(ring)), key=lambda number: distance(ring[0], ring[number]))
    there = simplified(ring[: far + 1], TOLERANCE)
    back = simplified([*ring[far:], ring[0]], TOLERANCE)
    found = [*there[:-1], *back[:-1]]
    return found if len(found) > 2 else ring  # noqa: PLR2004 - a line is no area


def area(ring: Line) -> float:
    """Return the square kilometres inside a closed line."""
    width = math.cos(math.radians(ring[0][1])) * KILOMETRES_A_DEGREE**2
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))
    return abs(twice) / 2 * width


def main_lands(drawn: Any) -> list[Line]:
    """Return the main land of each prefecture, from its lines with its neighbours."""
    points, prefectures = drawn
    places: list[Point] = [(point[0][0], point[0][1]) for point in points]
    rings = []
    for prefecture, lines in enumerate(prefectures, start=1):
        ring: Line = []
        for neighbour, numbers in lines:
            tolerance = FINE_TOLERANCE if {prefecture, neighbour} & FINE else TOLERANCE
            line = [places[number] for number in numbers]
            if numbers[0] == numbers[-1]:
                ring += simplified_ring(line[:-1])
            else:
                # The neighbour has the same line the other way round.
                forth = simplified(min(line, line[::-1]), tolerance)
                ring += (forth if forth[0] == line[0] else forth[::-1])[:-1]
        rings.append(ring)
    return rings


def islands(world: Any) -> Iterator[Line]:
    """Return the closed lines of Japan in a TopoJSON file of countries."""
    scale, shift = world["transform"]["scale"], world["transform"]["translate"]

    def arc(number: int) -> Line:
        x = y = 0
        found = []
        for dx, dy in world["arcs"][number if number >= 0 else ~number]:
            x, y = x + dx, y + dy
            found.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        return found if number >= 0 else found[::-1]

    for country in world["objects"]["countries"]["geometries"]:
        if country.get("id") == JAPAN:
            for outline, *_lakes in country["arcs"]:
                yield [point for number in outline for point in arc(number)[:-1]]


def heart(ring: Line) -> Point:
    """Return the point inside a closed line that is farthest from it, on a grid."""
    west, south = (min(point[axis] for point in ring) for axis in (0, 1))
    east, north = (max(point[axis] for point in ring) for axis in (0, 1))
    steps = [step / STEPS for step in range(1, STEPS)]
    grid = (
        (west + (east - west) * i, south + (north - south) * j)
        for i in steps
        for j in steps
    )
    sides = list(pairwise([*ring, ring[0]]))
    return max(
        (point for point in grid if holds(ring, point)),
        key=lambda point: min(distance_to_line(point, *side) for side in sides),
    )


def coded(ring: Line) -> list[int]:
    """Return a closed line in thousandths of a degree, each point from the last."""
    found: list[int] = []
    x = y = 0
    for point in ring:
        now = round(point[0] * 1000), round(point[1] * 1000)
        found += [now[0] - x, now[1] - y]
        x, y = now
    return found


def traced(drawn: Any, world: Any, towns: list[tuple[str, Point]]) -> dict[str, Any]:
    """Return the lines of the prefectures, with the islands of some size."""
    lands = main_lands(drawn)
    rings = [[land] for land in lands]
    for island in islands(world):
        if any(holds(land, point) for land in lands for point in island):
            continue
        near = min(
            (distance(point, town), code) for point in island for code, town in towns
        )
        if area(island) >= SMALLEST_ISLAND or near[0] <= ASHORE:
            rings[int(near[1][:2]) - 1].append(simplified_ring(island))
    return {
        f"{number:02}": {
            "heart": [round(part, 3) for part in heart(found[0])],
            "rings": [coded(ring) for ring in found],
        }
        for number, found in enumerate(rings, start=1)
    }


def towns_of(places: Any) -> list[tuple[str, Point]]:
    """Return where each municipality is, by its code; no wards of cities."""
    return [
        (place["lgcode"].zfill(6), (place["lng"], place["lat"]))
        for place in places
        if " " not in place["city"]
    ]


def main(*sources: str, target: Path = DATA) -> None:
    """Write prefectures.json and places.csv."""
    read = (json.loads(Path(source).read_text(encoding="utf-8")) for source in sources)
    drawn, world, places = read
    towns = towns_of(places)
    lines = traced(drawn, world, towns)
    (target / "prefectures.json").write_text(
        json.dumps(lines, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    with (target / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "longitude", "latitude"))
        for code, (east, north) in sorted(towns):
            writer.writerow((code, f"{east:.3f}", f"{north:.3f}"))


if __name__ == "__main__":
    main(*sys.argv[1:])
