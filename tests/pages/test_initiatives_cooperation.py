"""Cooperation between cities: the list and the page of each."""

import pytest
from django.test import Client

from initiatives.models import Cooperation
from tests.factories import CooperationFactory, MunicipalityFactory
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db


def test_list_stands_by_fiscal_year_newest_first(read: Read) -> None:
    CooperationFactory(title_en="Old", fiscal_year=2020)
    CooperationFactory(title_en="New", fiscal_year=2021, scope="overseas")

    words = read("/en/initiatives/cooperation/")

    newer = words.index("FY2021 (April 2021–March 2022) 1 With cities overseas New")
    assert newer < words.index("FY2020 (April 2020–March 2021) 1 Within Japan Old")


def test_list_without_records_says_so(read: Read) -> None:
    assert "No records are held yet." in read("/en/initiatives/cooperation/")


def test_page_names_the_partners_and_where_they_are(client: Client, read: Read) -> None:
    found = CooperationFactory(slug="children", text_en="They met **online**.")
    for values in (
        {"slug": "kyoto", "code": "261009", "name_en": "City of Kyoto"},
        {"slug": "turku", "code": "", "kind": "overseas", "country": "FI"},
    ):
        found.municipalities.add(MunicipalityFactory(**values))

    words = read("/en/initiatives/cooperation/children/")
    page = client.get("/en/initiatives/cooperation/children/?as_of=2022-03-31")

    assert "City of Kyoto Kyoto" in words
    assert "Finland" in words
    assert "They met online ." in words
    assert 'href="/en/members/turku/?as_of=2022-03-31"' in page.content.decode()


def test_page_leads_to_more_cooperation(read: Read) -> None:
    CooperationFactory(slug="one", title_en="First")
    CooperationFactory(slug="two", title_en="Second")

    assert "More cooperation Second" in read("/en/initiatives/cooperation/one/")


def test_page_in_japanese_only_says_so(read: Read) -> None:
    CooperationFactory(slug="one", text_en=None)

    words = read("/en/initiatives/cooperation/one/")

    assert "This page is available in Japanese only." in words


def test_page_of_unknown_cooperation_is_not_found(read: Read) -> None:
    address = "/en/initiatives/cooperation/none/"

    assert "There is no such page" in read(address, status=404)


def test_former_slug_leads_to_the_page(client: Client) -> None:
    found = CooperationFactory(slug="old-name")
    found.slug = "new-name"
    found.save()

    response = client.get("/ja/initiatives/cooperation/old-name/")

    assert response.status_code == 301
    assert response.headers["Location"] == "/ja/initiatives/cooperation/new-name/"


@pytest.mark.parametrize("count", [2, 8])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("/ja/initiatives/cooperation/", 2), ("/ja/initiatives/cooperation/one/", 4)],
)
def test_pages_need_the_same_queries(
    client: Client,
    django_assert_num_queries: Queries,
    address: str,
    queries: int,
    count: int,
) -> None:
    CooperationFactory(slug="one")
    CooperationFactory.create_batch(count)
    for found in Cooperation.objects.all():
        found.municipalities.set(MunicipalityFactory.create_batch(count))

    with django_assert_num_queries(queries):
        assert "第".encode() in client.get(address).content
