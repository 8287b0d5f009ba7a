"""What the pages of the events app show, read from the records."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Generic, TypeVar

from django.utils.text import capfirst
from django.utils.translation import ngettext

from events.choices import OrganiserRole, Status
from events.models import Event, EventOrganisation, Session
from iclei_portal.fiscal_year import FiscalYear

_Name = TypeVar("_Name")


@dataclass(frozen=True)
class Month:
    """A month and its events."""

    first: date
    events: list[Event]


def by_month(events: Iterable[Event]) -> list[Month]:
    """Group events that stand in the order of their dates, by the first day."""
    return [
        Month(first, list(group))
        for first, group in groupby(events, lambda event: event.start_on.replace(day=1))
    ]


def touched_months(events: Iterable[Event], year: FiscalYear) -> list[Month]:
    """Return the months of the year that an event touches, each with all of its."""
    known = list(events)
    months = [
        Month(first, [event for event in known if touches(event, first)])
        for first in year.months
    ]
    return [month for month in months if month.events]


def touches(event: Event, month: date) -> bool:
    """Tell whether a day of the event lies in the month of its first day."""
    first, last = event.start_on.replace(day=1), event.last_day.replace(day=1)
    return first <= month <= last


@dataclass(frozen=True)
class Day:
    """The sessions of a day; `day` is None where it is not known."""

    day: date | None
    sessions: list[Session]


def by_day(sessions: Iterable[Session]) -> list[Day]:
    """Group sessions that stand in the order of their days, undated ones last."""
    return [
        Day(day, list(group))
        for day, group in groupby(sessions, lambda session: session.day)
    ]


@dataclass(frozen=True)
class Organisers(Generic[_Name]):
    """Who stands behind an event: 主催, 共催, 後援, 協力."""

    hosts: tuple[_Name, ...]
    co_hosts: tuple[_Name, ...]
    supporters: tuple[_Name, ...]
    cooperators: tuple[_Name, ...]

    def labelled(self) -> list[tuple[str, tuple[_Name, ...]]]:
        """Return each role in words, with who stands in it."""
        named = (
            (ngettext("Organiser", "Organisers", len(self.hosts)), self.hosts),
            (
                ngettext("Co-organiser", "Co-organisers", len(self.co_hosts)),
                self.co_hosts,
            ),
            (
                ngettext("Supporter", "Supporters", len(self.supporters)),
                self.supporters,
            ),
            (capfirst(str(OrganiserRole.COOPERATOR.label)), self.cooperators),
        )
        return [(label, names) for label, names in named if names]


def organisers_of(
    event: Event, read: Callable[[EventOrganisation], _Name]
) -> Organisers[_Name]:
    """Return the organisers of an event by role, each as it is `read`."""
    by_role: dict[str, list[_Name]] = {}
    for one in event.eventorganisations.all():
        by_role.setdefault(one.role, []).append(read(one))

    def named(role: OrganiserRole) -> tuple[_Name, ...]:
        return tuple(by_role.get(role, []))

    return Organisers(
        hosts=named(OrganiserRole.HOST),
        co_hosts=named(OrganiserRole.CO_HOST),
        supporters=named(OrganiserRole.SUPPORTER),
        cooperators=named(OrganiserRole.COOPERATOR),
    )


def further_text(event: Event) -> str:
    """Return how many municipalities took part that are not named, in words."""
    count = event.further_participants
    if not count:
        return ""
    return ngettext(
        "and %(count)d other municipality",
        "and %(count)d other municipalities",
        count,
    ) % {"count": count}


def standing_on(event: Event, today: date) -> str:
    """Return whether an event takes place, in words, where that is worth saying.

    A plan says nothing of a day that has passed.
    """
    passed = event.last_day < today and event.status != Status.CANCELLED
    if passed or event.status == Status.HELD:
        return ""
    return str(event.get_status_display())
