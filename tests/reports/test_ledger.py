"""The ledger of an edition: every numeral, and the records that it is from."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.utils.safestring import SafeString

from iclei_portal.bilingual.texts import Filled, Text
from reports.choices import Language, Section
from reports.contents.snapshots import current_editions
from reports.contents.values import Count
from reports.models import AnnualReport
from reports.rendering.bookkeeping import Binding, Bookkeeper, Entry, sourced
from reports.rendering.documents import laid_out
from reports.rendering.layout import LayoutReader
from reports.rendering.ledger import Ledger, ledger_of
from reports.rendering.marks import MARK, Value, marked, marking
from reports.rendering.numerals import numerals
from tests.factories import DatedFigureFactory, EventFactory, SectionTextFactory


def found(ledger: Ledger, chapter: str) -> list[tuple[str, Binding, str]]:
    """Return the numerals of a chapter, without its own number."""
    return [
        (entry.numeral, entry.binding, " ".join(entry.sources))
        for entry in ledger.entries
        if entry.place.key == chapter and entry.binding != Binding.STRUCTURE
    ]


def ledger(report: AnnualReport, language: str = "en") -> Ledger:
    return ledger_of(current_editions(report), language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,107 members in 2022.", ["1,107", "2022"]),
        ("16:30–17:30", ["16:30", "17:30"]),
        ("第２回、①と㉑", ["2", "1", "21"]),
        ("1.5°C（COP26）", ["1.5", "26"]),
        ("Three", []),
    ],
)
def test_numerals_are_read_as_one_reads_them(text: str, expected: list[str]) -> None:
    assert numerals(text) == expected


def test_marks_are_made_only_for_who_asks() -> None:
    text = Text("2021", "en", missing=False, source="events.event:1.title")

    plain = marked(SafeString("2021"), text)
    with marking() as values:
        once = marked(SafeString("2021"), text)

    assert plain == "2021"
    assert MARK.sub("", once) == "2021"
    assert once != "2021"
    assert values == [text]


def test_figure_in_a_text_is_told_from_the_same_number_written_out() -> None:
    phrase = Filled("約21団体", "about.datedfigure:3.value")
    text = Text(
        "2021年に21回、約21団体と。", "ja", False, "news.article:1.text", (phrase,)
    )

    assert [(one.numeral, one.binding, one.source) for one in sourced(text)] == [
        ("2021", Binding.FIELD, "news.article:1.text"),
        ("21", Binding.FIELD, "news.article:1.text"),
        ("21", Binding.FIGURE, "about.datedfigure:3.value"),
    ]


@pytest.mark.django_db
def test_numbers_of_a_text_are_bound_to_its_field_and_its_figures(
    report: AnnualReport,
) -> None:
    figure = DatedFigureFactory(key="helped", value=189, as_of=date(2021, 12, 31))
    text = SectionTextFactory(
        report=report,
        section=Section.CAFE,
        text_en="In 2021\n\n1. {helped} municipalities\n2. [x](http://a.jp/7) twice",
    )

    assert found(ledger(report), "cafe") == [
        ("2021", Binding.FIELD, f"reports.sectiontext:{text.pk}.text"),
        ("189", Binding.FIGURE, f"about.datedfigure:{figure.pk}.value"),
    ]


@pytest.mark.django_db
def test_numerals_have_the_words_around_them_in_each_language(
    report: AnnualReport,
) -> None:
    EventFactory(title_ja="全国大会第7回会議", title_en="The 7th of 12 Meetings")

    entries = [
        (entry.place.language, entry.before[-3:], entry.after[:4])
        for entry in ledger(report, "ja-en").entries
        if entry.place.key == "calendar" and entry.numeral == "7"
    ]

    assert entries == [("ja", "大会第", "回会議 "), ("en", "he ", "th o")]


@pytest.mark.django_db
def test_chapters_are_numbered_and_their_pages_to_be_found(
    report: AnnualReport,
) -> None:
    contents = [
        entry
        for entry in ledger(report).entries
        if entry.place.key == "contents" and entry.binding == Binding.STRUCTURE
    ]

    assert [(each.numeral, each.target) for each in contents[:4]] == [
        ("01", ""),
        ("", "about"),
        ("02", ""),
        ("", "benefits"),
    ]


@pytest.mark.django_db
def test_chapter_alone_has_its_part_of_the_ledger(report: AnnualReport) -> None:
    EventFactory(title_en="7th Meeting")
    editions = current_editions(report)

    whole = [
        entry
        for entry in ledger_of(editions, "en").entries
        if entry.place.key == "calendar"
    ]

    alone = ledger_of(editions, "en", "calendar").entries
    assert [(each.numeral, each.sources) for each in alone] == [
        (each.numeral, each.sources) for each in whole
    ]
    with pytest.raises(KeyError):
        ledger_of(editions, "en", "weather")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "numeral"),
    [
        ("<p>some 42 of them</p>", "42"),
        ("<p>{{ edition.year }}</p>", "2021"),
        ("<p>{{ edition.day|said|cut:'0' }}</p>", "222"),
        ("<p>{{ number|add:1|ordinal }}{{ number }}</p>", "2"),
        ("<p>{{ edition.language|said }}{{ '1,000'|said }}</p>", "1,000"),
        ("<svg role='img'><title>7</title><text>8</text></svg>", "8"),
    ],
    ids=["literal", "past the filters", "changed", "counted on", "no value", "drawn"],
)
def test_number_that_no_record_stands_behind_is_found(
    report: AnnualReport,
    template: Callable[[str, str], None],
    content: str,
    numeral: str,
) -> None:
    assert ledger(report).unbound == []
    template("benefits.html", "{% load edition %}" + content)

    unbound = ledger(report).unbound

    assert [entry.numeral for entry in unbound] == [numeral]


def bound(values: list[Value], known: tuple[Value, ...]) -> list[Entry]:
    """Return the entries of a layout that prints values, of which some are known."""
    with marking() as printed:
        html = "".join(
            marked(SafeString(value.content if isinstance(value, Text) else "7"), value)
            for value in values
        )
    return list(Bookkeeper(LayoutReader(()).read(html), printed, [known]).entries())


COUNT = Count(7, "members of the day", ("members.municipality:1", "…"))
TEXT = Text("1,000", "en", missing=False, source="events.event:1.title")


def test_counted_number_is_bound_to_the_records_that_were_counted() -> None:
    (entry,) = bound([COUNT], (COUNT,))

    assert (entry.numeral, entry.binding) == ("7", Binding.COUNT)
    assert (entry.of, entry.sources) == (COUNT.of, COUNT.records)


@pytest.mark.parametrize(
    ("value", "known"),
    [
        (COUNT, replace(COUNT, value=8)),
        (replace(COUNT, value=8), replace(COUNT, value=8)),
        (TEXT, replace(TEXT, content="1,001")),
        (TEXT, replace(TEXT, source="events.event:2.title")),
        (replace(TEXT, source=""), replace(TEXT, source="")),
        (8, TEXT),
    ],
    ids=["count", "other number", "content", "source", "no source", "order"],
)
def test_value_that_the_edition_does_not_have_binds_nothing(
    value: Value, known: Value
) -> None:
    assert [entry.binding for entry in bound([value], (known,))] == [Binding.NONE]


def test_numbers_of_values_side_by_side_stay_apart() -> None:
    entries = bound([TEXT, COUNT, TEXT], (TEXT, COUNT))

    assert [entry.numeral for entry in entries] == ["1,000", "7", "1,000"]


@pytest.mark.django_db
def test_edition_for_print_holds_no_marks(report: AnnualReport) -> None:
    EventFactory(title_en="7th Meeting")
    editions = current_editions(report)
    ledger_of(editions, "en")

    html = laid_out(editions, Language.ENGLISH)

    assert "7th Meeting" in html
    assert MARK.findall(html) == []
