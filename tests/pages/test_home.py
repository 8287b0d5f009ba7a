from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from iclei_portal.publishing import State
from reports.models import Snapshot, Version
from tests.factories import (
    AnnualReportFactory,
    ArticleFactory,
    DatedFigureFactory,
    EventFactory,
    InitiativeFactory,
    MembershipFactory,
    MunicipalityFactory,
    ParticipationFactory,
    RenderJobFactory,
    StatementFactory,
)
from tests.factories.pictures import keep_photo
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 15)
NOW = datetime.fromisoformat("2026-06-15T09:00:00+09:00")


def published(fiscal_year: int, **values: str) -> Version:
    """Return the published version of a report without contents."""
    report = AnnualReportFactory(fiscal_year=fiscal_year, **values)
    digest = f"{fiscal_year:064d}"
    snapshot = Snapshot.objects.create(report=report, digest=digest, values={})
    return Version.objects.create(
        report=report,
        number=1,
        snapshot=snapshot,
        documents={},
        fingerprints={},
        published_at=timezone.now(),
    )


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


def test_home_links_each_figure_to_the_fact_sheet(client: Client) -> None:
    DatedFigureFactory(key="network-members", value=2500)

    page = client.get("/en/").content.decode()

    assert '<a class="tile-number" href="/en/about/facts/#network-members">' in page


def test_home_leaves_out_drafts(read: Read) -> None:
    ArticleFactory(title_en="Open", state=State.PUBLISHED)
    ArticleFactory(title_en="Secret", state=State.DRAFT)
    AnnualReportFactory(title_en="Hidden report", state="draft")

    words = read("/en/")

    assert "Open" in words
    assert "Secret" not in words
    assert "Hidden report" not in words


def test_home_without_records_says_so_and_stands(read: Read) -> None:
    words = read("/en/")

    assert "No news is published yet." in words
    assert "There are no upcoming events at present. These are the latest." in words
    assert "Members across Japan" not in words


def test_home_announces_events_to_come_the_soonest_first(read: Read) -> None:
    for title, days in [("Later", 30), ("Soon", 1), ("Past", -1)]:
        EventFactory(title_en=title, start_on=TODAY + timedelta(days=days))
    EventFactory(title_en="Called off", start_on=TODAY, status="cancelled")
    EventFactory(title_en="Lasting", start_on=TODAY - timedelta(days=3), end_on=TODAY)

    with time_machine.travel(NOW, tick=False):
        words = read("/en/")

    assert "Next events" in words
    assert words.index("Lasting") < words.index("Soon") < words.index("Later")
    assert "Past" not in words
    assert "Called off" not in words


def test_home_says_that_no_event_is_to_come_and_shows_the_latest(read: Read) -> None:
    EventFactory(title_en="Old", start_on=TODAY - timedelta(days=300))
    EventFactory(title_en="New", start_on=TODAY - timedelta(days=1))

    with time_machine.travel(NOW, tick=False):
        words = read("/en/")

    assert (
        "Latest events There are no upcoming events at present. These are the latest."
        in words
    )
    assert words.index("New") < words.index("Old")


def test_home_offers_the_files_of_the_newest_report(client: Client, read: Read) -> None:
    version = published(2021, title_en="Activities")
    published(2020, title_en="Old ones")
    RenderJobFactory(
        report=version.report,
        version=version,
        language="ja",
        state="ready",
        output="a.pdf",
        size=2_411_725,
        pages=38,
        finished_at=timezone.now(),
    )

    words = read("/en/")

    assert "Activities" in words
    assert "Old ones" not in words
    assert "Japanese PDF, 2.3 MB, 38 pages" in words
    address = "/en/reports/2021/iclei-japan-annual-report-2021-ja.pdf"
    page = client.get("/en/").content.decode()
    assert f'<a href="{address}" type="application/pdf" hreflang="ja">' in page


def test_home_counts_the_members_of_initiatives(read: Read) -> None:
    member = MembershipFactory().municipality
    few, many = (InitiativeFactory(name_en=name) for name in ("Few", "Many"))
    ParticipationFactory(initiative=many, municipality=member)
    ParticipationFactory(initiative=many, municipality=MembershipFactory().municipality)
    ParticipationFactory(initiative=few, municipality=member)
    ParticipationFactory(initiative=few, municipality=MunicipalityFactory())

    words = read("/en/")

    assert "Many 2 members take part Few 1 member takes part" in words


def test_home_shows_the_photo_that_was_chosen(client: Client) -> None:
    drawn = client.get("/en/").content.decode()
    keep_photo(on_home=True, alt_en="A tram in the rain")

    shown = client.get("/en/").content.decode()

    assert "images/motif.svg" in drawn
    assert "images/motif.svg" not in shown
    assert 'alt="A tram in the rain"' in shown


@pytest.mark.parametrize("count", [2, 8])
def test_home_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    StatementFactory.create_batch(count, kind="activity")
    ArticleFactory.create_batch(count)
    EventFactory.create_batch(count)
    for membership in MembershipFactory.create_batch(count):
        ParticipationFactory(municipality=membership.municipality)
    for year in range(2021, 2021 + count):
        published(year)

    with django_assert_num_queries(10):
        assert b"Conference" in client.get("/en/").content
