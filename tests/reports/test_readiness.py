"""What stands between a report and its freeze is found, and named with its field."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import translation
from pytest_django import Settings

from events.choices import Listing, Role
from events.models import Session
from members.models import BoardSeat
from reports.choices import FindingKind, Section
from reports.models import AnnualReport
from reports.readiness.checks import readiness
from tests.factories import (
    BoardSeatFactory,
    DatedFigureFactory,
    EventFactory,
    EventParticipantFactory,
    EventRoleFactory,
    HeadshipFactory,
    InitiativeFactFactory,
    InitiativeFactory,
    MembershipFactory,
    MunicipalityFactory,
    ParticipationFactory,
    PersonFactory,
    SectionTextFactory,
    SessionFactory,
    SpecialMembershipFactory,
)
from tests.factories.pictures import keep_photo
from tests.reports.faults import conference, findings, member, only

pytestmark = pytest.mark.django_db

MISSING, UNTRANSLATED = FindingKind.MISSING, FindingKind.UNTRANSLATED
UNCONFIRMED, OUT_OF_ORDER = FindingKind.UNCONFIRMED, FindingKind.OUT_OF_ORDER
PARITY = FindingKind.PARITY


def test_every_section_without_a_text_is_missing(report: AnnualReport) -> None:
    for section in Section:
        if section != Section.LECTURES:
            SectionTextFactory(report=report, section=section)

    (found,) = [
        each
        for each in only(report, MISSING)
        if each.source.startswith("reports.sectiontext")
    ]

    assert found.source == "reports.sectiontext:lectures.text_ja"
    assert found.chapter == "publicity"
    assert [found.name(language) for language in ("ja", "en")] == [
        "講演・発表",
        "Lectures",
    ]


def test_report_without_a_fault_has_none(report: AnnualReport) -> None:
    for section in Section:
        SectionTextFactory(report=report, section=section)
    HeadshipFactory(municipality=member())
    for number, month in enumerate(report.year.months):
        conference(start_on=month, title_ja=f"第{number}回", title_en=f"No. {number}")

    found = readiness(report)

    assert found.findings == ()
    assert found.within_allowances


def test_text_without_english_is_named_once_wherever_it_is_printed(
    report: AnnualReport,
) -> None:
    town = MunicipalityFactory(name_en=None)
    for _number in range(2):
        EventParticipantFactory(event=EventFactory(), municipality=town)

    (found,) = only(report, UNTRANSLATED)

    assert found.source == f"members.municipality:{town.pk}.name_en"
    assert found.municipality == f"members.municipality:{town.pk}"
    assert found.chapter == "calendar"
    assert readiness(report).municipalities == {found.municipality: town}


def test_section_without_english_has_its_own_name(report: AnnualReport) -> None:
    text = SectionTextFactory(report=report, section=Section.CAFE, text_en=None)

    (found,) = only(report, UNTRANSLATED)

    assert found.source == f"reports.sectiontext:{text.pk}.text_en"
    assert found.name("en") == "ICLEI Café"


def test_person_from_overseas_needs_no_japanese_name(report: AnnualReport) -> None:
    BoardSeatFactory(
        person=PersonFactory(family_name_ja=None, given_name_ja=None),
        post_ja=None,
        post_en="Vice Mayor",
    )

    sources = [each.source.partition(".")[2] for each in only(report, UNTRANSLATED)]

    assert sources == [f"boardseat:{BoardSeat.objects.get().pk}.post_ja"]


def test_person_without_a_latin_name_is_not_translated(report: AnnualReport) -> None:
    person = PersonFactory(family_name_en=None, given_name_en=None)
    BoardSeatFactory(person=person)

    assert [each.source for each in only(report, UNTRANSLATED)] == [
        f"members.person:{person.pk}.family_name_en"
    ]


def test_english_that_is_japanese_is_not_translated(report: AnnualReport) -> None:
    event = EventFactory(title_ja="世界大会", title_en="世界大会")

    assert findings(report, f"events.event:{event.pk}.title_en") == [
        (UNTRANSLATED, "The English text is in Japanese."),
    ]


FACTS: dict[str, Callable[[], object]] = {
    "person": lambda: BoardSeatFactory(person__confirmed=False).person,
    "seat": lambda: BoardSeatFactory(confirmed=False),
    "role": lambda: EventRoleFactory(confirmed=False),
    "role that was not read": lambda: EventRoleFactory(role=Role.NONE, confirmed=False),
    "session": lambda: SessionFactory(confirmed=False),
    "initiative": lambda: InitiativeFactory(confirmed=False),
    "participation": lambda: ParticipationFactory(confirmed=False),
}


@pytest.mark.parametrize("make", FACTS.values(), ids=FACTS)
def test_fact_that_is_not_confirmed_is_found(
    report: AnnualReport, make: Callable[[], object]
) -> None:
    record = make()
    record.alternatives = ["後援", "なし"]  # type: ignore[attr-defined]
    record.save()  # type: ignore[attr-defined]

    (found,) = only(report, UNCONFIRMED)

    assert found.source.endswith(f":{record.pk}.confirmed")  # type: ignore[attr-defined]
    assert "後援 / なし" in found.sentence


def test_fact_that_is_not_printed_is_not_asked_for(report: AnnualReport) -> None:
    PersonFactory(confirmed=False)
    EventRoleFactory(confirmed=False, event__start_on=date(2020, 4, 1))

    assert only(report, UNCONFIRMED) == []


@pytest.mark.parametrize("attested", [date(2022, 3, 31), None])
def test_what_is_stated_for_the_day_need_not_be_confirmed(
    report: AnnualReport, attested: date | None
) -> None:
    BoardSeatFactory(attested_on=attested)

    assert only(report, UNCONFIRMED) == []


def test_what_is_stated_until_an_earlier_day_is_to_be_confirmed(
    report: AnnualReport,
) -> None:
    town = MembershipFactory().municipality
    head = HeadshipFactory(municipality=town, attested_on=date(2021, 12, 24))
    seat = BoardSeatFactory(attested_on=date(2021, 12, 24))
    special = SpecialMembershipFactory(attested_on=date(2021, 12, 24))

    found = only(report, UNCONFIRMED)

    assert {each.source for each in found} == {
        f"members.headship:{head.pk}.attested_on",
        f"members.boardseat:{seat.pk}.attested_on",
        f"members.membership:{special.pk}.attested_on",
    }
    with translation.override("en"):
        assert "until 24 December 2021 only" in found[0].sentence
    assert {each.municipality for each in found} == {
        "",
        f"members.municipality:{town.pk}",
    }


def test_member_without_a_head_on_the_day_is_found(report: AnnualReport) -> None:
    town = member()
    HeadshipFactory(
        municipality=town, valid=DateRange(date(2018, 4, 1), date(2022, 3, 31))
    )

    assert findings(report, f"members.municipality:{town.pk}") == [
        (MISSING, "Who heads the municipality on 31 March 2022 is not known.")
    ]


def test_months_without_a_conference_are_found(report: AnnualReport) -> None:
    for month in report.year.months:
        if month.month not in (5, 8):
            EventFactory(start_on=month)
    EventFactory(start_on=date(2021, 5, 9), listing=Listing.MEETINGS)
    EventFactory(start_on=date(2021, 7, 30), end_on=date(2021, 8, 2))

    assert findings(report, "events.event:add") == [
        (MISSING, "The calendar has no event in May 2021.")
    ]


def test_event_of_which_little_is_known_is_found(report: AnnualReport) -> None:
    event = EventFactory()
    meeting = EventFactory(listing=Listing.MEETINGS)
    EventFactory(further_participants=9)

    names = {
        pk: [
            each.field_name
            for each in only(report, MISSING)
            if each.record == f"events.event:{pk}"
        ]
        for pk in (event.pk, meeting.pk)
    }

    assert names == {
        event.pk: ["eventorganisations", "roles", "participants"],
        meeting.pk: ["eventorganisations", "roles"],
    }


@pytest.mark.parametrize(
    ("listing", "missing"),
    [
        (Listing.CALENDAR, ["title_ja", "day", "start_time"]),
        (Listing.CAFE, ["title_ja"]),
    ],
)
def test_session_of_which_little_is_known_is_found(
    report: AnnualReport, listing: Listing, missing: list[str]
) -> None:
    event = EventFactory(listing=listing, zone="Asia/Tokyo")
    session = SessionFactory(event=event, title_ja=None, title_en=None)
    SessionFactory(event=event, day=event.start_on, start_time=time(10))

    found = [
        each.field_name
        for each in only(report, MISSING)
        if each.source.startswith("events.session")
    ]

    assert found == missing
    assert Session.objects.exclude(pk=session.pk).exists()


def test_figure_that_is_not_known_on_the_day_is_missing(report: AnnualReport) -> None:
    DatedFigureFactory(key="later", as_of=date(2022, 4, 1))
    fact = InitiativeFactFactory(text_ja="{later}団体", text_en="{later} towns")

    assert (
        findings(report, f"initiatives.initiativefact:{fact.pk}")
        == [(MISSING, "The dated figure {later} has no value on 31 March 2022.")] * 2
    )


def test_picture_without_its_file_is_missing(
    report: AnnualReport, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    photos = [keep_photo(seed) for seed in range(3)]
    for photo in photos:
        HeadshipFactory(municipality=member(), person__portrait=photo)
    (tmp_path / "pictures" / photos[1].print_name).unlink()
    (tmp_path / "pictures" / photos[2].print_name).write_bytes(b"no photo")

    found = [each.source for each in only(report, MISSING) if "picture" in each.source]

    assert sorted(found) == [
        f"pictures.picture:{photo.pk}.file" for photo in photos[1:]
    ]


def test_character_without_a_glyph_is_named(report: AnnualReport) -> None:
    event = EventFactory(title_ja="会と𓀀", title_en="\u202eDragon")

    assert findings(report, f"events.event:{event.pk}.title") == [
        (MISSING, "The typefaces of the report have no 𓀀 (U+13000)."),
        (MISSING, "The typefaces of the report have no U+202E."),
    ]


def test_character_without_a_glyph_is_named_in_a_plain_field(
    report: AnnualReport,
) -> None:
    town = member()
    town.site = "https://\ue000.jp"
    town.save()

    assert findings(report, f"members.municipality:{town.pk}.site") == [
        (MISSING, "The typefaces of the report have no U+E000.")
    ]
