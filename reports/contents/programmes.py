"""Sessions of a programme, and themes of a Café."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from events.models import Event, Session
from iclei_portal.bilingual.formats import clock, day_text
from reports.contents.events import dates_of, parties

if TYPE_CHECKING:
    from django.db.models import Q

    from events.models import SessionPart
    from iclei_portal.bilingual.texts import Text
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Speaker:
    """Who speaks, in which part, with the post then held."""

    part: str
    name: Text
    post: Text | None
    tentative: bool


@dataclass(frozen=True)
class SessionRead:
    """A session as read; whatever the source does not print is empty."""

    when: str
    venue: Text | None
    hosts: tuple[Text, ...]
    title: Text | None
    speakers: tuple[Speaker, ...]
    note: Text | None
    confirmed: bool


@dataclass(frozen=True)
class Programme:
    """An event with its sessions."""

    label: Text | None
    title: Text
    dates: str
    place: Text | None
    summary: Text | None
    sessions: tuple[SessionRead, ...]

    @property
    def unconfirmed(self) -> bool:
        """Tell whether a session has still to be confirmed."""
        return not all(session.confirmed for session in self.sessions)


def _speaker(year: ReportYear, part: SessionPart) -> Speaker:
    if part.person is not None:
        name = year.person(part.person)
    else:
        party = part.municipality or part.organisation
        name = year.text(party, "name") if party else year.own("")
    return Speaker(
        part=part.get_part_display(),
        name=name,
        post=year.text_or_none(part, "post"),
        tentative=part.tentative,
    )


def _when(session: Session) -> str:
    day = day_text(session.day) if session.day else ""
    start = clock(session.start_time) if session.start_time else ""
    end = f"–{clock(session.end_time)}" if session.end_time else ""
    return f"{day} {start}{end}".strip()


def _session(year: ReportYear, session: Session) -> SessionRead:
    return SessionRead(
        when=_when(session),
        venue=year.text_or_none(session, "venue"),
        hosts=parties(year, session.sessionhosts.all()),
        title=year.text_or_none(session, "title"),
        speakers=tuple(_speaker(year, part) for part in session.sessionparts.all()),
        note=year.text_or_none(session, "note"),
        confirmed=session.confirmed,
    )


def programmes(year: ReportYear, events: Q) -> tuple[Programme, ...]:
    """Read the matching events of the fiscal year with their sessions.

    Ten queries at most, whatever the number of events.
    """
    found = (
        Event.objects.in_fiscal_year(year.fiscal_year)
        .filter(events)
        .order_by("start_on", "order")
        .with_sessions(Session.objects.all())
    )
    return tuple(
        Programme(
            label=year.text_or_none(event, "label"),
            title=year.text(event, "title"),
            dates=dates_of(event),
            place=year.text_or_none(event, "place"),
            summary=year.text_or_none(event, "summary"),
            sessions=tuple(_session(year, each) for each in event.sessions.all()),
        )
        for event in found
    )
