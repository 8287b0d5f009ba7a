"""How ICLEI is governed, and ICLEI Japan's officers."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from tests.factories import (
    BoardSeatFactory,
    BodyFactory,
    DatedFigureFactory,
    MunicipalityFactory,
    PersonFactory,
    PostHeldFactory,
    StatementFactory,
)
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db

HANDOVER = date(2022, 6, 16)
ENDED = DateRange(date(2021, 4, 1), date(2025, 1, 1))


@pytest.fixture
def chairs() -> None:
    body = BodyFactory(slug="iclei-japan")
    for name, valid in [
        ("Hamanaka", DateRange(date(2021, 4, 1), HANDOVER)),
        ("Takemoto", DateRange(HANDOVER, None)),
    ]:
        person = PersonFactory(family_name_en=name, given_name_en=None)
        BoardSeatFactory(body=body, person=person, role="chair", valid=valid)


@pytest.mark.usefixtures("chairs")
def test_officers_are_those_of_the_day_by_role(read: Read) -> None:
    before = read("/en/about/officers/?as_of=2022-06-15")
    after = read("/en/about/officers/?as_of=2022-06-16")

    assert "Chair of the Board HAMANAKA 1 April 2021 – 15 June 2022" in before
    assert "Chair of the Board TAKEMOTO since 16 June 2022" in after


@pytest.mark.usefixtures("chairs")
def test_officers_say_who_handed_over_to_whom(client: Client) -> None:
    before = client.get("/en/about/officers/?as_of=2022-06-15").content.decode()
    page = client.get("/en/about/officers/").content.decode()

    assert "handed over" not in before
    assert "HAMANAKA handed over to TAKEMOTO on 16 June 2022." in page
    assert '<a href="?as_of=2022-06-15">Show 15 June 2022</a>' in page


@pytest.mark.usefixtures("chairs")
def test_former_officers_stay_findable(read: Read) -> None:
    before = read("/en/about/officers/?as_of=2022-06-15")
    after = read("/en/about/officers/")

    assert "Former officers" not in before
    assert (
        "Former seats 1 HAMANAKA Chair of the Board 1 April 2021 – 15 June 2022"
        in after
    )


def test_seats_that_follow_each_other_with_a_gap_are_no_handover(read: Read) -> None:
    body = BodyFactory(slug="iclei-japan")
    for first, last in [(date(2021, 4, 1), HANDOVER), (date(2023, 1, 1), None)]:
        valid = DateRange(first, last)
        BoardSeatFactory(body=body, role="chair", valid=valid)

    words = read("/en/about/officers/")

    assert "Chair of the Board" in words
    assert "handed over" not in words


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


def test_officer_without_a_portrait_has_a_drawn_one(client: Client) -> None:
    BoardSeatFactory(body__slug="iclei-japan")

    page = client.get("/en/about/officers/").content.decode()

    assert page.count('class="portrait portrait-empty"') == 1


def test_seats_recorded_on_one_day_say_so_once(read: Read) -> None:
    body = BodyFactory(slug="iclei-japan")
    for _seat in range(3):
        BoardSeatFactory(body=body, attested_on=date(2022, 3, 31))
    BoardSeatFactory(body=body, role="auditor", attested_on=date(2022, 2, 1))

    words = read("/en/about/officers/")

    assert words.count("as recorded on 31 March 2022") == 1
    assert words.count("as recorded on 1 February 2022") == 1


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
    assert (
        "YAMADA Hanako Chair Mayor of Kyoto Field: Climate since 1 April 2021 "
        "being confirmed" in words
    )


def test_councils_say_how_iclei_is_organised(read: Read) -> None:
    StatementFactory(kind="organisation", title_en="Council and secretariats")
    StatementFactory(kind="goal", title_en="Scale up")

    words = read("/en/about/councils/")

    assert "Council and secretariats Text." in words
    assert "Scale up" not in words


def test_councils_after_the_last_term_lead_to_its_last_day(
    client: Client, read: Read
) -> None:
    BoardSeatFactory(valid=ENDED)
    address = "/en/about/councils/?as_of=2025-01-01"

    page = client.get(address).content.decode()

    assert "Records are held from 1 April 2021 to 31 December 2024." in page
    assert '<a href="?as_of=2024-12-31">Show 31 December 2024</a>' in page
    assert "Former seats 1 YAMADA Hanako Director" in read(address)


@pytest.mark.parametrize(
    ("language", "now", "then"),
    [
        ("en", "Observer Matsuyama · since 1 April 2021", "1 April 2021 – 31 December"),
        ("ja", "オブザーバー 松山市 · 2021年4月1日から", "2021年4月1日–2024年12月31日"),
    ],
)
def test_posts_held_elsewhere_are_those_of_the_day(
    read: Read, language: str, now: str, then: str
) -> None:
    city = MunicipalityFactory(name_ja="松山市", name_en="Matsuyama")
    PostHeldFactory(
        organisation=None,
        municipality=city,
        title_ja="オブザーバー",
        title_en="Observer",
    )
    PostHeldFactory(valid=ENDED)

    words = read(f"/{language}/about/councils/?as_of=2025-01-01")
    current, _summary, former = words.partition(
        {"en": "Former posts 1", "ja": "過去の委員就任等 1"}[language]
    )

    assert now in current
    assert then in former
    assert then not in current


def test_posts_say_when_none_is_on_record(read: Read) -> None:
    PostHeldFactory(valid=ENDED)

    words = read("/en/about/councils/?as_of=2025-01-01")

    assert "No post is on record for 1 January 2025. Former posts 1" in words


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


@pytest.mark.parametrize(("address", "queries"), [("officers/", 1), ("councils/", 5)])
@pytest.mark.parametrize("count", [2, 8])
def test_bodies_need_the_same_queries(
    client: Client,
    django_assert_num_queries: Queries,
    address: str,
    queries: int,
    count: int,
) -> None:
    officers = BodyFactory(slug="iclei-japan")
    for valid in (ENDED, DateRange(date(2025, 1, 1), None)):
        BoardSeatFactory.create_batch(count, body=officers, valid=valid)
        PostHeldFactory.create_batch(count, valid=valid)
        for council in BodyFactory.create_batch(count):
            BoardSeatFactory(body=council, valid=valid)
    StatementFactory(kind="organisation")

    with django_assert_num_queries(queries):
        page = client.get(f"/ja/about/{address}").content.decode()

    assert page.count("山田 花子") == count * 2
