"""The PDFs of FY2021 hold the people, initiatives and figures of the database."""

import re
from datetime import date

import pytest

from iclei_portal.about.models import DatedFigure
from initiatives.models import CommissionedProject, Initiative, Participation
from members.models import BoardSeat, Headship, Membership, Municipality, Office
from members.models import PostHeld as Post
from reports.models import AnnualReport
from tests.reports.conftest import Edition, squeezed
from tests.reports.printed import in_order, joined, mark, named

pytestmark = pytest.mark.django_db


@pytest.fixture
def report() -> AnnualReport:
    return AnnualReport.objects.get(fiscal_year=2021)


def test_members_stand_with_heads_and_titles_in_reading_order(
    edition: Edition, report: AnnualReport
) -> None:
    members = (
        Municipality.objects.members_as_of(report.as_of)
        .in_reading_order(edition.language)
        .with_heads(report.as_of, Headship.objects.all())
    )
    lines = [
        f"{named(edition, member)}{member.head_title}{head.person.name}"
        for member in members
        for head in member.heads  # type: ignore[attr-defined]
    ]

    assert len(lines) == 21
    assert in_order(edition, lines)


def test_special_members_are_eight_persons_one_named_twice(
    edition: Edition, report: AnnualReport
) -> None:
    memberships = list(Membership.objects.special().as_of(report.as_of))
    persons = [membership.person for membership in memberships if membership.person]
    lines = [
        piece
        for membership in memberships
        for piece in (named(edition, membership, "capacity"), str(membership.person))
    ]

    assert (len(persons), len(set(persons))) == (9, 8)
    assert -1 not in [edition.text.find(squeezed(line)) for line in lines]


def test_officers_stand_in_order_with_their_posts(
    edition: Edition, report: AnnualReport
) -> None:
    seats = BoardSeat.objects.officers().for_listing().as_of(report.as_of)
    lines = [
        f"{seat.get_role_display()}{seat.person.name}"
        f"{mark(edition, confirmed=seat.confirmed and seat.person.confirmed)}"
        f"{named(edition, seat, 'post')}"
        for seat in seats
    ]

    assert len(lines) == 22
    assert in_order(edition, lines)


def test_council_members_stand_with_posts_and_portfolios(
    edition: Edition, report: AnnualReport
) -> None:
    seats = BoardSeat.objects.councils().for_listing().as_of(report.as_of)
    lines = [
        f"{seat.get_role_display()}{seat.person.name}"
        f"{mark(edition, confirmed=seat.confirmed and seat.person.confirmed)}"
        f"{named(edition, seat, 'post')}{seat.portfolio or ''}"
        for seat in seats
    ]

    assert len(lines) == 11
    assert in_order(edition, lines)


def test_offices_stand_with_cities_and_countries(
    edition: Edition, report: AnnualReport
) -> None:
    lines = [
        f"{named(edition, office)}{named(edition, office, 'city')}{office.country_name}"
        for office in Office.objects.as_of(report.as_of)
    ]

    assert len(lines) == 24
    assert in_order(edition, lines)


def test_posts_held_are_all_listed(edition: Edition, report: AnnualReport) -> None:
    lines = [
        named(edition, post, "title")
        for post in Post.objects.for_listing().as_of(report.as_of)
    ]

    assert len(lines) == 8
    assert in_order(edition, lines)


def test_commissioned_projects_stand_with_summaries_and_clients(
    edition: Edition,
) -> None:
    projects = CommissionedProject.objects.filter(fiscal_year=2021)
    lines = [
        f"{named(edition, project, 'title')}{named(edition, project, 'summary')}"
        f"{named(edition, project.client)}"
        for project in projects
    ]

    assert len(lines) == 2
    assert in_order(edition, lines)


def taking_part(edition: Edition, initiative: Initiative, day: date) -> list[str]:
    """Return who takes part, a text for each role."""
    order = "name_kana" if edition.language == "ja" else "slug"
    records = (
        Participation.objects.filter(initiative=initiative)
        .order_by(f"municipality__{order}")
        .as_of(day)
    )
    roles: dict[str, list[str]] = {}
    for record in records:
        name = named(edition, record.party)
        roles.setdefault(record.role, []).append(
            f"{name}{mark(edition, confirmed=record.confirmed)}"
        )
    return [joined(edition, names) for names in roles.values()]


def test_initiatives_stand_with_their_participants(
    edition: Edition, report: AnnualReport
) -> None:
    initiatives = list(Initiative.objects.joined().as_of(report.as_of))
    lacking = []
    for initiative in initiatives:
        name = squeezed(named(edition, initiative))
        starts = [m.start() for m in re.finditer(re.escape(name), edition.text)]
        wanted = taking_part(edition, initiative, report.as_of)
        sections = [edition.text[start : start + 2500] for start in starts]
        if not any(all(one in section for one in wanted) for section in sections):
            lacking.append(name)

    assert len(initiatives) == 20
    assert lacking == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("cdp-supported-municipalities", 189),
        ("member-news-items", 181),
        ("edinburgh-signatories-japan", 54),
        ("race-to-zero-through-alliance", 91),
    ],
)
def test_figures_are_printed_as_dated(
    edition: Edition, report: AnnualReport, key: str, value: int
) -> None:
    figure = DatedFigure.objects.known_on(report.as_of)[key]

    assert figure.value == value
    assert squeezed(figure.phrase) in edition.text


def test_no_figure_is_left_unfilled(edition: Edition) -> None:
    assert re.findall(r"\{[a-z0-9-]+\}", edition.text) == []
