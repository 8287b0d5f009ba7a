"""The small map that shows where one municipality is."""

import re

import pytest

from iclei_portal.drawings.land import place
from iclei_portal.drawings.locator import coarse, locator
from iclei_portal.drawings.sheet import MAIN, SOUTH_WEST
from iclei_portal.drawings.svg import GREEN, MIDDLE_GREEN

DOT = re.compile(r'<circle cx="(\d+)" cy="(\d+)"')


def dots(content: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in DOT.findall(content)]


def test_dot_stands_at_the_place() -> None:
    kyoto = place("261009")
    assert kyoto is not None

    drawing = locator("26", kyoto)

    x, y = MAIN.on_sheet(kyoto)
    assert dots(drawing.content) == [(round(x), round(y))]


def test_places_in_okinawa_stand_in_the_inset() -> None:
    ((x, y),) = dots(locator("47", place("472018")).content)

    assert SOUTH_WEST.box.has((x, y))


def test_places_near_tokyo_stand_on_the_main_map() -> None:
    setagaya = place("131121")
    assert setagaya is not None

    ((x, y),) = dots(locator("13", setagaya).content)

    assert (x, y) == tuple(round(part) for part in MAIN.on_sheet(setagaya))


@pytest.mark.parametrize("at", [None, (142.2, 27.1), (22.3, 60.5)])
def test_places_off_the_map_have_no_dot(at: tuple[float, float] | None) -> None:
    assert dots(locator("13", at).content) == []


@pytest.mark.parametrize(("digits", "count"), [("26", 1), ("47", 1), ("", 0)])
def test_only_the_prefecture_is_tinted(digits: str, count: int) -> None:
    content = locator(digits, None).content

    assert content.count(f'fill="{MIDDLE_GREEN}"') == count
    assert content.count(f'stroke="{GREEN}"') == count


def test_map_is_light_enough_for_every_profile() -> None:
    assert len(locator("26", place("261009")).content.encode()) < 12_000


def test_tiny_islands_and_short_steps_are_left_out() -> None:
    assert coarse([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]) == []
    assert coarse([(0.0, 0.0), (0.5, 0.0), (9.0, 0.0), (9.0, 9.0)]) == [
        (0, 0),
        (9, 0),
        (9, 9),
    ]
