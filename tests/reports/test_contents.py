"""What the chapters collect from the records."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import translation

from events.choices import OrganiserRole, Role
from iclei_portal.bilingual.texts import Text
from members.choices import Role as SeatRole
from reports.choices import Section
from reports.contents.calendar import collect_calendar
from reports.contents.highlights import collect_highlights
from reports.contents.initiatives import collect_initiatives
from reports.contents.members import collect_members
from reports.contents.officers import collect_officers
from reports.contents.year import ReportYear
from reports.models import AnnualReport
from tests.factories import (
    BoardSeatFactory,
    BodyFactory,
    DatedFigureFactory,
    EventFactory,
    EventOrganisationFactory,
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
    SessionPartFactory,
    SpecialMembershipFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def english_text(content: str) -> Text:
    return Text(content, "en", missing=False)


def test_members_are_those_of_the_report_day_with_their_heads(year: ReportYear) -> None:
    town = MunicipalityFactory(name_en="Kyoto", slug="kyoto")
    MembershipFactory(municipality=town)
    former = DateRange(date(2021, 4, 1), date(2022, 3, 31))
    MembershipFactory(valid=former)
    HeadshipFactory(municipality=town, valid=former)
    person = PersonFactory(family_name_en="Kadokawa", given_name_en="Daisaku")
    HeadshipFactory(
        municipality=town, person=person, valid=DateRange(date(2022, 3, 31), None)
    )

    (member,) = collect_members(year).members

    assert member.name == english_text("Kyoto")
    assert member.head is not None
    assert member.head.person == english_text("KADOKAWA Daisaku")


def test_member_without_a_known_head_is_listed(year: ReportYear) -> None:
    MembershipFactory()

    (member,) = collect_members(year).members

    assert member.head is None


def test_special_member_named_twice_is_marked_the_second_time(year: ReportYear) -> None:
    head = HeadshipFactory(municipality__name_en="Des Moines")
    for order, capacity in enumerate(["President", "Adviser"]):
        SpecialMembershipFactory(
            person=head.person, capacity_ja=capacity, capacity_en=capacity, order=order
        )

    first, second = collect_members(year).capacities

    assert first.members[0].post == english_text("Mayor, Des Moines")
    assert (first.members[0].again, second.members[0].again) == (False, True)
    assert second.members[0].post is None


def test_post_of_a_head_is_one_word_in_japanese(report: AnnualReport) -> None:
    head = HeadshipFactory(municipality__name_ja="デモイン市")
    SpecialMembershipFactory(person=head.person)

    with translation.override("ja"):
        (capacity,) = collect_members(ReportYear.of(report, "ja")).capacities

    assert capacity.members[0].post is not None
    assert capacity.members[0].post.content.startswith("デモイン")


def test_missing_english_stands_in_japanese_and_says_so(year: ReportYear) -> None:
    MembershipFactory(municipality__name_ja="京都市", municipality__name_en=None)

    (member,) = collect_members(year).members

    assert member.name == Text("京都市", "ja", missing=True)


def test_stand_in_text_has_its_figures_in_its_own_language(
    report: AnnualReport,
) -> None:
    DatedFigureFactory(key="cities", value=2500, unit_ja="都市", qualifier="about")
    SectionTextFactory(report=report, text_ja="{cities}が参加。", text_en=None)

    found = ReportYear.of(report, "en").passage(Section.ABOUT)

    assert found == Text("約2,500都市が参加。", "ja", missing=True)


def test_officers_have_messages_of_the_holders_of_the_day(
    report: AnnualReport,
) -> None:
    body = BodyFactory(slug="iclei-japan")
    chair = PersonFactory(family_name_en="Hamanaka", given_name_en="Hironori")
    BoardSeatFactory(body=body, role="chair", person=chair)
    SectionTextFactory(report=report, section=Section.MESSAGE_CHAIR)
    SectionTextFactory(report=report, section=Section.MESSAGE_DIRECTOR)

    chapter = collect_officers(ReportYear.of(report, "en"))

    assert [message.person for message in chapter.messages] == [
        english_text("HAMANAKA Hironori"),
        None,
    ]


def test_officers_stand_role_by_role_whatever_their_order(year: ReportYear) -> None:
    body = BodyFactory(slug="iclei-japan")
    seats = [
        (SeatRole.ADVISER, 0),
        (SeatRole.DIRECTOR, 3),
        (SeatRole.CHAIR, 9),
        (SeatRole.ADVISER, 2),
        (SeatRole.DIRECTOR, 0),
    ]
    for role, order in seats:
        BoardSeatFactory(
            body=body, role=role, order=order, post_en=f"{role.value} {order}"
        )

    posts = [seat.post for seat in collect_officers(year).seats]

    assert posts == [
        english_text(post)
        for post in ("chair 9", "director 0", "director 3", "adviser 0", "adviser 2")
    ]


def test_executive_director_is_no_officer(year: ReportYear) -> None:
    body = BodyFactory(slug="iclei-japan")
    BoardSeatFactory(body=body, role="executive_director")

    assert collect_officers(year).seats == ()


def test_calendar_keeps_to_the_fiscal_year_and_its_months(year: ReportYear) -> None:
    for day in ("2021-03-31", "2021-04-01", "2022-03-31", "2022-04-01"):
        EventFactory(start_on=date.fromisoformat(day))

    months = collect_calendar(year).months

    assert [month.name.content for month in months] == ["April 2021", "March 2022"]


def test_calendar_row_holds_all_that_is_printed(year: ReportYear) -> None:
    event = EventFactory(
        title_en="Forum",
        start_on=date(2021, 10, 31),
        end_on=date(2021, 11, 13),
        further_participants=9,
    )
    EventOrganisationFactory(event=event, organisation__name_en="UNEP")
    EventOrganisationFactory(
        event=event, organisation__name_en="ICLEI", role=OrganiserRole.SUPPORTER
    )
    EventParticipantFactory(event=event, municipality__name_en="Nagoya")
    EventRoleFactory(event=event, role=Role.COOPERATION, via="JCI")

    row = collect_calendar(year).months[0].rows[0]

    assert row.dates_in_year.content == "31 October – 13 November"
    assert row.organisers.hosts == (english_text("UNEP"),)
    assert row.organisers.supporters == (english_text("ICLEI"),)
    assert row.participants == (english_text("Nagoya"),)
    assert row.further == english_text("and 9 other municipalities")
    (role,) = row.roles
    assert (role.text, role.confirmed) == (english_text("cooperation (JCI)"), True)


def test_open_role_is_kept_and_marked_without_its_alternatives(
    year: ReportYear,
) -> None:
    EventRoleFactory(role=Role.NONE, confirmed=False, alternatives=["支援"])

    chapter = collect_calendar(year)

    (role,) = chapter.months[0].rows[0].roles
    assert role.is_open
    assert chapter.unconfirmed
    assert "支援" not in repr(chapter)


def test_initiative_says_who_takes_part_on_the_day_by_role(year: ReportYear) -> None:
    initiative = InitiativeFactory()
    ParticipationFactory(initiative=initiative, role="ambassador")
    ParticipationFactory(initiative=initiative, confirmed=False)
    later = DateRange(date(2022, 4, 1), None)
    ParticipationFactory(initiative=initiative, valid=later)
    InitiativeFactFactory(initiative=initiative, as_of=date(2022, 4, 1))

    (found,) = collect_initiatives(year).initiatives

    assert [group.label.content for group in found.taking_part] == [
        "participant",
        "ambassador",
    ]
    assert found.facts == ()
    assert found.unconfirmed


def test_highlights_name_speakers_with_the_post_then_held(year: ReportYear) -> None:
    session = SessionFactory()
    person = PersonFactory(family_name_en="Koike", given_name_en="Yuriko")
    SessionPartFactory(
        session=session, person=person, municipality=None, post_en="Governor"
    )

    (programme,) = collect_highlights(year).programmes

    (speaker,) = programme.sessions[0].speakers
    assert speaker.part == english_text("speaker")
    assert speaker.name == english_text("KOIKE Yuriko")
    assert speaker.post == english_text("Governor")
    assert not speaker.tentative


def test_value_names_the_field_it_was_read_from(year: ReportYear) -> None:
    event = EventFactory(title_en="Forum")

    row = collect_calendar(year).months[0].rows[0]

    assert row.record == f"events.event:{event.pk}"
    assert row.title.source == f"events.event:{event.pk}.title"
    assert row.dates.source == f"events.event:{event.pk}.start_on"


def test_text_names_the_figures_that_were_filled_in(year: ReportYear) -> None:
    figure = DatedFigureFactory(key="cities", value=2500, as_of=date(2022, 3, 1))
    report = year.records.report
    SectionTextFactory(
        report=report, section=Section.CAFE, text_en="For {cities} cities."
    )

    text = year.passage(Section.CAFE)

    assert text is not None
    (filled,) = text.figures
    assert filled.source == f"about.datedfigure:{figure.pk}.value"
    assert f"For {filled.phrase} cities." == text.content
