"""Query set words of events, sessions and roles."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from django.db.models import Count, Model, Prefetch, Q, QuerySet

from events.choices import Listing, Role
from iclei_portal.confirmation import Fact, FactQuerySet
from iclei_portal.fiscal_year import FiscalYear

_Row_co = TypeVar("_Row_co", bound=Fact, covariant=True)
_Model_co = TypeVar("_Model_co", bound=Model, covariant=True)


class EventQuerySet(QuerySet[_Model_co]):
    """Events."""

    def in_fiscal_year(self, fiscal_year: FiscalYear) -> Self:
        """Keep the events that start in the fiscal year."""
        return self.filter(
            start_on__gte=fiscal_year.start, start_on__lt=fiscal_year.end
        )

    def listed(self, listing: Listing) -> Self:
        """Keep one list of the annual report, by date as printed."""
        return self.filter(listing=listing).order_by("start_on", "order")

    def for_listing(self) -> Self:
        """Fetch all that one list of events prints."""
        return self.select_related("picture").prefetch_related(
            "eventorganisations__municipality",
            "eventorganisations__organisation",
            "participants__municipality",
            "roles",
        )

    def fiscal_years(self) -> list[FiscalYear]:
        """Return the fiscal years in which an event starts, newest first."""
        months = self.dates("start_on", "month", order="DESC")
        return list(dict.fromkeys(FiscalYear.of(month) for month in months))

    def touching(self, fiscal_year: FiscalYear) -> Self:
        """Keep the events of which a day lies in the fiscal year."""
        return self.filter(
            Q(start_on__gte=fiscal_year.start) | Q(end_on__gte=fiscal_year.start),
            start_on__lt=fiscal_year.end,
        )

    def counting_sessions(self) -> Self:
        """Count the sessions of each event into `session_count`."""
        return self.annotate(session_count=Count("sessions"))

    def in_order(self) -> Self:
        """Sort by the first day, as printed."""
        return self.order_by("start_on", "order")

    def newest(self) -> Self:
        """Sort by the first day, newest first, each with its picture."""
        return self.select_related("picture").order_by("-start_on", "order")

    def with_sessions(self, sessions: SessionQuerySet[Any]) -> Self:
        """Fetch the given sessions with all that a programme prints."""
        return self.prefetch_related(
            Prefetch("sessions", queryset=sessions.for_listing())
        )


class SessionQuerySet(FactQuerySet[_Row_co]):
    """Sessions of a programme."""

    def for_listing(self) -> Self:
        """Fetch all that a programme prints, by time, undated ones last."""
        return self.prefetch_related(
            "sessionhosts__municipality",
            "sessionhosts__organisation",
            "sessionparts__municipality",
            "sessionparts__organisation",
            "sessionparts__person",
            "links",
        ).order_by("day", "start_time", "order")

    def with_speakers(self, parts: QuerySet[Model]) -> Self:
        """Fetch the speakers of the themes of a Café, from the given parts."""
        speakers = parts.select_related("person", "municipality", "organisation")
        return self.prefetch_related(
            Prefetch("sessionparts", queryset=speakers)
        ).order_by("order")


class EventParticipantQuerySet(QuerySet[_Model_co]):
    """Municipalities at events."""

    def for_profile(self) -> Self:
        """Fetch what the profile of a municipality prints, newest event first."""
        return (
            self.select_related("event")
            .prefetch_related("event__roles")
            .order_by("-event__start_on", "event__order")
        )

    def in_fiscal_year(self, fiscal_year: FiscalYear) -> Self:
        """Keep those at events of the members' calendar of the fiscal year."""
        return self.filter(
            event__listing=Listing.CALENDAR,
            event__start_on__gte=fiscal_year.start,
            event__start_on__lt=fiscal_year.end,
        )


class EventRoleQuerySet(FactQuerySet[_Row_co]):
    """ICLEI Japan's roles."""

    def read(self) -> Self:
        """Keep the roles that the source prints."""
        return self.exclude(role=Role.NONE)
