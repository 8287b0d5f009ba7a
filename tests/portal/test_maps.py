"""The map of the members: Japan as drawn, and the names on it."""

import csv
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from iclei_portal.drawings.labels import MOST, Ground, labelled
from iclei_portal.drawings.land import DATA, place, prefectures
from iclei_portal.drawings.member_map import Spot, member_map, path_of
from iclei_portal.drawings.names import Name
from iclei_portal.drawings.plane import Box
from iclei_portal.drawings.sheet import INSETS, MAIN, TOKYO, drawn_under, frame_of
from iclei_portal.drawings.svg import MIDDLE_GREEN, Drawing, Words
from tests.portal import drawn

FY2021 = Path(__file__).parents[2] / "datasets" / "fy2021"
CAPTIONS = {frame.key: Words(f"<{frame.key}>") for frame in INSETS}
# The municipality where the government of each prefecture sits.
CAPITALS = [
    "011002", "022012", "032018", "041009", "052019", "062014", "072010", "082015",
    "092011", "102016", "111007", "121002", "131041", "141003", "151009", "162019",
    "172014", "182010", "192015", "202011", "212016", "221007", "231002", "242012",
    "252018", "261009", "271004", "281000", "292010", "302015", "312011", "322016",
    "331007", "341002", "352039", "362018", "372013", "382019", "392014", "401307",
    "412015", "422011", "431001", "442011", "452017", "462012", "472018",
]  # fmt: skip


def rows(file: str) -> list[dict[str, str]]:
    with (FY2021 / file).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def towns() -> Iterator[tuple[str, tuple[float, float]]]:
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["code"], (float(row["longitude"]), float(row["latitude"]))


def spot(name: str, code: str) -> Spot:
    at = place(code)
    assert at is not None, name
    return Spot(Words(name), at, code[:2] if code[2:5] == "000" else "")


def members(language: str) -> list[Spot]:
    known = {row["slug"]: row for row in rows("municipalities.csv")}
    full = [
        r["municipality"] for r in rows("memberships.csv") if r["category"] == "full"
    ]
    return [spot(known[s][f"name_{language}"], known[s]["code"]) for s in full]


def nothing_under(_box: Box) -> int:
    return 0


def names(drawing: Drawing) -> list[drawn.Seen]:
    return [seen for seen in drawn.words(drawing) if not seen.words.startswith("<")]


@pytest.mark.parametrize("code", CAPITALS)
def test_capital_lies_in_its_prefecture(code: str) -> None:
    at = place(code)

    assert at is not None
    assert [d for d, each in prefectures().items() if each.holds(at)] == [code[:2]]


def test_every_prefecture_has_its_capital() -> None:
    assert [code[:2] for code in CAPITALS] == list(prefectures())


def test_no_municipality_lies_in_another_prefecture() -> None:
    astray = [
        code
        for code, at in towns()
        for digits, each in prefectures().items()
        if digits != code[:2] and each.holds(at)
    ]

    # Sakae's office stands on the border of Nagano; Kitayama is an exclave.
    assert astray == ["206024", "304271"]


def test_every_municipality_is_on_the_sheet() -> None:
    frames = [frame_of(at) for _code, at in towns()]

    assert len(frames) == 1741
    assert None not in frames


def test_prefecture_is_where_its_heart_is() -> None:
    for digits, prefecture in prefectures().items():
        assert place(f"{digits}0006") == prefecture.heart
        assert prefecture.holds(prefecture.heart)


@pytest.mark.parametrize("code", ["", "999999", "480002"])
def test_place_of_an_unknown_code_is_not_known(code: str) -> None:
    assert place(code) is None


def test_place_overseas_is_off_the_sheet() -> None:
    malmo = Spot(Words("Malmö"), (13.0, 55.6))

    assert frame_of(malmo.place) is None
    assert names(member_map([malmo], {})) == []


def test_outlines_are_light_enough_for_a_page() -> None:
    assert (DATA / "prefectures.json").stat().st_size <= 40_000
    assert len(member_map([], {}).content) <= 50_000


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_member_is_named_once(language: str) -> None:
    drawing = member_map(members(language), CAPTIONS)

    printed = "".join(seen.words for seen in names(drawing)).replace(" ", "")

    assert len(members(language)) == 21
    for member in members(language):
        assert printed.count(member.name.content.replace(" ", "")) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_name_lies_on_another_or_off_the_sheet(language: str) -> None:
    drawing = member_map(members(language), CAPTIONS)
    seen = drawn.words(drawing)

    overlapping = [
        (one.words, other.words)
        for one, other in combinations(seen, 2)
        if one.box.overlaps(other.box)
    ]

    assert overlapping == []
    assert [each.words for each in seen if not each.box.within(MAIN.box)] == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_name_hides_a_member_or_a_line(language: str) -> None:
    drawing = member_map(members(language), CAPTIONS)
    dots = [Box.around(at, 2) for at, _fill in drawn.circles(drawing)]

    hidden = [
        seen.words
        for seen in names(drawing)
        if any(seen.box.overlaps(dot) for dot in dots)
        or any(seen.box.is_met_by(line) for line in drawn.lines(drawing))
    ]

    assert hidden == []


def test_members_around_tokyo_are_named_in_the_inset_and_dotted_in_both() -> None:
    drawing = member_map([spot("Sumida", "131075")], CAPTIONS)

    (name,), circles = names(drawing), drawn.circles(drawing)

    assert name.box.within(TOKYO.box)
    assert [TOKYO.box.has(at) for at, _fill in circles] == [False, True]


def test_islands_have_insets_of_their_own() -> None:
    spots = [spot("Naha", "472018"), spot("Ogasawara", "134210")]
    drawing = member_map(spots, CAPTIONS)

    inset = {frame.key: frame.box for frame in INSETS}
    naha, ogasawara = names(drawing)

    assert naha.box.within(inset["south-west"])
    assert ogasawara.box.within(inset["ogasawara"])


def test_prefecture_that_is_a_member_is_shaded_without_a_dot() -> None:
    plain, shaded = member_map([], {}), member_map([spot("Nagano", "200000")], {})

    assert f'fill="{MIDDLE_GREEN}"' not in plain.content
    assert shaded.content.count(f'fill="{MIDDLE_GREEN}"') == 1
    assert drawn.circles(shaded) == []
    assert drawn.contents(shaded) == ["Nagano"]


def test_land_and_lines_are_where_the_map_has_them() -> None:
    inland, border, at_sea = (
        MAIN.on_sheet(at) for at in ((142.8, 43.2), (138.6, 35.3), (136.0, 38.5))
    )

    land = drawn_under(MAIN, Box.around(inland, 6))
    assert 9 <= land <= 16
    assert drawn_under(MAIN, Box.around(border, 6)) > land
    assert drawn_under(MAIN, Box.around(at_sea, 6)) == 0
    assert drawn_under(TOKYO, Box.around(TOKYO.on_sheet((140.2, 35.5)), 3)) == 0


def test_names_that_find_no_room_are_left_out_and_no_others() -> None:
    crowd = [Name(Words(f"Town number {n}"), (200.0, 200.0)) for n in range(40)]
    apart = Name(Words("Far away"), (380.0, 40.0))

    placed = labelled([*crowd, apart], Ground(MAIN.box, (), nothing_under))

    kept = [label for label in placed if label]
    assert placed[-1] is not None
    assert 5 < len(kept) < 41
    assert not any(one.collides_with(other) for one, other in combinations(kept, 2))


def test_map_of_too_many_has_dots_only() -> None:
    crowd = [Name(Words("T"), (n * 4.0, 9.0)) for n in range(MOST + 1)]

    assert set(labelled(crowd, Ground(MAIN.box, (), nothing_under))) == {None}


def test_points_less_than_a_tenth_apart_are_drawn_once() -> None:
    ring = [(10.0, 20.0), (10.04, 20.0), (12.5, 18.0), (11.0, 19.0)]

    assert path_of([ring]) == "M10 20l2.5 -2 -1.5 1 z"


def test_same_members_are_drawn_the_same_again() -> None:
    assert member_map(members("en"), CAPTIONS) == member_map(members("en"), CAPTIONS)
