"""The list of initiatives, and the page of each."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from tests.factories import (
    DatedFigureFactory,
    InitiativeFactFactory,
    InitiativeFactory,
    MembershipFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ParticipationFactory,
    ReportingRoundFactory,
    RoundEntryFactory,
)
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db

BEFORE_2022 = DateRange(date(2021, 4, 1), date(2022, 1, 1))


def test_list_counts_members_and_others_once_each(read: Read) -> None:
    initiative = InitiativeFactory(name_en="Race to Zero", acronym="RtZ")
    member = MembershipFactory().municipality
    for role in ("participant", "ambassador"):
        ParticipationFactory(initiative=initiative, municipality=member, role=role)
    ParticipationFactory(initiative=initiative)
    ParticipationFactory(initiative=initiative, role="host")
    ParticipationFactory(initiative=initiative, valid=BEFORE_2022)

    words = read("/en/initiatives/?as_of=2022-01-01")

    assert "Race to Zero RtZ" in words
    assert "Members taking part: 1; others: 1" in words


def test_list_stands_by_kind(read: Read) -> None:
    InitiativeFactory(kind="alliance", name_en="Covenant", order=1)
    InitiativeFactory(kind="campaign", name_en="Race", order=2)
    InitiativeFactory(kind="peer", name_en="Beside us")

    words = read("/en/initiatives/")

    assert words.index("Campaign 1 Race") < words.index("Alliance 1 Covenant")
    assert "Beside us" not in words


def test_list_keeps_one_kind(read: Read) -> None:
    InitiativeFactory(kind="alliance", name_en="Covenant")
    InitiativeFactory(kind="campaign", name_en="Race")

    words = read("/en/initiatives/?kind=campaign")

    assert "Race" in words
    assert "Covenant" not in words
    assert "No initiative of this kind" in read("/en/initiatives/?kind=advocacy")


@pytest.mark.parametrize("kind", ["peer", "nothing"])
def test_list_does_not_know_other_kinds(client: Client, kind: str) -> None:
    response = client.get(f"/en/initiatives/?kind={kind}")

    assert response.status_code == 400
    assert f"“{kind}” is not a choice" in response.content.decode()


def test_list_still_tells_of_what_is_over(read: Read) -> None:
    InitiativeFactory(name_en="Gone", status="ended", valid=BEFORE_2022)

    after = read("/en/initiatives/?as_of=2022-01-01")
    before = read("/en/initiatives/?as_of=2021-12-31")

    assert "Ended or merged before this day 1 Network · Ended Gone" in after
    assert "Network 1 Gone" in before
    assert "Ended" not in before


def test_list_fills_a_figure_that_was_known_only_later(read: Read) -> None:
    DatedFigureFactory(key="cities", value=1000, as_of=date(2022, 1, 1))
    InitiativeFactory(summary_en="It has {cities} cities.")

    assert "It has 1,000 cities." in read("/en/initiatives/?as_of=2021-04-01")


def test_list_before_all_records_says_from_when_they_are_held(read: Read) -> None:
    InitiativeFactory()

    words = read("/en/initiatives/?as_of=2000-01-01")

    assert "Records are held from 1 April 2021." in words


def test_list_keeps_the_day_in_its_links_and_its_filter(client: Client) -> None:
    InitiativeFactory(slug="gcom")

    page = client.get("/en/initiatives/?as_of=2022-03-31").content.decode()

    assert 'href="/en/initiatives/gcom/?as_of=2022-03-31"' in page
    assert 'href="/en/initiatives/matrix/?as_of=2022-03-31"' in page
    assert '<input type="hidden" name="as_of" value="2022-03-31">' in page


@pytest.mark.parametrize("count", [2, 8])
def test_list_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    for initiative in InitiativeFactory.create_batch(count):
        ParticipationFactory.create_batch(count, initiative=initiative)
        MembershipFactory()

    with django_assert_num_queries(4):
        assert "取組".encode() in client.get("/ja/initiatives/").content


def test_detail_groups_participants_by_role(read: Read) -> None:
    initiative = InitiativeFactory(slug="gcom", name_en="Covenant")
    for role, name in [("participant", "City of A"), ("ambassador", "City of B")]:
        ParticipationFactory(
            initiative=initiative, role=role, municipality__name_en=name
        )

    words = read("/en/initiatives/gcom/")

    assert words.index("Participant 1 City of A") < words.index(
        "Ambassador 1 City of B"
    )


def test_detail_tells_members_from_others(read: Read) -> None:
    initiative = InitiativeFactory(slug="gcom")
    member = MembershipFactory(municipality__name_en="City of A").municipality
    ParticipationFactory(initiative=initiative, municipality=member)
    ParticipationFactory(initiative=initiative, municipality__name_en="City of B")

    words = read("/en/initiatives/gcom/")

    assert "Members 1 Participant 1 City of A" in words
    assert "Others 1 Participant 1 City of B" in words


def test_detail_says_since_when_as_exactly_as_it_is_known(read: Read) -> None:
    initiative = InitiativeFactory(slug="gcom")
    for name, precision in [("City of A", "day"), ("City of B", "year")]:
        ParticipationFactory(
            initiative=initiative,
            municipality__name_en=name,
            start_precision=precision,
            attested_on=date(2022, 3, 31),
        )

    words = read("/en/initiatives/gcom/?as_of=2022-04-01")

    assert "City of A since 1 April 2021 as recorded on 31 March 2022" in words
    assert "City of B since 2021 as recorded on 31 March 2022" in words


def test_detail_names_who_runs_it_apart(read: Read) -> None:
    host = OrganisationFactory(name_en="The Bureau")
    ParticipationFactory(
        initiative__slug="gcom", municipality=None, organisation=host, role="host"
    )

    words = read("/en/initiatives/gcom/")

    assert "Host The Bureau since 1 April 2021" in words
    assert "No participation of a municipality is recorded." in words


def test_detail_keeps_former_participants_findable(read: Read) -> None:
    initiative = InitiativeFactory(slug="gcom")
    again = MunicipalityFactory(name_en="City of Again")
    former = {"initiative": initiative, "valid": BEFORE_2022}
    ParticipationFactory(municipality__name_en="City of A", **former)
    ParticipationFactory(
        municipality__name_en="City of B",
        end_known=False,
        attested_on=date(2021, 6, 1),
        **former,
    )
    ParticipationFactory(municipality=again, **former)
    ParticipationFactory(
        initiative=initiative,
        municipality=again,
        valid=DateRange(date(2022, 1, 1), None),
    )

    words = read("/en/initiatives/gcom/?as_of=2022-01-01")

    assert "Took part before 2" in words
    assert "City of A Participant until 31 December 2021" in words
    assert "City of B Participant recorded in 2021" in words
    assert "City of Again since 1 January 2022" in words


def test_detail_says_that_staff_are_confirming_and_keeps_other_readings_back(
    read: Read,
) -> None:
    InitiativeFactory(slug="tap", confirmed=False, alternatives=["東京都、横浜市"])

    words = read("/en/initiatives/tap/")

    assert "Our staff are confirming it." in words
    assert "東京都" not in words
    assert "No participation of a municipality is recorded." not in words


def test_detail_before_the_records_says_from_when_they_are_held(read: Read) -> None:
    ParticipationFactory(initiative__slug="tap")

    words = read("/en/initiatives/tap/?as_of=2020-01-01")

    assert "Records are held from 1 April 2021." in words


def test_detail_shows_what_it_was_merged_into_and_the_other_way_round(
    read: Read,
) -> None:
    successor = InitiativeFactory(slug="new", name_en="Successor")
    InitiativeFactory(
        slug="old", name_en="Old one", status="merged", merged_into=successor
    )

    assert "Merged into: Successor" in read("/en/initiatives/old/")
    assert "Merged into this Old one" in read("/en/initiatives/new/")


def test_detail_fills_a_fact_with_the_figures_of_its_own_day(read: Read) -> None:
    for year, value in [(2010, 1107), (2022, 2500)]:
        DatedFigureFactory(key="cities", value=value, as_of=date(year, 1, 1))
    InitiativeFactFactory(
        initiative=InitiativeFactory(slug="tap"),
        text_en="{cities} cities took part.",
        as_of=date(2010, 12, 31),
        precision="year",
    )

    assert "1,107 cities took part. as of 2010" in read("/en/initiatives/tap/")


def test_detail_shows_the_a_list_of_a_reporting_round(read: Read) -> None:
    reporting = ReportingRoundFactory(initiative__slug="cdp", year=2021)
    RoundEntryFactory(
        round=reporting, municipality__name_en="City of Kyoto", a_list=True
    )

    words = read("/en/initiatives/cdp/")

    assert "Reporting round 2021" in words
    assert "City of Kyoto A list" in words
    assert "City of Kyoto" not in read("/en/initiatives/cdp/?as_of=2020-12-31")


def test_detail_of_an_unknown_initiative_is_not_found(read: Read) -> None:
    assert "There is no such page" in read("/en/initiatives/none/", status=404)


def test_former_slug_leads_to_the_page(client: Client) -> None:
    initiative = InitiativeFactory(slug="old-name")
    initiative.slug = "new-name"
    initiative.save()

    response = client.get("/en/initiatives/old-name/?as_of=2022-03-31")

    assert response.status_code == 301
    assert response.headers["Location"] == "/en/initiatives/new-name/?as_of=2022-03-31"


@pytest.mark.parametrize("count", [2, 8])
def test_detail_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    initiative = InitiativeFactory(slug="cdp")
    ParticipationFactory.create_batch(count, initiative=initiative)
    InitiativeFactFactory.create_batch(count, initiative=initiative)
    InitiativeFactory.create_batch(count, part_of=initiative)
    for year in range(count):
        reporting = ReportingRoundFactory(initiative=initiative, year=year)
        RoundEntryFactory.create_batch(count, round=reporting)

    with django_assert_num_queries(10):
        assert "事実".encode() in client.get("/ja/initiatives/cdp/").content


def test_detail_without_participants_says_so(read: Read) -> None:
    InitiativeFactory(slug="tap")

    words = read("/en/initiatives/tap/")

    assert "No participation of a municipality is recorded." in words
