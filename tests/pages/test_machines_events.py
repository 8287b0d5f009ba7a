"""What pages of events say in the words of schema.org."""

from datetime import date, time

import pytest
from django.test import Client

from events.choices import LinkKind, OrganiserRole, Status
from tests.factories import (
    DatedFigureFactory,
    EventFactory,
    EventOrganisationFactory,
    EventParticipantFactory,
    OrganisationFactory,
    PersonFactory,
    SessionFactory,
    SessionHostFactory,
    SessionLinkFactory,
    SessionPartFactory,
)
from tests.pages.schema_org import said

pytestmark = pytest.mark.django_db

SCHEMA = "https://schema.org/"


def test_event_says_when_where_and_who(client: Client) -> None:
    DatedFigureFactory(key="parties", value=197, unit_en=None, as_of=date(2021, 1, 1))
    event = EventFactory(
        slug="cop26",
        title_en="COP26",
        title_ja="COP26",
        start_on=date(2021, 10, 31),
        end_on=date(2021, 11, 13),
        place_ja="グラスゴー",
        place_en="Glasgow",
        country="GB",
        summary_en="The **climate** conference of {parties} parties & more.",
        summary_ja="気候の会議です。",
    )
    EventOrganisationFactory(
        event=event, organisation=OrganisationFactory(kind="government", name_en="Host")
    )
    EventOrganisationFactory(
        event=event,
        role=OrganiserRole.SUPPORTER,
        organisation=OrganisationFactory(name_en="Friend", name_ja="友"),
    )
    EventParticipantFactory(event=event, municipality__name_en="City of Kyoto")

    node = said(client, "/en/events/cop26/", "Event")

    assert node["name"] == "COP26"
    assert "alternateName" not in node
    assert (node["startDate"], node["endDate"]) == ("2021-10-31", "2021-11-13")
    said_of_it = "The climate conference of 197 parties & more."
    assert node["description"] == said_of_it
    assert node["location"]["name"] == "Glasgow"
    assert node["location"]["address"]["addressCountry"] == "GB"
    assert node["eventStatus"] == f"{SCHEMA}EventScheduled"
    assert "eventAttendanceMode" not in node
    (host,) = node["organizer"]
    assert (host["@type"], host["name"]) == ("GovernmentOrganization", "Host")
    assert node["contributor"] == [
        {"@type": "NGO", "name": "Friend", "alternateName": "友"}
    ]
    assert [one["name"] for one in node["attendee"]] == ["City of Kyoto"]


@pytest.mark.parametrize(
    ("record", "start", "end"),
    [
        ({"start_on": date(2021, 6, 10)}, "2021-06-10", None),
        (
            {
                "start_on": date(2021, 6, 1),
                "end_on": date(2021, 6, 30),
                "precision": "month",
            },
            "2021-06",
            "2021-06",
        ),
        (
            {
                "start_on": date(2021, 11, 12),
                "start_time": time(16, 30),
                "end_time": time(17, 30),
                "zone": "Asia/Baku",
            },
            "2021-11-12T16:30:00+04:00",
            "2021-11-12T17:30:00+04:00",
        ),
    ],
    ids=["day", "month", "time"],
)
def test_event_is_dated_as_exactly_as_it_is_known(
    client: Client, record: dict[str, object], start: str, end: str | None
) -> None:
    EventFactory(slug="talk", **record)

    node = said(client, "/ja/events/talk/", "Event")

    assert (node["startDate"], node.get("endDate")) == (start, end)


@pytest.mark.parametrize(
    ("status", "year", "expected"),
    [
        (Status.HELD, 2021, "EventScheduled"),
        (Status.CANCELLED, 2021, "EventCancelled"),
        (Status.PLANNED, 2090, "EventScheduled"),
        (Status.PLANNED, 2021, None),
        (Status.TENTATIVE, 2090, None),
    ],
)
def test_event_says_that_it_takes_place_only_where_that_is_known(
    client: Client, status: Status, year: int, expected: str | None
) -> None:
    EventFactory(slug="talk", status=status, start_on=date(year, 6, 1))

    node = said(client, "/en/events/talk/", "Event")

    assert node.get("eventStatus") == (expected and SCHEMA + expected)


@pytest.mark.parametrize(
    ("place", "mode", "kind"),
    [
        ("オンライン", "OnlineEventAttendanceMode", "VirtualLocation"),
        ("中国・昆明（オンライン併用）", "MixedEventAttendanceMode", "Place"),
    ],
)
def test_event_says_that_it_was_online_where_the_place_says_so(
    client: Client, place: str, mode: str, kind: str
) -> None:
    EventFactory(slug="talk", place_ja=place, place_en="x")

    node = said(client, "/en/events/talk/", "Event")

    assert node["eventAttendanceMode"] == SCHEMA + mode
    assert node["location"] == {"@type": kind, "name": "x"}


def test_programme_says_which_sessions_there_are(client: Client) -> None:
    event = EventFactory(slug="cop29", listing="programme", zone="Asia/Baku")
    session = SessionFactory(
        event=event,
        title_ja="首長の会議",
        title_en="Mayors",
        day=date(2024, 11, 12),
        start_time=time(16, 30),
        end_time=time(17, 30),
        venue_ja="日本館",
        venue_en="Japan Pavilion",
    )
    SessionHostFactory(session=session, organisation__name_en="Ministry")
    for confirmed, tentative in [(True, False), (False, False), (True, True)]:
        SessionPartFactory(
            session=session,
            municipality=None,
            person=PersonFactory(confirmed=confirmed),
            tentative=tentative,
        )
    SessionLinkFactory(
        session=session, kind=LinkKind.RECORDING, label_en="Film", url="https://x.jp/1"
    )
    SessionLinkFactory(session=session, kind=LinkKind.RECORDING, order=2, url="")

    (node,) = said(client, "/en/events/cop29/programme/", "Event")["subEvent"]

    assert (node["name"], node["alternateName"]) == ("Mayors", "首長の会議")
    assert node["startDate"] == "2024-11-12T16:30:00+04:00"
    assert node["endDate"] == "2024-11-12T17:30:00+04:00"
    assert node["location"] == {"@type": "Place", "name": "Japan Pavilion"}
    assert [one["name"] for one in node["organizer"]] == ["Ministry"]
    assert [one["name"] for one in node["performer"]] == ["YAMADA Hanako"]
    assert [one["url"] for one in node["recordedIn"]] == ["https://x.jp/1"]


def test_session_being_confirmed_or_without_a_title_is_not_said(client: Client) -> None:
    event = EventFactory(slug="cop29", listing="programme")
    SessionFactory(event=event, title_en="Sure", title_ja="確か")
    SessionFactory(event=event, title_en="Unsure", confirmed=False)
    SessionFactory(event=event, title_en=None, title_ja=None)

    node = said(client, "/en/events/cop29/programme/", "Event")

    assert [one["name"] for one in node["subEvent"]] == ["Sure"]
    assert "startDate" not in node["subEvent"][0]
