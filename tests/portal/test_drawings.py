"""Bars, grids and their words."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from iclei_portal.drawings.bars import Bar, Pair, Row, pairs, rows, titled_rows
from iclei_portal.drawings.lettering import lines, width
from iclei_portal.drawings.matrix import Grid, Line, Mark, matrix
from iclei_portal.drawings.svg import GREEN, SIZE, WHITE, Drawing, Words, framed
from tests.portal import drawn

KEY = [Words("Members"), Words("Conferences")]


def pair(name: str, first: int, second: int) -> Pair:
    return Pair(
        Words(name), Bar(first, Words(str(first))), Bar(second, Words(str(second)))
    )


def row(name: str, *parts: int, is_open: bool = False) -> Row:
    return Row(Words(name), parts, Words(str(sum(parts))), is_open)


def grid(columns: int, marks: Sequence[tuple[Mark, ...]]) -> Grid:
    return Grid(
        key=((Mark.FILLED, Words("yes")), (Mark.HOLLOW, Words("open"))),
        columns=tuple(Words(f"City of Town {n}") for n in range(columns)),
        rows=tuple(
            Line(Words(f"Row {n}"), each, Words(str(len(each))))
            for n, each in enumerate(marks)
        ),
        total=Words("Total"),
        sums=tuple(Words(f"{n}00") for n in range(columns)),
    )


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    seen = drawn.words(drawing)
    return [
        (one.words, other.words)
        for number, one in enumerate(seen)
        for other in seen[number + 1 :]
        if one.box.overlaps(other.box)
    ]


def test_upright_bars_are_as_tall_as_their_amounts() -> None:
    drawing = pairs([pair("Apr", 20, 10), pair("May", 5, 20)], KEY)

    tall = [box.height for box in drawn.boxes(drawing)[2:]]

    assert [round(height / tall[0], 2) for height in tall] == [1, 0.49, 0.25, 0.99]
    assert len({box.bottom for box in drawn.boxes(drawing)[2::2]}) == 1


def test_amount_of_nothing_is_a_number_without_a_bar() -> None:
    drawing = pairs([pair("May", 0, 0)], KEY)

    assert drawn.contents(drawing) == ["Members", "Conferences", "0", "0", "May"]
    assert len(drawn.boxes(drawing)) == len(KEY)


def test_months_of_a_year_stand_beside_each_other() -> None:
    names = [f"{month}月" for month in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)]
    drawing = pairs([pair(name, 29, 18) for name in names], KEY)

    named = [seen for seen in drawn.words(drawing) if seen.words in names]

    assert [seen.words for seen in named] == names
    assert overlaps(drawing) == []


def test_group_stands_under_its_first_bars() -> None:
    one = Pair(Words("Jan"), Bar(1, Words("1")), Bar(1, Words("1")), Words("2022"))
    drawing = pairs([pair("Dec", 1, 1), one], KEY)

    found = {seen.words: seen for seen in drawn.words(drawing)}

    assert found["2022"].y > found["Jan"].y
    assert found["2022"].x > found["Dec"].x


def test_parts_of_a_lying_bar_follow_each_other() -> None:
    drawing = rows([row("support", 13, 3), row("lecture", 8, 0)], KEY)

    first, second, third = drawn.boxes(drawing)[2:]

    assert second.left == pytest.approx(first.right, abs=0.5)
    assert first.width / third.width == pytest.approx(13 / 8, rel=0.01)
    assert [s.words for s in drawn.words(drawing)][2:] == [
        "support", "16", "lecture", "8",
    ]  # fmt: skip


def test_open_bar_ends_in_an_arrow() -> None:
    closed = titled_rows([row("Supported", 189)])
    opened = titled_rows([row("Disclosing", 1000, is_open=True)])

    assert "<polygon" not in closed.content
    assert opened.content.count("<polygon") == 1


def test_long_names_take_lines_of_their_own() -> None:
    name = "Municipalities disclosing through the CDP-ICLEI Unified Reporting System"
    drawing = titled_rows([row(name, 10)])

    printed = drawn.contents(drawing)

    assert " ".join(printed[:-1]) == name
    assert len(printed) == 3
    assert overlaps(drawing) == []


def test_every_cell_of_a_grid_has_its_mark() -> None:
    marks = [
        (Mark.FILLED, Mark.NONE, Mark.HOLLOW),
        (Mark.NONE, Mark.NONE, Mark.FILLED),
    ]
    drawing = matrix(grid(3, marks))

    (first, _), (third, _), (below, _) = drawn.circles(drawing)[2:]

    assert [fill for _at, fill in drawn.circles(drawing)[2:]] == [GREEN, WHITE, GREEN]
    assert third[1] == first[1] < below[1]
    assert first[0] < third[0] == below[0]


def test_sums_stand_in_their_columns_and_rows() -> None:
    drawing = matrix(grid(3, [(Mark.FILLED,) * 3]))

    seen = {each.words: each for each in drawn.words(drawing)}
    columns = [at[0] for at, _fill in drawn.circles(drawing)[2:]]

    assert [seen[f"{n}00"].x for n in range(3)] == pytest.approx(columns, abs=0.1)
    assert seen["3"].x > columns[-1]


@pytest.mark.parametrize("columns", [0, 1, 20])
def test_grid_stays_within_its_width(columns: int) -> None:
    drawing = matrix(grid(columns, [(Mark.FILLED,) * columns] * 2))

    places = [at[0] for at, _fill in drawn.circles(drawing)[2:]][:columns]

    assert all(b - a > SIZE for a, b in pairwise(places))
    assert max(box.right for box in drawn.boxes(drawing)) <= drawing.width


def test_row_that_goes_on_elsewhere_has_no_sum() -> None:
    whole = grid(1, [(Mark.FILLED,)])
    part = Grid(
        whole.key,
        whole.columns,
        whole.total,
        (Line(Words("Row"), (Mark.FILLED,), None),),
        whole.sums,
    )

    assert "1" not in drawn.contents(matrix(part))


def test_words_cannot_become_elements() -> None:
    drawing = pairs([pair('<script>"&', 1, 1)], KEY)

    assert drawn.contents(drawing)[-1] == '<script>"&'
    assert "<script" not in framed(drawing, alternative="<b>", key="k")


def test_drawing_is_named_and_carries_no_style() -> None:
    svg = framed(pairs([pair("Apr", 1, 2)], KEY), alternative="Most in April.", key="m")

    assert svg.startswith('<svg id="m" class="drawing" viewBox="0 0 296 ')
    assert 'role="img" aria-labelledby="m-alternative"' in svg
    assert '<title id="m-alternative">Most in April.</title>' in svg
    assert "style" not in svg


def test_words_of_another_language_say_so() -> None:
    drawing = rows([Row(Words("京都市", "ja"), (1,), Words("1"))], KEY)

    spoken = {each.text: each.get("lang") for each in drawn.tree(drawing).iter()}

    assert spoken["京都市"] == "ja"
    assert spoken["1"] is None


def test_what_stands_around_words_is_split_between_their_lines() -> None:
    words = Words("Kyoto Prefecture", "", opening="[", closing="]")

    first, second = words.lines(width("Prefecture", SIZE))

    assert (first.opening, first.content, first.closing) == ("[", "Kyoto", "")
    assert (second.opening, second.content, second.closing) == ("", "Prefecture", "]")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("City of Kitakyushu", ["City of", "Kitakyushu"]),
        ("エジンバラ・プロセス", ["エジンバラ・", "プロセス"]),
        ("東京都（首都）", ["東京都（首", "都）"]),
        ("1,107 members", ["1,107", "members"]),
        ("", [""]),
    ],
)
def test_lines_break_where_words_do(content: str, expected: list[str]) -> None:
    assert lines(content, 10, 62) == expected
