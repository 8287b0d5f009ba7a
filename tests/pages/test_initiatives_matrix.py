"""Who takes part in what: the matrix and its list."""

import re
from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from tests.factories import (
    InitiativeFactory,
    MembershipFactory,
    MunicipalityFactory,
    ParticipationFactory,
)
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db


def row_of(page: str, name: str) -> list[str]:
    """Return the words of the cells of a row of the matrix."""
    found = re.search(rf"<tr><th[^>]*>(?:<a[^>]*>)?{name}<.*?</tr>", page, re.DOTALL)
    assert found
    cells = re.findall(r"<td[^>]*>(.*?)</td>", found[0], re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in cells]


def test_cells_hold_the_roles_and_the_sums_add_up(client: Client) -> None:
    first, second = InitiativeFactory(order=1), InitiativeFactory(order=2)
    member = MembershipFactory(municipality__name_en="City of A").municipality
    MembershipFactory(municipality__name_en="City of C")
    other = MunicipalityFactory(name_en="City of B")
    for role in ("ambassador", "participant", "host"):
        ParticipationFactory(initiative=first, municipality=member, role=role)
    ParticipationFactory(initiative=second, municipality=member, confirmed=False)
    ParticipationFactory(initiative=second, municipality=other)

    page = client.get("/en/initiatives/matrix/").content.decode()

    open_cell = "Participant, being confirmed"
    assert row_of(page, "City of A") == ["Participant Ambassador", open_cell, "2"]
    assert row_of(page, "City of B") == ["", "Participant", "1"]
    assert row_of(page, "City of C") == ["", "", "0"]
    assert row_of(page, "Municipalities") == ["1", "2", "3"]
    assert page.index("City of C") < page.index("Others that take part")
    assert page.index("Others that take part") < page.index("City of B")


def test_marks_are_hollow_while_they_are_not_confirmed(client: Client) -> None:
    member = MembershipFactory().municipality
    ParticipationFactory(municipality=member, confirmed=False, role="signatory")

    page = client.get("/en/initiatives/matrix/").content.decode()

    assert '<svg class="mark mark-open" aria-hidden="true"><use href="#mark-sig' in page
    assert '<symbol id="mark-signatory"' in page
    assert "hollow: being confirmed" in page


def test_matrix_is_that_of_the_day(read: Read) -> None:
    member = MembershipFactory(municipality__name_en="City of A").municipality
    ParticipationFactory(
        municipality=member,
        initiative__name_en="Race",
        valid=DateRange(date(2022, 1, 1), None),
    )

    assert "Race" in read("/en/initiatives/matrix/?as_of=2022-01-01")
    words = read("/en/initiatives/matrix/?as_of=2021-12-31")
    assert "Records are held from 1 January 2022." in words
    assert "City of A" not in words


def test_list_names_the_initiatives_of_each_municipality(read: Read) -> None:
    member = MembershipFactory(municipality__name_en="City of A").municipality
    ParticipationFactory(municipality=member, initiative__name_en="Race")
    InitiativeFactory(name_en="Nobody")

    words = read("/en/initiatives/matrix/")

    assert "City of A 1 Race Participant" in words
    assert "Initiatives without a recorded participation Nobody" in words


def test_peer_networks_are_left_out(read: Read) -> None:
    member = MembershipFactory().municipality
    ParticipationFactory(municipality=member, initiative__kind="peer")

    assert "No records are held yet." in read("/en/initiatives/matrix/")


def test_municipalities_stand_in_the_reading_order_of_the_language(
    client: Client,
) -> None:
    initiative = InitiativeFactory()
    for slug, kana in [("a-city", "わ"), ("b-city", "あ")]:
        city = MunicipalityFactory(slug=slug, name_kana=kana)
        ParticipationFactory(initiative=initiative, municipality=city)

    japanese, english = (
        client.get(f"/{language}/initiatives/matrix/").content.decode()
        for language in ("ja", "en")
    )

    assert japanese.index("/b-city/") < japanese.index("/a-city/")
    assert english.index("/a-city/") < english.index("/b-city/")


def test_matrix_keeps_the_day_in_its_links(client: Client) -> None:
    city = MembershipFactory(municipality__slug="kyoto").municipality
    ParticipationFactory(municipality=city, initiative__slug="race")

    page = client.get("/en/initiatives/matrix/?as_of=2022-03-31").content.decode()

    assert page.count('href="/en/members/kyoto/?as_of=2022-03-31"') == 2
    assert page.count('href="/en/initiatives/race/?as_of=2022-03-31"') == 2


@pytest.mark.parametrize("count", [2, 8])
def test_matrix_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    for membership in MembershipFactory.create_batch(count):
        ParticipationFactory(municipality=membership.municipality)
        ParticipationFactory()

    with django_assert_num_queries(3):
        page = client.get("/ja/initiatives/matrix/").content.decode()
    assert page.count("<tr>") == 2 * count + 3
