"""The officers of ICLEI Japan, and the messages of two of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import Text, record_of
from members.choices import OFFICER_ROLES, Role
from reports.choices import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from members.models import BoardSeat
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Seat:
    """A person in a seat, with the post held elsewhere."""

    record: str
    role: Text
    person: Text
    post: Text | None
    portfolio: Text | None
    confirmed: bool


@dataclass(frozen=True)
class Message:
    """What an officer looks back on."""

    record: str
    role: Text
    person: Text | None
    text: Text


@dataclass(frozen=True)
class Officers:
    """The chapter."""

    text: Text | None
    seats: tuple[Seat, ...]
    messages: tuple[Message, ...]
    unconfirmed: bool


def seat(year: ReportYear, record: BoardSeat) -> Seat:
    """Return a seat in the report's language."""
    return Seat(
        record=record_of(record),
        role=year.own(record.get_role_display()),
        person=year.person(record.person),
        post=year.text_or_none(record, "post"),
        portfolio=year.text_or_none(record, "portfolio"),
        confirmed=record.confirmed and record.person.confirmed,
    )


def in_order_of_roles(records: Iterable[BoardSeat]) -> list[BoardSeat]:
    """Keep the officers, role by role, each role in the order of its seats."""
    known = [record for record in records if record.role in OFFICER_ROLES]
    return sorted(
        known,
        key=lambda each: (OFFICER_ROLES.index(Role(each.role)), each.order, each.pk),
    )


def _messages(year: ReportYear, seats: Iterable[BoardSeat]) -> tuple[Message, ...]:
    holders = {record.role: record.person for record in seats}
    found = []
    for section, role in (
        (Section.MESSAGE_CHAIR, Role.CHAIR),
        (Section.MESSAGE_DIRECTOR, Role.EXECUTIVE_DIRECTOR),
    ):
        text = year.passage(section)
        if text is not None:
            holder = holders.get(role)
            person = year.person(holder) if holder else None
            record = record_of(year.records.passages[section])
            found.append(Message(record, year.own(role.label), person, text))
    return tuple(found)


def collect_officers(year: ReportYear) -> Officers:
    """Read the seats of ICLEI Japan on the report's day: one query."""
    seats = year.records.officers
    officers = tuple(seat(year, each) for each in in_order_of_roles(seats))
    return Officers(
        text=year.passage(Section.OFFICERS),
        seats=officers,
        messages=_messages(year, seats),
        unconfirmed=not all(each.confirmed for each in officers),
    )
