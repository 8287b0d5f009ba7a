"""Events and their sessions in the words of schema.org.

In which language people spoke is not recorded, so nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from html import unescape
from zoneinfo import ZoneInfo

from django.utils.html import strip_tags
from django.utils.translation import override

from events.choices import LinkKind, OrganiserRole, Precision, Status
from events.models import (
    Event,
    EventOrganisation,
    Session,
    SessionHost,
    SessionPart,
)
from iclei_portal.about.figures import Figures
from iclei_portal.bilingual.linked_data import Absolute, Node, day_value, names_of, node
from iclei_portal.bilingual.templatetags.bilingual import prose
from iclei_portal.bilingual.texts import text_of
from iclei_portal.pictures.linked_data import image_node
from members.linked_data import party_node, person_node

SCHEMA = "https://schema.org/"
ORGANISERS = (OrganiserRole.HOST, OrganiserRole.CO_HOST)
# How the records write a place that is no place, and one that is both.
ONLINE, ALSO_ONLINE = "オンライン", "オンライン併用"


def event_node(
    event: Event,
    absolute: Absolute,
    *,
    today: date,
    figures: Figures | None = None,
) -> Node:
    """Return an event fetched with `for_listing`, its organisers and participants."""
    organisations = event.eventorganisations.all()
    return shown(event, absolute, today) | node(
        "Event",
        description=description(event, figures),
        image=image_node(event.picture, absolute),
        organizer=parties(
            [one for one in organisations if one.role in ORGANISERS], absolute
        ),
        contributor=parties(
            [one for one in organisations if one.role not in ORGANISERS], absolute
        ),
        attendee=[
            party_node(one.municipality, absolute) for one in event.participants.all()
        ],
    )


def programme_node(
    event: Event, sessions: Iterable[Session], absolute: Absolute, *, today: date
) -> Node:
    """Return an event with its sessions that have a title and are confirmed."""
    return shown(event, absolute, today) | node(
        "Event",
        subEvent=[
            session_node(session, absolute)
            for session in sessions
            if session.confirmed and text_of(session, "title").content
        ],
    )


def shown(event: Event, absolute: Absolute, today: date) -> Node:
    """Return what every page of an event says of it."""
    ends = event.end_on is not None or event.end_time is not None
    return node(
        "Event",
        **names_of(event, "title"),
        url=absolute(event.get_absolute_url()),
        startDate=point(event, event.start_on, event.start_time),
        endDate=point(event, event.last_day, event.end_time) if ends else None,
        eventStatus=status(event, today),
        eventAttendanceMode=attendance(event),
        location=location(event),
    )


def point(event: Event, day: date, clock: time | None) -> str:
    """Return a date as exactly as it is known, with the zone where a time is."""
    if clock is None or event.precision != Precision.DAY:
        return day_value(day, event.precision)
    return datetime.combine(day, clock, tzinfo=ZoneInfo(event.zone)).isoformat()


def status(event: Event, today: date) -> str | None:
    """Return whether it takes place; a plan says nothing of a day that has passed."""
    if event.status == Status.CANCELLED:
        return f"{SCHEMA}EventCancelled"
    coming = event.status == Status.PLANNED and event.last_day >= today
    if event.status == Status.HELD or coming:
        return f"{SCHEMA}EventScheduled"
    return None


def attendance(event: Event) -> str | None:
    """Return whether it was online; that a place is named tells nothing of it."""
    place = text_of(event, "place", "ja").content
    if place == ONLINE:
        return f"{SCHEMA}OnlineEventAttendanceMode"
    return f"{SCHEMA}MixedEventAttendanceMode" if ALSO_ONLINE in place else None


def location(event: Event) -> Node | None:
    """Return where it is, as the records write it."""
    place = text_of(event, "place").content
    if text_of(event, "place", "ja").content == ONLINE:
        return node("VirtualLocation", name=place)
    if not place and not event.country:
        return None
    address = node("PostalAddress", addressCountry=event.country)
    return node("Place", name=place, address=address if event.country else None)


def description(event: Event, figures: Figures | None) -> str:
    """Return the summary with its figures as plain text, in the language it is in."""
    summary = text_of(event, "summary")
    if figures is None or not summary.content:
        return ""
    with override(summary.language):
        html = prose(figures.fill(summary.content))
    return unescape(strip_tags(html)).strip()


def parties(
    records: Iterable[EventOrganisation | SessionHost],
    absolute: Absolute,
) -> list[Node]:
    """Return who the records name, each as other nodes name it."""
    return [party_node(record.party, absolute) for record in records]


def session_node(session: Session, absolute: Absolute) -> Node:
    """Return a session fetched with `for_listing`, and who is sure to speak in it."""
    parts = [part for part in session.sessionparts.all() if not part.tentative]
    venue = text_of(session, "venue").content
    return node(
        "Event",
        **names_of(session, "title"),
        startDate=session_point(session, session.starts_at),
        endDate=session_point(session, session.ends_at) if session.ends_at else None,
        location=node("Place", name=venue) if venue else None,
        organizer=parties(session.sessionhosts.all(), absolute),
        performer=[one for part in parts if (one := speaker(part, absolute))],
        recordedIn=[
            node("CreativeWork", name=text_of(link, "label").content, url=link.url)
            for link in session.links.all()
            if link.kind == LinkKind.RECORDING and link.url
        ],
    )


def session_point(session: Session, moment: datetime | None) -> str | None:
    """Return a moment with its zone, else the day, else nothing."""
    if moment:
        return moment.isoformat()
    return day_value(session.day) if session.day else None


def speaker(part: SessionPart, absolute: Absolute) -> Node | None:
    """Return who speaks; None while a person's name is being confirmed."""
    if part.person:
        return person_node(part.person)
    party = part.municipality or part.organisation
    return party_node(party, absolute) if party else None
