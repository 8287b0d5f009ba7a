"""Sessions of a programme, and themes of a Café."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.formats import clock, day_text
from iclei_portal.bilingual.texts import Text, record_of
from reports.contents.events import dates_of, parties
from reports.contents.pictures import PictureRead, picture_read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from events.models import Event, Session, SessionPart
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Speaker:
    """Who speaks, in which part, with the post then held."""

    record: str
    part: Text
    name: Text
    post: Text | None
    tentative: bool


@dataclass(frozen=True)
class SessionRead:
    """A session as read; whatever the source does not print is empty."""

    record: str
    slug: str
    when: Text
    venue: Text | None
    hosts: tuple[Text, ...]
    title: Text | None
    speakers: tuple[Speaker, ...]
    note: Text | None
    confirmed: bool


@dataclass(frozen=True)
class Programme:
    """An event with its sessions."""

    record: str
    slug: str
    label: Text | None
    title: Text
    dates: Text
    place: Text | None
    summary: Text | None
    sessions: tuple[SessionRead, ...]
    picture: PictureRead | None = None

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
        record=record_of(part),
        part=year.own(part.get_part_display()),
        name=name,
        post=year.text_or_none(part, "post"),
        tentative=part.tentative,
    )


def _when(year: ReportYear, session: Session) -> Text:
    day = day_text(session.day) if session.day else ""
    start = clock(session.start_time) if session.start_time else ""
    end = f"–{clock(session.end_time)}" if session.end_time else ""
    return year.value(session, "day", f"{day} {start}{end}".strip())


def _session(year: ReportYear, session: Session) -> SessionRead:
    return SessionRead(
        record=record_of(session),
        slug=session.slug,
        when=_when(year, session),
        venue=year.text_or_none(session, "venue"),
        hosts=parties(year, session.sessionhosts.all()),
        title=year.text_or_none(session, "title"),
        speakers=tuple(_speaker(year, part) for part in session.sessionparts.all()),
        note=year.text_or_none(session, "note"),
        confirmed=session.confirmed,
    )


def programmes(year: ReportYear, events: Iterable[Event]) -> tuple[Programme, ...]:
    """Return events of the year with their sessions, as a programme prints them."""
    return tuple(
        Programme(
            record=record_of(event),
            slug=event.slug,
            label=year.text_or_none(event, "label"),
            title=year.text(event, "title"),
            dates=dates_of(year, event),
            place=year.text_or_none(event, "place"),
            summary=year.text_or_none(event, "summary"),
            sessions=tuple(_session(year, each) for each in event.sessions.all()),
            picture=picture_read(year, event.picture),
        )
        for event in events
    )
