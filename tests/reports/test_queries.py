"""A chapter costs the same number of queries whatever the size of the year."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.utils import translation

from events.choices import Listing
from iclei_portal.about.choices import StatementKind
from initiatives.models import Initiative
from members.choices import Role
from members.models import Body
from reports.contents.chapters import CHAPTERS
from reports.contents.edition import collect_editions
from reports.contents.year import ReportYear
from reports.models import AnnualReport
from tests.factories import (
    BoardSeatFactory,
    BodyFactory,
    CommissionedProjectFactory,
    CooperationFactory,
    EventFactory,
    EventOrganisationFactory,
    EventParticipantFactory,
    EventRoleFactory,
    HeadshipFactory,
    InitiativeFactFactory,
    InitiativeFactory,
    MembershipFactory,
    MunicipalityFactory,
    OfficeFactory,
    OrganisationFactory,
    ParticipationFactory,
    PersonFactory,
    PostHeldFactory,
    PublicationFactory,
    ReportingRoundFactory,
    RoundEntryFactory,
    SessionFactory,
    SessionHostFactory,
    SessionPartFactory,
    SpecialMembershipFactory,
    StatementFactory,
)
from tests.types import Queries

pytestmark = pytest.mark.django_db

MOST_QUERIES = 46
COLLECT = {chapter.key: chapter.collect for chapter in CHAPTERS}


def statements() -> None:
    for kind in (StatementKind.MISSION, StatementKind.GOAL, StatementKind.BENEFIT):
        StatementFactory(kind=kind)


def officers() -> None:
    body = Body.objects.filter(slug="iclei-japan").first()
    BoardSeatFactory(body=body or BodyFactory(slug="iclei-japan"), role=Role.ADVISER)


def members() -> None:
    HeadshipFactory(municipality=MembershipFactory().municipality)
    SpecialMembershipFactory(person=HeadshipFactory().person)


def event(listing: Listing) -> Callable[[], None]:
    def grow() -> None:
        one = EventFactory(listing=listing)
        EventOrganisationFactory(event=one)
        EventOrganisationFactory(
            event=one, organisation=None, municipality=MunicipalityFactory()
        )
        EventParticipantFactory(event=one)
        EventRoleFactory(event=one)

    return grow


def programme(listing: Listing) -> Callable[[], None]:
    def grow() -> None:
        session = SessionFactory(event=EventFactory(listing=listing))
        town, company = MunicipalityFactory(), OrganisationFactory()
        SessionHostFactory(session=session, organisation=company)
        SessionHostFactory(session=session, organisation=None, municipality=town)
        SessionPartFactory(session=session, municipality=town)
        for party in ({"organisation": company}, {"person": PersonFactory()}):
            SessionPartFactory(session=session, municipality=None, **party)

    return grow


def initiative(slug: str = "") -> Callable[[], None]:
    def grow() -> None:
        found = Initiative.objects.filter(slug=slug).first()
        one = found or InitiativeFactory(**({"slug": slug} if slug else {}))
        InitiativeFactFactory(initiative=one)
        ParticipationFactory(initiative=one)
        year = 2021 - one.rounds.count()
        RoundEntryFactory(round=ReportingRoundFactory(initiative=one, year=year))

    return grow


def figures() -> None:
    members()
    event(Listing.CALENDAR)()
    event(Listing.MEETINGS)()
    initiative()()


def cooperation() -> None:
    CooperationFactory().municipalities.add(MunicipalityFactory())


def publicity() -> None:
    PublicationFactory()
    event(Listing.TALK)()


def operation() -> None:
    PostHeldFactory()
    EventFactory(listing=Listing.GOVERNANCE)


def councils() -> None:
    BoardSeatFactory()
    OfficeFactory()


class Growth(NamedTuple):
    """What makes a chapter longer, and the queries it then costs."""

    key: str
    grow: Callable[[], object]
    queries: int


CHAPTERS_GROWN = [
    Growth("about", statements, 1),
    Growth("benefits", statements, 1),
    Growth("officers", officers, 1),
    Growth("members", members, 4),
    Growth("figures", figures, 16),
    Growth("highlights", programme(Listing.CALENDAR), 13),
    Growth("initiatives", initiative(), 6),
    Growth("calendar", event(Listing.CALENDAR), 8),
    Growth("meetings", event(Listing.MEETINGS), 8),
    Growth("cafe", programme(Listing.CAFE), 13),
    Growth("cooperation", cooperation, 2),
    Growth("networks", initiative("jci"), 6),
    Growth("commissioned", CommissionedProjectFactory, 1),
    Growth("advocacy", initiative("lgma"), 6),
    Growth("publicity", publicity, 9),
    Growth("operation", operation, 6),
    Growth("councils", councils, 3),
    Growth("contact", lambda: OfficeFactory(country="JP"), 1),
]


def test_every_chapter_has_its_number_of_queries() -> None:
    assert [growth.key for growth in CHAPTERS_GROWN] == list(COLLECT)


@pytest.mark.parametrize("size", [2, 7])
@pytest.mark.parametrize("growth", CHAPTERS_GROWN, ids=lambda growth: growth.key)
def test_chapter_needs_the_same_queries_at_any_size(
    year: ReportYear, django_assert_num_queries: Queries, growth: Growth, size: int
) -> None:
    for _number in range(size):
        growth.grow()

    year.figures, year.records.passages  # noqa: B018 - every chapter needs them

    with translation.override("en"), django_assert_num_queries(growth.queries):
        COLLECT[growth.key](year)


@pytest.mark.parametrize("size", [2, 7])
def test_both_editions_are_collected_with_the_same_queries_at_any_size(
    report: AnnualReport, django_assert_num_queries: Queries, size: int
) -> None:
    for _number in range(size):
        for growth in CHAPTERS_GROWN:
            growth.grow()

    with django_assert_num_queries(MOST_QUERIES):
        collect_editions(report)
