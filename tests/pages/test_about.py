from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from iclei_portal.about.choices import StatementKind
from tests.factories import (
    BoardSeatFactory,
    BodyFactory,
    DatedFigureFactory,
    DocumentFactory,
    HistoryEntryFactory,
    OfficeFactory,
    PersonFactory,
    StatementFactory,
)
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "kind",
    ["mission", "about", "activity", "goal", "pathway", "policy", "organisation"],
)
def test_overview_shows_what_iclei_says_of_itself(read: Read, kind: str) -> None:
    DatedFigureFactory(key="cities", value=2500)
    StatementFactory(kind=kind, title_en="In short", text_en="{cities} cities.")

    assert "In short 2,500 cities." in read("/en/about/")


def test_benefits_shows_benefits_and_the_partnership(read: Read) -> None:
    StatementFactory(kind=StatementKind.BENEFIT, title_en="Get Connected")
    StatementFactory(kind=StatementKind.ASSOCIATE, title_en="Associate Partnership")

    words = read("/en/about/benefits/")

    assert "Get Connected Text." in words
    assert "Associate Partnership Text." in words


def test_officers_are_those_of_the_day_by_role(read: Read) -> None:
    body = BodyFactory(slug="iclei-japan")
    handover = date(2022, 6, 16)
    for name, valid in [
        ("Hamanaka", DateRange(date(2021, 4, 1), handover)),
        ("Takemoto", DateRange(handover, None)),
    ]:
        person = PersonFactory(family_name_en=name, given_name_en=None)
        BoardSeatFactory(body=body, person=person, role="chair", valid=valid)

    before = read("/en/about/officers/?as_of=2022-06-15")
    after = read("/en/about/officers/?as_of=2022-06-16")

    assert "Chair of the Board HAMANAKA" in before
    assert "TAKEMOTO" not in before
    assert "Chair of the Board TAKEMOTO since 16 June 2022" in after


def test_officers_leave_out_councils_and_staff(read: Read) -> None:
    BoardSeatFactory(person__family_name_en="Council")
    BoardSeatFactory(
        body__slug="iclei-japan",
        role="executive_director",
        person__family_name_en="Staff",
    )

    page = read("/en/about/officers/")

    assert "COUNCIL" not in page
    assert "STAFF" not in page


def test_councils_show_text_and_seats(read: Read) -> None:
    DatedFigureFactory(key="members-min", value=3)
    body = BodyFactory(
        name_en="RexCom", text_ja="{members-min}人", text_en="At least {members-min}."
    )
    BoardSeatFactory(
        body=body,
        role="rexcom_chair",
        post_en="Mayor of Kyoto",
        portfolio_en="Climate",
        confirmed=False,
    )

    words = read("/en/about/councils/")

    assert "RexCom At least 3." in words
    assert "YAMADA Hanako Mayor of Kyoto Chair · Climate" in words
    assert "being confirmed" in words


def test_councils_after_the_last_term_lead_to_its_last_day(client: Client) -> None:
    valid = DateRange(date(2021, 4, 1), date(2025, 1, 1))
    BoardSeatFactory(valid=valid)

    page = client.get("/en/about/councils/?as_of=2025-01-01").content.decode()

    assert "Records are held from 1 April 2021 to 31 December 2024." in page
    assert '<a href="?as_of=2024-12-31">Show 31 December 2024</a>' in page


def test_offices_show_japan_first_with_contact(read: Read) -> None:
    OfficeFactory(name_en="World Secretariat", site="https://example.org/")
    OfficeFactory(
        name_en="Japan Office",
        country="JP",
        address_ja="港区",
        address_en="Minato",
        postal_code="105-0003",
        phone="03-0000-0000",
        fax="03-0000-0001",
        email="japan@example.org",
    )

    words = read("/en/about/offices/")

    assert "Minato 105-0003, Japan" in words
    assert "Telephone 03-0000-0000 Fax 03-0000-0001 japan@example.org" in words
    assert words.index("Japan Office") < words.index("World Secretariat")
    assert "Bonn, Germany" in words


def test_offices_before_all_records_say_from_when_they_are_held(read: Read) -> None:
    OfficeFactory()

    words = read("/en/about/offices/?as_of=1999-01-01")

    assert "Records are held from 1 April 2021." in words


def test_history_prints_dates_as_exactly_as_they_are_known(read: Read) -> None:
    HistoryEntryFactory(text_en="It was founded.", precision="year")
    HistoryEntryFactory(happened_on=date(2009, 12, 1), precision="month")

    words = read("/en/about/history/")

    assert "1990 It was founded." in words
    assert "December 2009 Step" in words


def test_history_shows_the_network_on_each_date(read: Read) -> None:
    for key, value, year in [
        ("network-members", 1107, 2010),
        ("network-countries", 69, 2010),
        ("network-countries", 125, 2022),
    ]:
        day = date(year, 1, 1)
        DatedFigureFactory(key=key, value=value, as_of=day, precision="year")

    words = read("/en/about/history/")

    assert "2010 1,107 69 2022 – 125" in words


def test_history_lists_documents_and_work_with_the_un(read: Read) -> None:
    DocumentFactory(title_en="Malmö Strategic Vision", version="2021–2027")
    StatementFactory(kind=StatementKind.UN_PARTNERSHIP, title_en="UNEP")

    words = read("/en/about/history/")

    assert "Malmö Strategic Vision Charter · 2021–2027" in words
    assert "UNEP Text." in words


@pytest.mark.parametrize(
    ("address", "queries"),
    [("", 2), ("benefits/", 2), ("officers/", 1), ("councils/", 3), ("offices/", 1)],
)
@pytest.mark.parametrize("count", [2, 8])
def test_pages_need_the_same_queries(
    client: Client,
    django_assert_num_queries: Queries,
    address: str,
    queries: int,
    count: int,
) -> None:
    StatementFactory.create_batch(count, kind=StatementKind.GOAL)
    officers, council = BodyFactory(slug="iclei-japan"), BodyFactory()
    BoardSeatFactory.create_batch(count, body=officers)
    BoardSeatFactory.create_batch(count, body=council)
    OfficeFactory.create_batch(count)

    with django_assert_num_queries(queries):
        assert b"<h1>" in client.get(f"/ja/about/{address}").content


@pytest.mark.parametrize("count", [2, 8])
def test_history_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    HistoryEntryFactory.create_batch(count)
    DocumentFactory.create_batch(count)

    with django_assert_num_queries(5):
        assert "歩み".encode() in client.get("/ja/about/history/").content


@pytest.mark.parametrize(
    ("address", "body", "role"),
    [("officers", "iclei-japan", "director"), ("councils", "gexcom", "member")],
)
def test_seats_say_where_others_begin_later(
    client: Client, address: str, body: str, role: str
) -> None:
    seated = BodyFactory(slug=body)
    early = DateRange(date(2006, 1, 1), None)
    BoardSeatFactory(body=seated, role=role, valid=early, start_known=False)
    for first in ("2022-03-31", "2022-03-31", "2021-09-01"):
        valid = DateRange(date.fromisoformat(first), None)
        BoardSeatFactory(body=seated, role=role, valid=valid, start_known=False)

    before = client.get(f"/en/about/{address}/?as_of=2021-06-01").content.decode()
    after = client.get(f"/en/about/{address}/?as_of=2022-03-31").content.decode()

    assert "Some records begin only on 31 March 2022 and are missing here." in before
    assert '<a href="?as_of=2022-03-31">Show 31 March 2022</a>' in before
    assert "Some records begin" not in after


def test_offices_stand_in_the_order_of_the_language(read: Read) -> None:
    OfficeFactory(
        country="JP", city_ja="東京", address_ja="港区", postal_code="105-0003"
    )
    OfficeFactory(country="SG", city_ja="シンガポール", address_ja="中央通り")

    words = read("/ja/about/offices/")

    assert "日本・東京 〒105-0003 港区" in words
    assert "・シンガポール" not in words
    assert " 中央通り" in words
