"""The web edition: a page for each chapter and event, of the frozen values alone."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.test import Client

from events.models import Event
from reports.actions import keep_as_published
from reports.contents.chapters import CHAPTERS
from reports.contents.places import items_of
from reports.contents.snapshots import editions_of
from reports.models import AnnualReport, SectionText
from tests.factories import AnnualReportFactory, EventFactory, SectionTextFactory
from tests.types import Queries

pytestmark = pytest.mark.django_db

KEYS = [chapter.key for chapter in CHAPTERS]


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def ids(html: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', html)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_chapter_and_event_has_an_address(
    client: Client, published: AnnualReport, language: str
) -> None:
    (version,) = published.versions.all()
    edition = editions_of(version.snapshot)[language]
    events = 0
    for chapter in edition.chapters:
        address = f"/{language}/reports/2021/{chapter.key}/"
        html = page(client, address)
        assert chapter.title.content in html
        assert chapter.key in ids(html)
        for item in items_of(chapter.contents):
            events += 1
            assert f'href="{item.slug}/"' in html
            told = page(client, f"{address}{item.slug}/")
            assert f"event-{item.slug}" in ids(told)
            assert "<h1>" in told

    assert [chapter.key for chapter in edition.chapters] == KEYS
    assert events >= 60


@pytest.mark.parametrize("language", ["ja", "en"])
def test_page_has_the_ids_of_the_printed_edition(
    client: Client, published: AnnualReport, language: str
) -> None:
    (version,) = published.versions.all()
    printed = set(ids(version.documents[language]))
    shown: set[str] = set()
    for key in KEYS:
        html = page(client, f"/{language}/reports/2021/{key}/")
        assert len(ids(html)) == len(set(ids(html)))
        shown.update(ids(html))

    assert set(KEYS) <= printed
    assert {name for name in printed if name.startswith("event-")} <= shown


def test_pages_lead_from_the_first_chapter_to_the_last(
    client: Client, published: AnnualReport
) -> None:
    html = page(client, f"/en/reports/{published.fiscal_year}/")
    seen = []
    found = re.search(r'class="action" href="([^"]+)"', html)
    while found:
        seen.append(found[1].split("/")[-2])
        found = re.search(r'rel="next" href="([^"]+)"', page(client, found[1]))

    assert seen == KEYS


def test_later_edits_do_not_reach_the_readers(
    client: Client, published: AnnualReport
) -> None:
    SectionText.objects.filter(section="cafe").update(text_en="Rewritten meanwhile.")
    Event.objects.update(title_en="Renamed meanwhile")
    AnnualReport.objects.update(title_en="Retitled meanwhile")

    pages = [
        page(client, f"/en/reports/{place}")
        for place in ("", "2021/", "2021/cafe/", "2021/calendar/")
    ]

    assert published.versions.count() == 1
    assert not any("meanwhile" in html for html in pages)


@pytest.mark.parametrize(
    "place", ["nothing/", "corrections/", "calendar/nothing/", "about/nothing/"]
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_unknown_chapter_or_event_is_not_found(
    client: Client, published: AnnualReport, language: str, place: str
) -> None:
    missing = client.get(f"/{language}/reports/{published.fiscal_year}/{place}")

    assert missing.status_code == 404
    assert f'<html lang="{language}">' in missing.content.decode()


def test_text_that_stands_in_japanese_is_marked_on_the_page(client: Client) -> None:
    report = AnnualReportFactory(fiscal_year=2022)
    SectionTextFactory(report=report, section="cafe", text_ja="文章。", text_en=None)
    keep_as_published(report=report)

    html = page(client, "/en/reports/2022/cafe/")

    assert re.search(r'lang="ja"[^>]*>\s*(<p>)?文章。', html)


class Tables(HTMLParser):
    """The labels of cells on a phone, beside the heads of their columns."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pairs: list[tuple[str, str]] = []
        self.heads: list[str] = []
        self.column = -1
        self.in_head = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in ("table", "tr"):
            self.column = -1
            self.heads = [] if tag == "table" else self.heads
        elif tag in ("th", "td"):
            self.column += 1
            self.in_head = found.get("scope") == "col"
            if self.in_head:
                self.heads.append("")
            label = found.get("data-head")
            if label is not None:
                self.pairs.append((label, self.heads[self.column]))

    def handle_endtag(self, tag: str) -> None:
        self.in_head = self.in_head and tag != "th"

    def handle_data(self, data: str) -> None:
        if self.in_head:
            self.heads[-1] += data


@pytest.mark.parametrize("language", ["ja", "en"])
def test_cells_of_a_card_are_labelled_like_their_columns(
    client: Client, published: AnnualReport, language: str
) -> None:
    assert published.versions.count() == 1
    pairs = [
        pair
        for key in ("officers", "calendar", "meetings", "publicity", "councils")
        for pair in Tables(page(client, f"/{language}/reports/2021/{key}/")).pairs
    ]

    assert len(pairs) > 150
    assert [pair for pair in pairs if len(set(pair)) != 1] == []


@pytest.mark.parametrize("size", [1, 20])
@pytest.mark.parametrize("key", ["calendar", "calendar/event-slug"])
def test_chapter_needs_one_query_at_any_size(
    client: Client, django_assert_num_queries: Queries, key: str, size: int
) -> None:
    EventFactory(slug="event-slug", start_on=date(2022, 5, 1))
    EventFactory.create_batch(size, start_on=date(2022, 5, 1))
    keep_as_published(report=AnnualReportFactory(fiscal_year=2022))

    with django_assert_num_queries(1):
        html = page(client, f"/en/reports/2022/{key}/")

    assert "event-slug" in html
