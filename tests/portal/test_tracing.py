"""How the outlines of the map are made from open data."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from iclei_portal.drawings.land import decoded
from iclei_portal.drawings.plane import Point
from iclei_portal.drawings.tracing import (
    coded,
    heart,
    main,
    simplified,
    simplified_ring,
    traced,
)

# Two prefectures of a degree each, west and east of a border with a kink.
POINTS = [
    (135.0, 35.0), (136.0, 35.0), (136.1, 35.5), (136.0, 36.0), (135.0, 36.0),
    (137.0, 36.0), (137.0, 35.0), (135.5, 35.001),
]  # fmt: skip
DRAWN = [
    [[point, 2] for point in POINTS],
    [
        [[2, [1, 2, 3]], [0, [3, 4, 0, 7, 1]]],
        [[0, [1, 6, 5, 3]], [1, [3, 2, 1]]],
    ],
]
TOWNS = [("010006", (135.5, 35.5)), ("020001", (136.5, 35.5))]


def square(west: float, south: float, side: float) -> list[Point]:
    east, north = west + side, south + side
    return [(west, south), (east, south), (east, north), (west, north)]


def world(*rings: list[Point]) -> dict[str, Any]:
    """Return a TopoJSON file of countries, two arcs a ring, with a foreign one."""
    arcs: list[list[list[int]]] = []
    outlines = []
    for ring in (*rings, square(150, 35, 1)):
        steps = [(round(x * 1000), round(y * 1000)) for x, y in (*ring, ring[0])]
        # The second half is stored backwards.
        for half in (steps[:3], steps[2:][::-1]):
            before = [(0, 0), *half]
            arcs.append(
                [
                    [x - x0, y - y0]
                    for (x0, y0), (x, y) in zip(before, half, strict=False)
                ]
            )
        outlines.append([[len(arcs) - 2, ~(len(arcs) - 1)]])
    *own, foreign = outlines
    return {
        "transform": {"scale": [0.001, 0.001], "translate": [0, 0]},
        "arcs": arcs,
        "objects": {
            "countries": {
                "geometries": [
                    {"id": "392", "arcs": own},
                    {"id": "410", "arcs": [foreign]},
                ]
            }
        },
    }


def rings(found: dict[str, Any], digits: str) -> list[tuple[Point, ...]]:
    return [decoded(steps) for steps in found[digits]["rings"]]


def test_neighbours_share_their_border_point_by_point() -> None:
    found = traced(DRAWN, world(), TOWNS)

    (west,), (east,) = rings(found, "01"), rings(found, "02")

    assert set(west) & set(east) == {(136.0, 35.0), (136.1, 35.5), (136.0, 36.0)}


def test_points_that_change_nothing_are_left_out() -> None:
    (west,) = rings(traced(DRAWN, world(), TOWNS), "01")

    assert (135.5, 35.001) not in west
    assert len(west) == 5


def test_island_goes_to_the_prefecture_of_the_nearest_municipality() -> None:
    found = traced(DRAWN, world(square(137.5, 35, 0.3)), TOWNS)

    assert len(rings(found, "01")) == 1
    assert square(137.5, 35, 0.3)[0] in rings(found, "02")[1]


@pytest.mark.parametrize(
    ("town", "expected"), [((134.51, 34.51), 2), ((134.8, 34.51), 1)]
)
def test_small_island_is_drawn_if_it_has_a_municipality(
    town: Point, expected: int
) -> None:
    found = traced(DRAWN, world(square(134.5, 34.5, 0.02)), [*TOWNS, ("013005", town)])

    assert len(rings(found, "01")) == expected


def test_island_that_is_land_already_is_left_out() -> None:
    found = traced(DRAWN, world(square(135.2, 35.2, 0.5)), TOWNS)

    assert [len(rings(found, digits)) for digits in found] == [1, 1]


def test_island_prefecture_is_simplified_as_one_line() -> None:
    ring = [(0.0, 0.0), (0.5, 0.001), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    numbers = [*range(5), 0]
    drawn = [[[point, 1] for point in ring], [[[0, numbers]]]]

    (found,) = rings(traced(drawn, world(), TOWNS), "01")

    assert found == ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def test_island_smaller_than_what_may_be_off_keeps_its_shape() -> None:
    ring = square(135, 35, 0.001)

    assert simplified_ring(ring) == ring


def test_line_back_to_its_start_keeps_its_farthest_point() -> None:
    line = [(0.0, 0.0), (0.0, 1.0), (0.0, 0.0)]

    assert simplified(line, 1) == line


def test_heart_is_far_from_every_border() -> None:
    pan = [*square(0, 0, 1)[:2], (1.0, 0.4), (3.0, 0.4), (3.0, 0.5), (1.0, 0.5)]
    pan += [(1.0, 1.0), (0.0, 1.0)]

    assert heart(pan) == pytest.approx((0.5, 0.5), abs=0.1)


def test_outline_is_read_as_it_was_written() -> None:
    ring = [(135.0, 35.0), (136.25, 35.125), (135.5, 36.0)]

    assert decoded(coded(ring)) == tuple(ring)


def test_files_are_written_in_the_order_of_the_codes(tmp_path: Path) -> None:
    towns = [
        {"lgcode": "20001", "city": "Aomori", "lng": 136.5, "lat": 35.5},
        {"lgcode": "10006", "city": "Sapporo", "lng": 135.5, "lat": 35.25},
        {"lgcode": "11011", "city": "Sapporo Chuo", "lng": 135.5, "lat": 35.5},
    ]
    sources = []
    for name, value in (("drawn", DRAWN), ("world", world()), ("towns", towns)):
        (tmp_path / name).write_text(json.dumps(value), encoding="utf-8")
        sources.append(str(tmp_path / name))

    main(*sources, target=tmp_path)

    lines = (tmp_path / "places.csv").read_text(encoding="utf-8").splitlines()
    outlines = json.loads((tmp_path / "prefectures.json").read_text(encoding="utf-8"))
    assert list(csv.reader(lines)) == [
        ["code", "longitude", "latitude"],
        ["010006", "135.500", "35.250"],
        ["020001", "136.500", "35.500"],
    ]
    assert list(outlines) == ["01", "02"]
