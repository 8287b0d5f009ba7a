"""Events as the lists of a report print them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from events.choices import Listing, Role
from events.contents import Organisers, further_text, organisers_of
from events.models import Event
from iclei_portal.bilingual.formats import days_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from events.models import EventRole
    from iclei_portal.bilingual.texts import Text
    from members.models import Party
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class RoleRead:
    """ICLEI Japan's role as read; without a text none was read."""

    text: Text | None
    confirmed: bool

    @property
    def is_open(self) -> bool:
        """Tell whether no role was read, and that has still to be confirmed."""
        return self.text is None and not self.confirmed


@dataclass(frozen=True)
class EventRow:
    """One event in a list."""

    dates: str
    dates_in_year: str
    title: Text
    organisers: Organisers[Text]
    participants: tuple[Text, ...]
    further: str
    roles: tuple[RoleRead, ...]

    @property
    def unconfirmed(self) -> bool:
        """Tell whether a role has still to be confirmed."""
        return not all(role.confirmed for role in self.roles)


def parties(year: ReportYear, records: Iterable[Party]) -> tuple[Text, ...]:
    """Return the names of municipalities and organisations, in their order."""
    return year.texts(record.party for record in records)


def _role(year: ReportYear, role: EventRole) -> RoleRead:
    if role.role == Role.NONE:
        return RoleRead(None, role.confirmed)
    return RoleRead(year.own(str(role)), role.confirmed)


def dates_of(event: Event) -> str:
    """Return the days of an event, or its months where no more is known."""
    return days_text(event.start_on, event.last_day, event.precision)


def dates_in_year(event: Event) -> str:
    """Return the days of an event without the year of its first day."""
    year = event.start_on.year
    return dates_of(event).removeprefix(f"{year}年").removesuffix(f" {year}")


def event_row(year: ReportYear, event: Event) -> EventRow:
    """Return an event fetched with `for_listing` as one row of a list."""
    return EventRow(
        dates=dates_of(event),
        dates_in_year=dates_in_year(event),
        title=year.text(event, "title"),
        organisers=organisers_of(event, lambda one: year.text(one.party, "name")),
        participants=year.texts(
            participant.municipality for participant in event.participants.all()
        ),
        further=further_text(event),
        roles=tuple(_role(year, role) for role in event.roles.all()),
    )


def events_of(year: ReportYear, listing: Listing) -> list[Event]:
    """Read one list of the fiscal year by date: seven queries at most."""
    return list(
        Event.objects.in_fiscal_year(year.fiscal_year).listed(listing).for_listing()
    )
