"""Events as the lists of a report print them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from events.choices import Role
from events.contents import Organisers, further_text, organisers_of
from iclei_portal.bilingual.formats import days_text
from iclei_portal.bilingual.texts import Text, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from events.models import Event, EventRole
    from members.models import Party
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class RoleRead:
    """ICLEI Japan's role as read; without a text none was read."""

    record: str
    text: Text | None
    confirmed: bool

    @property
    def is_open(self) -> bool:
        """Tell whether no role was read, and that has still to be confirmed."""
        return self.text is None and not self.confirmed


@dataclass(frozen=True)
class EventRow:
    """One event in a list."""

    record: str
    slug: str
    dates: Text
    dates_in_year: Text
    title: Text
    organisers: Organisers[Text]
    participants: tuple[Text, ...]
    further: Text | None
    roles: tuple[RoleRead, ...]

    @property
    def unconfirmed(self) -> bool:
        """Tell whether a role has still to be confirmed."""
        return not all(role.confirmed for role in self.roles)


def parties(year: ReportYear, records: Iterable[Party]) -> tuple[Text, ...]:
    """Return the names of municipalities and organisations, in their order."""
    return year.texts(record.party for record in records)


def _role(year: ReportYear, role: EventRole) -> RoleRead:
    text = None if role.role == Role.NONE else year.value(role, "role", role)
    return RoleRead(record_of(role), text, role.confirmed)


def dates_of(year: ReportYear, event: Event) -> Text:
    """Return the days of an event, or its months where no more is known."""
    days = days_text(event.start_on, event.last_day, event.precision)
    return year.value(event, "start_on", days)


def dates_in_year(dates: Text, year: int) -> Text:
    """Return the days of an event without the year of its first day."""
    short = dates.content.removeprefix(f"{year}年").removesuffix(f" {year}")
    return replace(dates, content=short)


def event_row(year: ReportYear, event: Event) -> EventRow:
    """Return an event fetched with `for_listing` as one row of a list."""
    dates = dates_of(year, event)
    further = further_text(event)
    return EventRow(
        record=record_of(event),
        slug=event.slug,
        dates=dates,
        dates_in_year=dates_in_year(dates, event.start_on.year),
        title=year.text(event, "title"),
        organisers=organisers_of(event, lambda one: year.text(one.party, "name")),
        participants=year.texts(
            participant.municipality for participant in event.participants.all()
        ),
        further=(
            year.value(event, "further_participants", further) if further else None
        ),
        roles=tuple(_role(year, role) for role in event.roles.all()),
    )
