"""The feed of a municipality."""

from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from events.models import Event, EventParticipant
from tests.factories import (
    ArticleFactory,
    EventFactory,
    EventParticipantFactory,
    MunicipalityFactory,
)
from tests.types import Queries

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(client: Client, address: str = "/en/members/kyoto/feed.atom") -> ET.Element:
    """Return a feed after checking what every one must have."""
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    root = ET.fromstring(response.content)  # noqa: S314 - what the portal wrote itself
    assert [root.tag, root.findtext(f"{ATOM}author/{ATOM}name")] == [
        f"{ATOM}feed",
        "イクレイ日本" if address.startswith("/ja/") else "ICLEI Japan",
    ]
    return root


def values(root: ET.Element, name: str) -> list[str | None]:
    return [entry.findtext(f"{ATOM}{name}") for entry in root.iter(f"{ATOM}entry")]


@pytest.mark.parametrize(
    ("language", "titles"),
    [("ja", ["発表", "会議", "第一報"]), ("en", ["Launch", "Meeting", "First news"])],
)
def test_feed_mixes_news_and_events_newest_first(
    client: Client, language: str, titles: list[str]
) -> None:
    city = MunicipalityFactory(slug="kyoto")
    for day, ja, en in [
        (date(2021, 5, 1), "第一報", "First news"),
        (date(2022, 1, 1), "発表", "Launch"),
    ]:
        ArticleFactory(title_ja=ja, title_en=en, published_on=day).municipalities.add(
            city
        )
    EventParticipantFactory(
        municipality=city,
        event__title_ja="会議",
        event__title_en="Meeting",
        event__start_on=date(2021, 10, 4),
    )

    root = feed(client, f"/{language}/members/kyoto/feed.atom")

    assert values(root, "title") == titles
    assert root.get(LANGUAGE) == language
    assert [day and day[:10] for day in values(root, "published")] == [
        "2022-01-01",
        "2021-10-04",
        "2021-05-01",
    ]


def test_feed_leaves_out_drafts_and_other_municipalities(client: Client) -> None:
    city = MunicipalityFactory(slug="kyoto")
    ArticleFactory(state="draft").municipalities.add(city)
    ArticleFactory().municipalities.add(MunicipalityFactory())
    EventParticipantFactory()

    assert values(feed(client), "title") == []


def test_feed_names_itself_and_its_page(client: Client) -> None:
    MunicipalityFactory(slug="kyoto", name_en="City of Kyoto")

    root = feed(client)

    links = {link.get("rel"): link.get("href") for link in root.iter(f"{ATOM}link")}
    assert links == {
        "self": "http://testserver/en/members/kyoto/feed.atom",
        "alternate": "http://testserver/en/members/kyoto/",
    }
    assert root.findtext(f"{ATOM}title") == (
        "City of Kyoto: events and news – ICLEI Japan"
    )


def test_ids_stay_when_slugs_change_and_differ_by_language(client: Client) -> None:
    city = MunicipalityFactory(slug="kyoto")
    event = EventParticipantFactory(municipality=city).event
    before = feed(client)

    city.slug, event.slug = "kyoto-city", "renamed"
    city.save()
    event.save()

    after = feed(client, "/en/members/kyoto-city/feed.atom")
    japanese = feed(client, "/ja/members/kyoto-city/feed.atom")
    assert values(after, "id") == values(before, "id")
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    assert str(values(after, "id")[0]).startswith("tag:japan.iclei.org,2026:portal:")
    assert {*values(japanese, "id")} & {*values(after, "id")} == set()


def test_entry_says_when_its_record_was_changed(client: Client) -> None:
    city = MunicipalityFactory(slug="kyoto")
    event = EventParticipantFactory(municipality=city).event
    first = values(feed(client), "updated")

    event.title_en = "Renamed"
    event.save()

    again = feed(client)
    (changed,) = values(again, "updated")
    history = event.history.latest().history_date
    assert changed == history.isoformat()
    assert first != [changed]
    assert again.findtext(f"{ATOM}updated") == changed


def test_entry_without_a_history_is_as_old_as_its_day(client: Client) -> None:
    city = MunicipalityFactory(slug="kyoto")
    EventParticipantFactory(municipality=city, event__start_on=date(2021, 10, 4))
    Event.history.all().delete()  # type: ignore[attr-defined]

    assert values(feed(client), "updated") == ["2021-10-04T00:00:00+09:00"]


def test_title_that_stands_in_is_marked_as_japanese(client: Client) -> None:
    city = MunicipalityFactory(slug="kyoto")
    for title in ("Meeting", None):
        EventParticipantFactory(
            municipality=city, event__title_en=title, event__title_ja="会議"
        )

    root = feed(client)

    marked = {
        entry.findtext(f"{ATOM}title"): entry.get(LANGUAGE)
        for entry in root.iter(f"{ATOM}entry")
    }
    assert marked == {"Meeting": None, "会議": "ja"}


def test_summary_is_escaped_for_readers_that_take_it_for_html(client: Client) -> None:
    city = MunicipalityFactory(slug="kyoto")
    EventParticipantFactory(
        municipality=city, event__place_ja="A", event__place_en="Q & <b>A</b>"
    )

    assert values(feed(client), "summary") == [
        "4 October 2021 · Q &amp; &lt;b&gt;A&lt;/b&gt;"
    ]


def many_events(slug: str, count: int) -> None:
    """Make events on days that follow each other, without their history."""
    city = MunicipalityFactory(slug=slug)
    events = Event.objects.bulk_create(
        EventFactory.build(
            title_en=f"Event {number}", start_on=date(2021, 4, 1) + timedelta(number)
        )
        for number in range(count)
    )
    EventParticipant.objects.bulk_create(
        EventParticipant(event=event, municipality=city) for event in events
    )


def test_feed_ends_after_fifty_entries(client: Client) -> None:
    many_events("kyoto", 60)
    city = EventParticipant.objects.earliest("pk").municipality
    ArticleFactory(title_en="Newest", published_on=date(2023, 1, 1)).municipalities.add(
        city
    )

    titles = values(feed(client), "title")

    assert titles == ["Newest", *(f"Event {number}" for number in range(59, 10, -1))]


@pytest.mark.parametrize("count", [2, 60])
def test_feed_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    many_events("kyoto", count)
    city = EventParticipant.objects.earliest("pk").municipality
    for article in ArticleFactory.create_batch(min(count, 8)):
        article.municipalities.add(city)

    with django_assert_num_queries(6):
        root = feed(client)

    assert len(values(root, "title")) == min(count + min(count, 8), 50)


@pytest.mark.parametrize("entries", [0, 2])
def test_unchanged_feed_is_not_sent_twice(client: Client, entries: int) -> None:
    many_events("kyoto", entries)
    first = client.get("/en/members/kyoto/feed.atom")

    again = client.get(
        "/en/members/kyoto/feed.atom", headers={"if-none-match": first.headers["ETag"]}
    )

    assert (again.status_code, again.content) == (304, b"")


def test_signs_that_no_xml_may_hold_break_no_feed(client: Client) -> None:
    signs = "\x01\x0b\x0c\x1f\ufffe"
    city = MunicipalityFactory(
        slug="kyoto", name_ja="京都市", name_en=f"City{signs} of Kyoto"
    )
    article = ArticleFactory(title_en=f"</title>{signs}\U00020bb7\u202e&")
    article.municipalities.add(city)
    EventParticipantFactory(
        municipality=city,
        event__title_en=f"A{signs}b",
        event__start_on=date(2000, 1, 1),
    )

    root = feed(client)

    assert (
        root.findtext(f"{ATOM}title") == "City of Kyoto: events and news – ICLEI Japan"
    )
    assert values(root, "title") == ["</title>\U00020bb7\u202e&", "Ab"]
