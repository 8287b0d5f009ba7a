from datetime import date

import pytest
from django.test import Client

from iclei_portal.publishing import State
from tests.factories import (
    AnnualReportFactory,
    ArticleFactory,
    DatedFigureFactory,
    EventFactory,
    MembershipFactory,
    StatementFactory,
)
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("", "/ja/"),
        ("fr", "/ja/"),
        ("en-GB,ja;q=0.5", "/en/"),
        ("ja,en;q=0.5", "/ja/"),
        ("fr,en;q=0.1", "/en/"),
    ],
)
def test_root_leads_to_the_language_of_the_browser(
    client: Client, asked: str, address: str
) -> None:
    response = client.get("/", headers={"accept-language": asked})

    assert (response.status_code, response.headers["Location"]) == (302, address)
    assert "Accept-Language" in response.headers["Vary"]


def test_root_ignores_the_language_cookie_and_keeps_the_query(client: Client) -> None:
    client.cookies["django_language"] = "en"

    response = client.get("/?from=mail", headers={"accept-language": "ja"})

    assert response.headers["Location"] == "/ja/?from=mail"


def test_home_shows_a_figure_with_its_date(read: Read) -> None:
    DatedFigureFactory(
        key="network-members",
        label_en="Cities in the network",
        value=2500,
        qualifier="at_least",
        as_of=date(2022, 3, 31),
        precision="month",
    )

    assert "2,500+ Cities in the network as of March 2022" in read("/en/")


def test_home_shows_the_mission_with_figures_filled_in(read: Read) -> None:
    DatedFigureFactory(key="network-members", value=2500)
    StatementFactory(kind="mission", text_en="To join {network-members} cities.")

    assert "To join 2,500 cities." in read("/en/")


def test_home_counts_the_members(read: Read) -> None:
    MembershipFactory.create_batch(3)

    assert "3 Member municipalities in Japan" in read("/en/")


def test_home_says_for_which_day_members_are_recorded(read: Read) -> None:
    MembershipFactory(attested_on=date(2022, 3, 31))

    assert "1 国内の会員自治体 2022年3月31日時点" in read("/ja/")


def test_home_leaves_out_drafts(read: Read) -> None:
    ArticleFactory(title_en="Open", state=State.PUBLISHED)
    ArticleFactory(title_en="Secret", state=State.DRAFT)
    AnnualReportFactory(title_en="Hidden report", state="draft")

    words = read("/en/")

    assert "Open" in words
    assert "Secret" not in words
    assert "Hidden report" not in words


@pytest.mark.parametrize("count", [2, 8])
def test_home_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    StatementFactory.create_batch(count, kind="activity")
    ArticleFactory.create_batch(count)
    EventFactory.create_batch(count)
    MembershipFactory.create_batch(count)

    with django_assert_num_queries(7):
        assert b"Conference" in client.get("/en/").content
