"""The chapter of figures, from records made for it."""

import re
from datetime import date

import pytest
from django.utils import translation

from events.choices import Listing
from members.choices import Kind
from reports.contents.figures import collect_figures
from reports.contents.year import ReportYear
from reports.models import AnnualReport
from tests.factories import (
    DatedFigureFactory,
    EventFactory,
    EventParticipantFactory,
    EventRoleFactory,
    InitiativeFactory,
    MembershipFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ParticipationFactory,
    ReportingRoundFactory,
    RoundEntryFactory,
)
from tests.reports.figures import collected, laid_out
from tests.types import Queries

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("size", [2, 7])
def test_chapter_reads_what_other_chapters_read(
    report: AnnualReport, django_assert_num_queries: Queries, size: int
) -> None:
    for _number in range(size):
        MembershipFactory()
        event = EventFactory()
        EventParticipantFactory(event=event)
        EventRoleFactory(event=event)
        participation = ParticipationFactory()
        RoundEntryFactory(
            round=ReportingRoundFactory(initiative=participation.initiative, year=2021)
        )
    year = ReportYear.of(report, "en")
    known = year.records
    known.members, known.events, known.initiatives, known.figures, known.passages  # noqa: B018

    with django_assert_num_queries(0), translation.override("en"):
        collect_figures(year)


def test_year_without_anything_is_told_without_drawings_of_nothing(
    report: AnnualReport,
) -> None:
    html = laid_out(report, "en")

    assert 'id="figures-map-chart"' in html
    assert "Nobody took part in any conference." in html
    assert "figures-roles" not in html
    assert "figures-initiatives" not in html
    assert "figures-reporting" not in html


def test_member_nobody_can_place_is_in_the_list(report: AnnualReport) -> None:
    abroad = MunicipalityFactory(
        code="", kind=Kind.OVERSEAS, country="SE", name_en="City of Malmö"
    )
    MembershipFactory(municipality=abroad)

    found = collected(report, "en").map

    assert [one.at for one in found.places] == [None]
    assert [each.name.content for each in found.prefectures] == ["Outside Japan"]
    assert "City of Malmö" in laid_out(report, "en")


def test_two_parts_of_a_municipality_are_one_cell(report: AnnualReport) -> None:
    initiative, town = InitiativeFactory(), MunicipalityFactory()
    ParticipationFactory(initiative=initiative, municipality=town)
    ParticipationFactory(
        initiative=initiative, municipality=town, role="ambassador", confirmed=False
    )
    ParticipationFactory(
        initiative=initiative, municipality=None, organisation=OrganisationFactory()
    )

    (row,) = collected(report, "en").grid.rows

    assert row.cells == (False,)
    assert row.total.value == 1


def test_month_that_is_not_the_reports_is_not_counted(report: AnnualReport) -> None:
    EventFactory(start_on=date(2022, 4, 1))
    EventFactory(start_on=date(2021, 3, 31))
    EventFactory(start_on=date(2021, 10, 1), listing=Listing.CAFE)

    found = collected(report, "en").months

    assert found.conferences.value == 0
    assert found.busiest == ()


def test_figure_of_a_later_day_is_not_drawn(report: AnnualReport) -> None:
    key = "cdp-supported-municipalities"
    DatedFigureFactory(key=key, value=189, as_of=date(2021, 12, 31))
    DatedFigureFactory(key=key, value=200, as_of=date(2022, 12, 31))

    (figure,) = collected(report, "en").reporting.figures

    assert (figure.amount, figure.value.content) == (189.0, "189")


def test_many_municipalities_go_on_in_a_second_grid(report: AnnualReport) -> None:
    initiative = InitiativeFactory()
    for _number in range(21):
        ParticipationFactory(initiative=initiative)

    html = laid_out(report, "en")
    grids = re.findall(r'<svg id="figures-initiatives-chart-.*?</svg>', html, re.DOTALL)

    assert [grid.count("<circle") - 2 for grid in grids] == [11, 10]
    assert [">21</text>" in grid for grid in grids] == [False, True]
