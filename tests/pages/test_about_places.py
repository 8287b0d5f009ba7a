"""ICLEI's offices worldwide, and how to reach them."""

from datetime import date

import pytest
from babel import Locale
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from iclei_portal.pages.contents.offices import telephone
from iclei_portal.pages.contents.regions import BY_COUNTRY, COUNTRIES, Region, region_of
from tests.factories import OfficeFactory
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db

# Codes that CLDR names and that are no country with municipalities of its own.
NO_COUNTRIES = {
    "AC", "AQ", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA",
    "XB", "ZZ",
}  # fmt: skip

JAPANESE = "〒105-0003 東京都港区西新橋1-14-2 新橋SYビル4F イクレイ日本"
ENGLISH = (
    "ICLEI Japan 4F SY Building 1-14-2 Nishi-Shimbashi Minato-ku Tokyo 105-0003 Japan"
)


@pytest.fixture
def japan_office() -> None:
    OfficeFactory(
        slug="japan-office",
        name_ja="日本事務所",
        name_en="Japan Office",
        city_ja="東京",
        city_en="Tokyo",
        country="JP",
        address_ja="東京都港区西新橋1-14-2 新橋SYビル4F",
        address_en="4F SY Building, 1-14-2 Nishi-Shimbashi, Minato-ku, Tokyo",
        postal_code="105-0003",
        phone="03-0000-0000",
        fax="03-0000-0001",
        email="japan@example.org",
        site="https://japan.example.org/ja/",
        attested_on=date(2022, 3, 31),
    )


def test_every_country_lies_in_one_region() -> None:
    countries = {
        str(code) for code in Locale("en").territories if len(str(code)) == len("JP")
    }

    assert set(BY_COUNTRY) == countries - NO_COUNTRIES
    assert sum(len(found.split()) for found in COUNTRIES.values()) == len(BY_COUNTRY)
    assert region_of("AQ") is Region.ELSEWHERE


@pytest.mark.usefixtures("japan_office")
def test_offices_show_japan_first_and_others_by_region(read: Read) -> None:
    OfficeFactory(name_en="European Office", country="BE", city_en="Brussels", order=1)
    OfficeFactory(name_en="World Secretariat", kind="world", order=2)
    OfficeFactory(name_en="Seoul Secretariat", country="KR", city_en="Seoul", order=3)

    words = read("/en/about/offices/")

    assert "Japan 1 office Japan Office Office · Tokyo, Japan" in words
    assert (
        "East Asia outside Japan 1 office Seoul Secretariat Office · Seoul, South Korea"
        in words
    )
    assert (
        "Europe 2 offices World Secretariat World Secretariat · Bonn, Germany "
        "European Office Office · Brussels, Belgium" in words
    )
    assert words.index("Japan 1 office") < words.index("outside Japan 1 office")


def test_offices_are_drawn_by_region_as_the_lists_count_them(client: Client) -> None:
    OfficeFactory.create_batch(3)
    OfficeFactory(country="KR")

    page = client.get("/en/about/offices/").content.decode()
    chart = page.partition("<svg")[2].partition("</svg>")[0]

    assert "A bar chart. East Asia outside Japan: 1; Europe: 3</title>" in chart
    assert "ICLEI has 4 offices and secretariats." in page


def test_offices_before_all_records_say_from_when_they_are_held(
    client: Client,
) -> None:
    OfficeFactory()

    page = client.get("/en/about/offices/?as_of=1999-01-01").content.decode()

    assert "Records are held from 1 April 2021." in page
    assert 'id="offices-chart"' not in page


def test_former_offices_stay_findable(read: Read) -> None:
    valid = DateRange(date(1991, 1, 1), date(2010, 1, 1))
    OfficeFactory(
        name_en="Toronto Secretariat", city_en="Toronto", country="CA", valid=valid
    )

    assert (
        "Former offices Toronto Secretariat Toronto, Canada · "
        "1 January 1991 – 31 December 2009" in read("/en/about/offices/")
    )
    assert "Former offices" not in read("/en/about/offices/?as_of=2009-12-31")


def test_city_that_is_its_own_country_is_named_once(read: Read) -> None:
    OfficeFactory(country="SG", city_ja="シンガポール")
    OfficeFactory(country="DE", city_ja="ボン")

    words = read("/ja/about/offices/")

    assert "事務所 · シンガポール" in words
    assert "事務所 · ドイツ・ボン" in words


@pytest.mark.usefixtures("japan_office")
@pytest.mark.parametrize(
    ("language", "own", "other"),
    [("ja", f"所在地 {JAPANESE}", ENGLISH), ("en", f"Address {ENGLISH}", JAPANESE)],
)
def test_contact_prints_the_address_in_each_language_in_its_own_order(
    read: Read, language: str, own: str, other: str
) -> None:
    words = read(f"/{language}/about/contact/")

    assert own in words
    assert other in words
    assert words.index(own) < words.index(other)


@pytest.mark.usefixtures("japan_office")
def test_contact_marks_the_address_in_the_other_language(client: Client) -> None:
    assert '<address lang="ja">〒105-0003<br>' in (
        client.get("/en/about/contact/").content.decode()
    )
    assert "<address>〒105-0003<br>" in (
        client.get("/ja/about/contact/").content.decode()
    )


@pytest.mark.usefixtures("japan_office")
def test_contact_has_numbers_to_dial_from_anywhere(client: Client) -> None:
    english = client.get("/en/about/contact/").content.decode()
    japanese = client.get("/ja/about/contact/").content.decode()

    assert '<a href="tel:+81300000000">+81 3-0000-0000</a>' in english
    assert '<a href="tel:+81300000000">03-0000-0000</a>' in japanese
    assert "+81 3-0000-0001" in english
    assert '<a href="mailto:japan@example.org">japan@example.org</a>' in english
    assert '<a href="https://japan.example.org/ja/">japan.example.org/ja</a>' in english


def test_number_with_a_calling_code_stays_as_it_is() -> None:
    found = telephone("+49 228 976 299-28", "ja")

    assert (found.shown, found.link) == ("+49 228 976 299-28", "tel:+4922897629928")


@pytest.mark.usefixtures("japan_office")
def test_contact_says_when_the_address_was_recorded(read: Read) -> None:
    assert "as recorded on 31 March 2022" in read("/en/about/contact/")


def test_contact_names_the_secretariat_of_each_region(read: Read) -> None:
    OfficeFactory(name_en="World Secretariat", kind="world", order=1)
    OfficeFactory(name_en="European Secretariat", kind="regional", order=2)
    OfficeFactory(name_en="Berlin Office", order=3)
    OfficeFactory(name_en="Canada Office", country="CA", city_en="Toronto", order=4)

    words = read("/en/about/contact/")

    assert (
        "The whole network World Secretariat Bonn, Germany "
        "Europe European Secretariat Bonn, Germany "
        "North America Canada Office Toronto, Canada" in words
    )
    assert "Berlin Office" not in words


def test_contact_without_an_office_says_so(read: Read) -> None:
    OfficeFactory(country="JP", valid=DateRange(date(1993, 1, 1), date(2000, 1, 1)))

    assert "No address is on record at present." in read("/en/about/contact/")


@pytest.mark.parametrize(("address", "queries"), [("offices/", 2), ("contact/", 1)])
@pytest.mark.parametrize("count", [2, 8])
def test_places_need_the_same_queries(
    client: Client,
    django_assert_num_queries: Queries,
    address: str,
    queries: int,
    count: int,
) -> None:
    OfficeFactory.create_batch(count, kind="regional")
    OfficeFactory.create_batch(count, country="JP")

    with django_assert_num_queries(queries):
        assert "事務所".encode() in client.get(f"/ja/about/{address}").content
