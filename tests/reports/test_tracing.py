"""What a printed edition and its ledger must have in common."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reports.rendering.bookkeeping import Binding, Entry
from reports.rendering.ledger import Ledger
from reports.rendering.printed import Piece, Print, Role
from reports.rendering.tracing import trace


def a_print(*pieces: Piece, repeated: Sequence[Piece] = ()) -> Print:
    return Print(9, pieces, tuple(repeated), {"about": 3})


def entry(numeral: str, target: str = "") -> Entry:
    return Entry(numeral, Binding.STRUCTURE, target=target)


def faults(printed: Print, *entries: Entry) -> list[tuple[int, str]]:
    return [
        (fault.page, fault.sentence) for fault in trace(printed, Ledger(entries)).faults
    ]


def test_number_that_is_not_printed_is_named_with_its_page() -> None:
    printed = a_print(Piece(1, "1"), Piece(4, "3", begins=True))

    assert faults(printed, entry("1"), entry("2"), entry("3")) == [
        (1, "“[2]” is not printed: numbering.")
    ]


def test_page_of_an_entry_is_where_its_target_stands() -> None:
    right, wrong = a_print(Piece(2, "3")), a_print(Piece(2, "4"))

    assert faults(right, entry("", "about")) == []
    assert faults(wrong, entry("", "about")) == [
        (2, "“[4]” should be 3: the page of “about”.")
    ]
    assert faults(a_print(), entry("", "nowhere")) == []


def test_number_may_be_cut_by_the_end_of_a_line_only() -> None:
    whole = Entry("2021.12", Binding.FIELD, ("events.event:1.site",))
    ends = (Piece(2, "a/2021."), Piece(2, "12/b"))

    assert faults(a_print(*ends), whole) == []
    assert len(faults(a_print(ends[0], replace(ends[1], begins=True)), whole)) == 2
    assert len(faults(a_print(Piece(2, "a/2021 12/b")), whole)) == 2


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        ([(1, "1"), (1, "2"), (2, "3")], []),
        ([(1, "1"), (1, "2"), (2, "1")], []),
        ([(1, "1"), (1, "3"), (2, "4")], [1]),
        ([(1, "1"), (1, "1")], [1]),
        ([(1, "2")], [1]),
    ],
)
def test_notes_are_counted_by_page_or_throughout(
    labels: list[tuple[int, str]], wrong: list[int]
) -> None:
    pieces = [
        Piece(page, f"※{number}", role, begins=True)
        for page, number in labels
        for role in (Role.CALL, Role.NOTE)
    ]

    assert [page for page, _sentence in faults(a_print(*pieces))] == wrong


def test_label_of_a_note_is_that_of_its_call() -> None:
    pieces = Piece(1, "※1", Role.CALL), Piece(1, "※2", Role.NOTE, begins=True)

    assert faults(a_print(*pieces)) == [
        (1, "“※1 ※[2]” is not the next label of a note.")
    ]


def test_items_of_a_list_are_counted() -> None:
    pieces = [Piece(1, "1.", Role.ITEM, 1, True), Piece(1, "3.", Role.ITEM, 2, True)]

    assert faults(a_print(*pieces)) == [
        (1, "“1. [3].” is not the next label of an item.")
    ]


@pytest.mark.parametrize(
    ("words", "is_known"),
    [("5", True), ("6", False), ("COP26 in Glas-", False), ("COP26 in Glasgow", True)],
)
def test_words_at_the_edge_repeat_others_or_are_the_page(
    words: str, is_known: bool
) -> None:
    read = Piece(4, "COP26 in"), Piece(4, "Glasgow")
    printed = a_print(*read, repeated=[Piece(5, words)])

    found = faults(printed, Entry("26", Binding.FIELD, ("events.event:1.title",)))

    assert found == (
        [] if is_known else [(5, f"“{words}” at the edge is bound to nothing.")]
    )
