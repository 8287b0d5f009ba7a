"""Peer networks and programmes: the list and the page of each."""

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
    ParticipationFactory,
)
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db

IN_2010 = date(2010, 1, 1)
SINCE_1987 = DateRange(date(1987, 1, 1), None)


@pytest.fixture
def citynet() -> None:
    """Hold a network that a source of 2010 speaks of."""
    network = InitiativeFactory(
        slug="citynet",
        name_en="CITYNET",
        kind="peer",
        valid=SINCE_1987,
        start_precision="year",
        attested_on=IN_2010,
    )
    for value, as_of in [(73, IN_2010), (170, date(2020, 1, 1))]:
        DatedFigureFactory(
            key="citynet-members",
            label_en="Members",
            value=value,
            as_of=as_of,
            precision="year",
        )
    InitiativeFactFactory(
        initiative=network, text_ja="{citynet-members}", text_en="{citynet-members}"
    )
    yokohama = MunicipalityFactory(name_en="City of Yokohama")
    MembershipFactory(municipality=yokohama)
    for role, start in [("participant", IN_2010), ("chair", date(1989, 1, 1))]:
        ParticipationFactory(
            initiative=network,
            municipality=yokohama,
            role=role,
            valid=DateRange(start, None),
            start_known=role == "chair",
            start_precision="year",
            attested_on=IN_2010,
        )


@pytest.mark.usefixtures("citynet")
def test_list_gives_the_numbers_of_the_time_of_the_source(read: Read) -> None:
    words = read("/en/initiatives/networks/")

    assert "Active according to a source of 2010 CITYNET" in words
    assert "Members as of 2010 73" in words
    assert "170" not in words
    assert (
        "Since 1987 Run by: City of Yokohama 1 participant in Japan is named" in words
    )


def test_list_tells_networks_from_programmes(read: Read) -> None:
    InitiativeFactory(kind="peer", name_en="Network A", status="planned")
    InitiativeFactory(kind="programme", name_en="Programme B", status="suspended")
    InitiativeFactory(kind="campaign", name_en="Campaign C")

    words = read("/en/initiatives/networks/")

    assert "Networks 1 Planned Network A" in words
    assert "Programmes 1 Suspended Programme B" in words
    assert "Campaign C" not in words


def test_list_without_networks_says_so(read: Read) -> None:
    assert "No records are held yet." in read("/en/initiatives/networks/")


@pytest.mark.usefixtures("citynet")
def test_page_shows_the_day_of_the_source_unless_another_is_chosen(read: Read) -> None:
    of_the_source = read("/en/initiatives/citynet/")
    today = read("/en/initiatives/citynet/?as_of=2022-03-31")

    assert "Shown as of 1 January 2010" in of_the_source
    assert "73 Members as of 2010" in of_the_source
    assert "Participant 1 City of Yokohama" in of_the_source
    assert "Chair City of Yokohama since 1989" in of_the_source
    assert (
        "Members 1 Participant 1 City of Yokohama according to a source of 2010"
        in today
    )
    assert "170 Members as of 2020" in today


def test_page_of_a_network_leads_to_its_programmes_and_back(client: Client) -> None:
    network = InitiativeFactory(slug="citynet", name_en="CITYNET", kind="peer")
    InitiativeFactory(slug="smart", name_en="SMART", kind="programme", part_of=network)

    of_network = client.get("/en/initiatives/citynet/").content.decode()
    of_programme = client.get("/en/initiatives/smart/").content.decode()

    assert '<dt>Programme</dt><dd><a href="/en/initiatives/smart/">' in of_network
    assert '<dt>Programme of</dt><dd><a href="/en/initiatives/citynet/">' in (
        of_programme
    )


def test_page_of_a_network_names_its_source(client: Client) -> None:
    InitiativeFactory(slug="citynet", kind="peer", source="資料（2010年）")

    page = client.get("/en/initiatives/citynet/").content.decode()

    assert '<dd lang="ja">資料（2010年）</dd>' in page


@pytest.mark.parametrize("count", [2, 8])
def test_list_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    for network in InitiativeFactory.create_batch(count, kind="peer"):
        ParticipationFactory.create_batch(count, initiative=network)
        ParticipationFactory(initiative=network, role="host")
        InitiativeFactFactory.create_batch(count, initiative=network)
        DatedFigureFactory()

    with django_assert_num_queries(4):
        page = client.get("/ja/initiatives/networks/").content.decode()
    assert page.count('class="card network"') == count
