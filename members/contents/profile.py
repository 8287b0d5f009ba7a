"""What the profile of a municipality shows on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from iclei_portal.fiscal_year import FiscalYear
from iclei_portal.valid_time import attested_until
from members.choices import Category
from members.models import Headship, Membership, Municipality

if TYPE_CHECKING:
    from events.models import EventParticipant
    from initiatives.models import Participation, RoundEntry
    from news.models import Article


@dataclass(frozen=True)
class Standing:
    """The memberships of a municipality, seen from a day.

    `recorded_from` is the first day of which any membership speaks.
    """

    day: date
    memberships: list[Membership]
    recorded_from: date | None

    @property
    def current(self) -> Membership | None:
        """The full membership on the day."""
        held = (one for one in self.full if self.day in one.valid)
        return next(held, None)

    @property
    def full(self) -> list[Membership]:
        """The full memberships, the newest first."""
        found = [one for one in self.memberships if one.category == Category.FULL]
        return sorted(found, key=lambda one: one.valid.lower, reverse=True)

    @property
    def ended(self) -> list[Membership]:
        """The full memberships that were over on the day, the newest first."""
        return [one for one in self.full if one.has_ended_by(self.day)]

    @property
    def coming(self) -> list[Membership]:
        """The full memberships that begin after the day, the next one first."""
        return [one for one in reversed(self.full) if self.day < one.valid.lower]

    @property
    def is_outside(self) -> bool:
        """Tell whether records say that it was no member, when it is not one.

        They are silent before the first membership of any, and before one of its own
        whose beginning is not known.
        """
        first = self.recorded_from
        silent = any(not one.start_known for one in self.coming)
        return first is not None and first <= self.day and not silent


@dataclass(frozen=True)
class Heads:
    """The heads of a municipality, seen from a day."""

    day: date
    headships: list[Headship]

    @property
    def current(self) -> Headship | None:
        """The headship of the day."""
        return next((one for one in self.headships if self.day in one.valid), None)

    @property
    def earlier(self) -> list[Headship]:
        """The headships that were over on the day, the newest first."""
        return [one for one in self.headships if one.has_ended_by(self.day)]


def heads_of(municipality: Municipality, day: date) -> Heads:
    """Return the heads of a municipality, the newest first."""
    found = Headship.objects.filter(municipality=municipality)
    newest = found.select_related("person__portrait").order_by("-valid")
    return Heads(day, list(newest))


@dataclass(frozen=True)
class Joined:
    """The participations of a municipality in initiatives, seen from a day."""

    day: date
    participations: list[Participation]

    @cached_property
    def current(self) -> list[Participation]:
        """Those of the day."""
        return [one for one in self._own if self.day in one.valid]

    @cached_property
    def recorded_on(self) -> date | None:
        """The day until which sources state all those of the day, if it is one."""
        days = {attested_until(self.day, [one]) for one in self.current}
        return days.pop() if len(days) == 1 and self.day not in days else None

    @cached_property
    def ended(self) -> list[Participation]:
        """Those that were over on the day."""
        return [one for one in self._own if self.day not in one.valid]

    @cached_property
    def peers(self) -> list[Participation]:
        """Those in the networks beside ICLEI Japan; sources of one year name them."""
        return [one for one in self.participations if one.initiative.is_peer]

    @cached_property
    def _own(self) -> list[Participation]:
        return [one for one in self.participations if not one.initiative.is_peer]


def participations_of(municipality: Municipality, day: date) -> Joined:
    """Return how the municipality took part in initiatives up to `day`."""
    related: Any = municipality.participations
    begun = related.for_listing().filter(valid__startswith__lte=day)
    return Joined(day, list(begun))


def round_entries_of(municipality: Municipality) -> list[RoundEntry]:
    """Return what came of its reports, the newest round first."""
    entries = municipality.round_entries.select_related("round__initiative")
    return list(entries.order_by("-round__year", "round__initiative__order"))


@dataclass(frozen=True)
class Year:
    """The events of one fiscal year in which a municipality took part."""

    fiscal_year: FiscalYear
    participants: list[EventParticipant]


def events_of(municipality: Municipality) -> list[Year]:
    """Return the events in which it took part by fiscal year, newest first."""
    related: Any = municipality.eventparticipants
    found: Iterable[EventParticipant] = related.for_profile()
    return [
        Year(fiscal_year, list(group))
        for fiscal_year, group in groupby(found, lambda one: one.event.fiscal_year)
    ]


def articles_of(municipality: Municipality) -> Iterable[Article]:
    """Return the published articles that name it, newest first."""
    related: Any = municipality.articles
    found: Iterable[Article] = related.published().for_listing()
    return found
