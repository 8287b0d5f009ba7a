"""What the sitemap lists: every public page, in the languages it has."""

from datetime import date

import pytest
from django.test import Client

from events.sitemaps import EventPages
from reports.actions import keep_as_published
from tests.factories import (
    AnnualReportFactory,
    ArticleFactory,
    EventFactory,
    EventRoleFactory,
    MunicipalityFactory,
    SessionFactory,
)
from tests.pages.sitemap import MAP, files, listed, tree

pytestmark = pytest.mark.django_db


def test_each_page_names_itself_and_its_twin(client: Client) -> None:
    MunicipalityFactory(slug="kyoto")
    url = "http://testserver/{}/members/kyoto/"
    named = {"ja": url.format("ja"), "en": url.format("en")}
    named["x-default"] = named["ja"]

    assert listed(client, "/sitemap-members.xml") == {
        named["ja"]: named,
        named["en"]: named,
    }


def test_page_in_japanese_only_is_listed_in_japanese_only(client: Client) -> None:
    ArticleFactory(slug="a", title_en=None, body_en=None)
    japanese = "http://testserver/ja/news/a/"

    assert listed(client, "/sitemap-news.xml") == {
        japanese: {"ja": japanese, "x-default": japanese}
    }


def test_text_that_is_in_english_only_is_listed_in_english_only(client: Client) -> None:
    MunicipalityFactory(slug="turku", profile_en="On the Aura.", profile_ja=None)
    english = "http://testserver/en/members/turku/"

    assert listed(client, "/sitemap-members.xml") == {
        english: {"en": english, "x-default": english}
    }


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_what_is_not_published_is_not_listed(client: Client, state: str) -> None:
    ArticleFactory(state=state)
    AnnualReportFactory()

    assert not [one for one in files(client) if "news" in one or "reports" in one]
    assert client.get("/sitemap-news.xml").status_code == 404


def test_published_report_is_listed_by_chapter(client: Client) -> None:
    keep_as_published(report=AnnualReportFactory(fiscal_year=2021))

    pages = listed(client, "/sitemap-reports.xml")

    assert "http://testserver/ja/reports/2021/" in pages
    assert "http://testserver/en/reports/2021/members/" in pages
    entries = list(tree(client, "/sitemap-reports.xml"))
    assert all(one.findtext(f"{MAP}lastmod") for one in entries)


def test_year_is_listed_with_the_lists_that_have_an_event(client: Client) -> None:
    EventFactory(listing="calendar", start_on=date(2022, 1, 20))
    EventFactory(listing="cafe", start_on=date(2020, 5, 1))

    pages = listed(client, "/sitemap-event-years.xml")

    assert [page.partition("/en")[2] for page in pages if "/en/" in page] == [
        "/events/2021/",
        "/events/2021/1/",
        "/events/2020/",
        "/events/2020/cafe/",
    ]


def test_programme_is_listed_where_there_is_one(client: Client) -> None:
    SessionFactory(event=EventFactory(slug="pavilion", listing="programme"))
    SessionFactory(event=EventFactory(slug="cafe-1", listing="cafe"))
    EventFactory(slug="plain")

    assert list(listed(client, "/sitemap-programmes.xml")) == [
        "http://testserver/ja/events/pavilion/programme/",
        "http://testserver/en/events/pavilion/programme/",
    ]


def test_date_is_that_of_the_newest_change_of_what_the_page_shows() -> None:
    event = EventFactory(slug="talk")
    event.history.update(history_date="2022-04-01T12:00:00+09:00")
    role = EventRoleFactory(event=event)
    role.history.update(history_date="2022-05-02T12:00:00+09:00")
    other = EventRoleFactory()
    other.history.update(history_date="2022-06-03T12:00:00+09:00")

    section = EventPages()
    dates = {one.path: one.changed for one in section.listed(section.items())}

    assert f"{dates['/ja/events/talk/']:%Y-%m-%d}" == "2022-05-02"


def test_record_without_a_history_has_no_date(client: Client) -> None:
    ArticleFactory().history.all().delete()

    entry = next(iter(tree(client, "/sitemap-news.xml")))

    assert entry.find(f"{MAP}lastmod") is None
