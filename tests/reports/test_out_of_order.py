"""What contradicts itself, or the other language, is found."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import translation

from events.choices import Listing, Status
from iclei_portal.about.choices import StatementKind
from reports.choices import FindingKind
from reports.models import AnnualReport
from reports.validators import LONGEST_TEXT
from tests.factories import (
    BoardSeatFactory,
    BodyFactory,
    CommissionedProjectFactory,
    DatedFigureFactory,
    EventFactory,
    HeadshipFactory,
    PersonFactory,
    SectionTextFactory,
    SessionFactory,
    StatementFactory,
)
from tests.reports.faults import conference, findings, only

pytestmark = pytest.mark.django_db

MISSING, UNTRANSLATED = FindingKind.MISSING, FindingKind.UNTRANSLATED
UNCONFIRMED, OUT_OF_ORDER = FindingKind.UNCONFIRMED, FindingKind.OUT_OF_ORDER
PARITY = FindingKind.PARITY


def test_session_outside_its_event_is_out_of_order(report: AnnualReport) -> None:
    event = EventFactory(start_on=date(2021, 10, 31), end_on=date(2021, 11, 13))
    SessionFactory(event=event, day=date(2021, 11, 13))
    session = SessionFactory(event=event, day=date(2021, 11, 14))

    (found,) = only(report, OUT_OF_ORDER)

    assert found.source == f"events.session:{session.pk}.day"
    with translation.override("en"):
        assert found.sentence == (
            "The session is on 14 November 2021; the event lasts from 31 October 2021 "
            "to 13 November 2021."
        )


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"status": Status.PLANNED}, "status", "its status is “planned”"),
        ({"status": Status.CANCELLED}, "status", "was cancelled"),
        ({"title_ja": "10月5日の会"}, "start_on", "another day than 4 October 2021"),
        ({"title_ja": "令和2年度総会"}, "title_ja", "another fiscal year"),
        ({"title_ja": "会" * 101}, "title_ja", "too long for a list"),
        ({"title_ja": "会\n" * 40}, "title_ja", "runs over several lines"),
    ],
)
def test_event_that_contradicts_itself_is_out_of_order(
    report: AnnualReport, values: dict[str, str], field: str, words: str
) -> None:
    event = conference(start_on=date(2021, 10, 4), **{"title_en": None} | values)

    (found,) = only(report, OUT_OF_ORDER)

    assert found.source == f"events.event:{event.pk}.{field}"
    with translation.override("en"):
        assert words in found.sentence


def test_event_still_to_come_on_the_day_may_be_planned(report: AnnualReport) -> None:
    report.as_of = date(2021, 9, 30)
    EventFactory(start_on=date(2021, 10, 4), status=Status.PLANNED, title_ja="10月4日")

    assert only(report, OUT_OF_ORDER) == []


def test_event_that_the_report_does_not_print_has_no_faults(
    report: AnnualReport,
) -> None:
    EventFactory(listing=Listing.PROGRAMME, status=Status.CANCELLED)

    assert only(report, OUT_OF_ORDER) == []


def test_title_may_name_the_years_own_number(report: AnnualReport) -> None:
    CommissionedProjectFactory(title_ja="令和3年度の事業", title_en="FY2021 project")

    assert only(report, OUT_OF_ORDER) == []


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2022, 3, 31), 0), (date(2021, 4, 1), 0), (date(2022, 4, 1), 1)],
)
def test_day_of_the_report_lies_in_its_year(
    report: AnnualReport, day: date, count: int
) -> None:
    report.as_of = day

    found = only(report, OUT_OF_ORDER)

    assert [each.field_name for each in found] == ["as_of"] * count


def test_post_of_an_office_that_ended_is_out_of_order(report: AnnualReport) -> None:
    before = DateRange(date(2018, 4, 1), date(2021, 9, 1))
    kyoto = HeadshipFactory(municipality__name_ja="京都市", valid=before)
    seat = BoardSeatFactory(
        body=BodyFactory(slug="iclei-japan"),
        person=kyoto.person,
        post_ja="京都市長",
        post_en="Mayor",
    )
    again = HeadshipFactory(municipality__name_ja="横浜市", valid=before)
    HeadshipFactory(
        municipality=again.municipality,
        person=again.person,
        valid=DateRange(date(2021, 9, 1), None),
    )
    BoardSeatFactory(person=again.person, post_ja="横浜市長", post_en="Mayor")
    BoardSeatFactory(person=kyoto.person, post_ja="顧問", post_en="Adviser")

    (found,) = only(report, OUT_OF_ORDER)

    assert found.source == f"members.boardseat:{seat.pk}.post_ja"
    assert "京都市" in found.sentence


def test_passage_said_twice_is_out_of_order(report: AnnualReport) -> None:
    StatementFactory(kind=StatementKind.GOAL, text_ja="一", text_en="One")
    again = StatementFactory(kind=StatementKind.GOAL, text_ja="一", text_en="One")

    (found,) = only(report, OUT_OF_ORDER)

    assert found.source == f"about.statement:{again.pk}.text_ja"


def test_old_figure_is_out_of_order_where_it_is_printed(report: AnnualReport) -> None:
    old = DatedFigureFactory(key="old", value=7, as_of=date(2017, 3, 30))
    DatedFigureFactory(key="new", value=8, as_of=date(2017, 3, 31))
    DatedFigureFactory(key="unused", as_of=date(2010, 1, 1))
    SectionTextFactory(report=report, text_ja="{old}と{new}", text_en="{old}, {new}")

    (found,) = only(report, OUT_OF_ORDER)

    assert found.source == f"about.datedfigure:{old.pk}.as_of"
    assert found.chapter == "about"


def test_figure_typed_by_hand_is_out_of_order(report: AnnualReport) -> None:
    DatedFigureFactory(key="helped", value=1107, as_of=date(2022, 1, 1))
    text = SectionTextFactory(
        report=report,
        text_ja="1,107団体と{helped}団体。2021年の12件",
        text_en="1,107 and {helped}. 12 in 2021",
    )

    assert findings(report, f"reports.sectiontext:{text.pk}") == [
        (
            OUT_OF_ORDER,
            "The text has 1,107 typed by hand; write {helped} for the dated figure.",
        )
    ]


def test_text_that_is_too_long_is_out_of_order(report: AnnualReport) -> None:
    text = SectionTextFactory(
        report=report, text_ja="文" * (LONGEST_TEXT + 1), text_en="x" * LONGEST_TEXT
    )

    assert findings(report, f"reports.sectiontext:{text.pk}") == [
        (
            OUT_OF_ORDER,
            "The text has 20,001 characters; 20,000 are the most for a section.",
        )
    ]


@pytest.mark.parametrize(
    "markup",
    ["<img src=x>", "</p>", "![", "{{ settings.SECRET_KEY }", "](file:///etc/passwd)"],
)
def test_markup_that_prints_as_typed_is_out_of_order(
    report: AnnualReport, markup: str
) -> None:
    text = SectionTextFactory(
        report=report,
        text_ja=f"前{markup}後",
        text_en="[x](https://a.jp) **b** a < b > c",
    )

    found = [
        sentence for kind, sentence in findings(report, "") if kind == OUT_OF_ORDER
    ]

    assert found == [f"The report prints this as it is typed: {markup}"]
    assert text.pk


def test_texts_that_differ_are_named_in_both_languages(report: AnnualReport) -> None:
    event = EventFactory(title_ja="第26回会議", title_en="27th Conference")

    assert findings(report, f"events.event:{event.pk}.title_en") == [
        (
            PARITY,
            "Numbers and dates differ. Only in Japanese: 26. Only in English: 27.",
        )
    ]


def test_reading_that_does_not_give_the_latin_name_is_found(
    report: AnnualReport,
) -> None:
    kawano = PersonFactory(family_name_kana="こうの", family_name_en="Kawano")
    BoardSeatFactory(person=kawano)
    PersonFactory(family_name_kana="こうの", family_name_en="Kawano")

    assert [each.source for each in only(report, PARITY)] == [
        f"members.person:{kawano.pk}.family_name_en"
    ]
