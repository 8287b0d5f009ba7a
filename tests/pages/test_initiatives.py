from datetime import date

import pytest
from django.test import Client

from tests.factories import (
    DatedFigureFactory,
    InitiativeFactFactory,
    InitiativeFactory,
    ParticipationFactory,
    ReportingRoundFactory,
    RoundEntryFactory,
)
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db


def test_list_counts_who_takes_part_on_the_day(read: Read) -> None:
    initiative = InitiativeFactory(name_en="Race to Zero", acronym="RtZ")
    ParticipationFactory.create_batch(2, initiative=initiative)

    assert "Race to Zero RtZ" in read("/en/initiatives/")
    assert "2 participations recorded" in read("/en/initiatives/")


def test_list_fills_a_figure_that_was_known_only_later(read: Read) -> None:
    DatedFigureFactory(key="cities", value=1000, as_of=date(2022, 1, 1))
    InitiativeFactory(summary_en="It has {cities} cities.")

    assert "It has 1,000 cities." in read("/en/initiatives/?as_of=2021-04-01")


def test_list_before_all_records_says_from_when_they_are_held(read: Read) -> None:
    InitiativeFactory()

    words = read("/en/initiatives/?as_of=2000-01-01")

    assert "Records are held from 1 April 2021." in words


@pytest.mark.parametrize("count", [2, 8])
def test_list_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    for initiative in InitiativeFactory.create_batch(count):
        ParticipationFactory.create_batch(count, initiative=initiative)
        InitiativeFactFactory(initiative=initiative)

    with django_assert_num_queries(4):
        assert "取組".encode() in client.get("/ja/initiatives/").content


def test_detail_groups_participants_by_role(read: Read) -> None:
    initiative = InitiativeFactory(slug="gcom", name_en="Covenant")
    for role, name in [("participant", "City of A"), ("ambassador", "City of B")]:
        ParticipationFactory(
            initiative=initiative, role=role, municipality__name_en=name
        )

    words = read("/en/initiatives/gcom/")

    assert "Ambassador 1 City of B" in words
    assert "Participant 1 City of A" in words


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


def test_detail_shows_what_it_was_merged_into(read: Read) -> None:
    successor = InitiativeFactory(name_en="Successor")
    InitiativeFactory(slug="old", status="merged", merged_into=successor)

    assert "Merged into: Successor" in read("/en/initiatives/old/")


def test_detail_shows_the_a_list_of_a_reporting_round(read: Read) -> None:
    reporting = ReportingRoundFactory(initiative__slug="cdp", year=2021)
    RoundEntryFactory(
        round=reporting, municipality__name_en="City of Kyoto", a_list=True
    )

    words = read("/en/initiatives/cdp/")

    assert "Reporting round 2021" in words
    assert "City of Kyoto A list" in words


def test_detail_of_an_unknown_initiative_is_not_found(read: Read) -> None:
    assert "There is no such page" in read("/en/initiatives/none/", status=404)


@pytest.mark.parametrize("count", [2, 8])
def test_detail_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    initiative = InitiativeFactory(slug="cdp")
    ParticipationFactory.create_batch(count, initiative=initiative)
    InitiativeFactFactory.create_batch(count, initiative=initiative)
    for year in range(count):
        reporting = ReportingRoundFactory(initiative=initiative, year=year)
        RoundEntryFactory.create_batch(count, round=reporting)

    with django_assert_num_queries(7):
        assert "事実".encode() in client.get("/ja/initiatives/cdp/").content


def test_detail_without_participants_says_so(read: Read) -> None:
    InitiativeFactory(slug="tap")

    words = read("/en/initiatives/tap/")

    assert "No participation of a municipality is recorded." in words
