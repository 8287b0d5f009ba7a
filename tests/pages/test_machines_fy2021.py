"""What the pages of the real data set tell machines, compared with the records."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import translation

from events.models import Event
from members.models import Headship, Municipality
from tests.pages.schema_org import Node, every_node, faults_of, node_of, nodes_of
from tests.pages.sitemap import Pages, files, listed
from tests.pages.test_frame import links

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fy2021")]

DAY = date(2022, 3, 31)
LANGUAGES = ["ja", "en"]


def named(node: Node | None) -> object:
    return node["name"] if node else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_profiles_of_members_say_what_is_recorded(
    client: Client, language: str
) -> None:
    other = "en" if language == "ja" else "ja"
    heads = Headship.objects.as_of(DAY).filter(person__confirmed=True)
    persons = {
        one.municipality_id: one.person for one in heads.select_related("person")
    }
    members = Municipality.objects.members_as_of(DAY)
    said, recorded = [], []

    for municipality in members:
        page = client.get(f"/{language}/members/{municipality.slug}/?as_of={DAY}")
        node = node_of(page.content.decode(), "GovernmentOrganization")
        said.append(
            (
                node["identifier"]["value"],
                node["name"],
                node["alternateName"],
                named(node.get("employee")),
                named(node.get("memberOf")),
                node.get("sameAs", []),
            )
        )
        person = persons.get(municipality.pk)
        recorded.append(
            (
                municipality.code,
                getattr(municipality, f"name_{language}"),
                getattr(municipality, f"name_{other}"),
                person and person.name_in(language),
                {"ja": "イクレイ日本", "en": "ICLEI Japan"}[language],
                [municipality.site] if municipality.site else [],
            )
        )

    assert said == recorded
    assert len(said) > 20
    assert sum(one[3] is not None for one in said) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_municipalities_that_are_no_members_are_not_said_to_be(
    client: Client, language: str
) -> None:
    members = Municipality.objects.members_as_of(DAY).values("pk")
    others = Municipality.objects.exclude(pk__in=members)

    for municipality in others:
        page = client.get(f"/{language}/members/{municipality.slug}/?as_of={DAY}")
        node = node_of(page.content.decode(), "GovernmentOrganization")
        assert "memberOf" not in node
    assert others


def when(event: Event) -> tuple[str, str | None]:
    """Return the days of an event as its record has them."""
    length = 7 if event.precision == "month" else 10
    last = event.end_on.isoformat()[:length] if event.end_on else None
    return event.start_on.isoformat()[:length], last


@pytest.mark.parametrize("language", LANGUAGES)
def test_events_are_said_to_be_when_and_what_is_recorded(
    client: Client, language: str
) -> None:
    said: dict[str, Any] = {}
    recorded: dict[str, Any] = {}

    for event in Event.objects.all():
        page = client.get(f"/{language}/events/{event.slug}/").content.decode()
        node = node_of(page, "Event")
        assert faults_of(nodes_of(page)) == []
        said[event.slug] = (node["name"], node["startDate"], node.get("endDate"))
        here, japanese = (getattr(event, f"title_{one}") for one in (language, "ja"))
        recorded[event.slug] = (here or japanese, *when(event))

    assert said == recorded
    assert {len(start) for _title, start, _end in said.values()} == {7, 10}


@pytest.mark.parametrize("language", LANGUAGES)
def test_programme_says_every_session_with_a_title_that_is_confirmed(
    client: Client, language: str
) -> None:
    for event in Event.objects.filter(slug__in=["cop26", "cop29-pavilion"]):
        with translation.override(language):
            page = client.get(event.get_absolute_url() + "programme/").content.decode()
        node = node_of(page, "Event")
        sessions = event.sessions.filter(
            confirmed=True, title_ja__isnull=False
        ).order_by("day", "start_time", "order")
        starts = [
            one.starts_at.isoformat() if one.starts_at else one.day and str(one.day)
            for one in sessions.select_related("event")
        ]

        assert faults_of(nodes_of(page)) == []
        assert [one.get("startDate") for one in node["subEvent"]] == starts


def test_nobody_is_named_whose_name_is_being_confirmed(client: Client) -> None:
    for event in Event.objects.filter(sessions__isnull=False).distinct():
        page = client.get(f"/ja/events/{event.slug}/programme/", follow=True)
        persons = [
            node["name"]
            for node in every_node(nodes_of(page.content.decode()))
            if node["@type"] == "Person"
        ]
        unsure = {
            str(part.person)
            for session in event.sessions.all()
            for part in session.sessionparts.filter(person__confirmed=False)
        }
        assert not unsure.intersection(persons)


def test_every_page_listed_is_there_and_says_the_same_of_itself(
    client: Client,
) -> None:
    pages: Pages = {}
    for file in files(client):
        pages |= listed(client, file)

    assert len(pages) > 250
    for page, named in list(pages.items())[::3]:
        assert links(client, urlsplit(page).path) == (page, named)
