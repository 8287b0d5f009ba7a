"""The pages of the events app in the sitemap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import TruncMonth
from django.urls import reverse

from events.choices import Listing
from events.models import Event, Session
from iclei_portal.bilingual.sitemaps import BilingualSitemap, Listed, RecordPages
from iclei_portal.fiscal_year import FiscalYear

LISTS = {Listing.MEETINGS: "events:meetings", Listing.CAFE: "events:cafe"}


class EventPages(RecordPages):
    """Events."""

    page = "events:detail"
    texts = ("title", "label", "summary")
    shown = ("eventorganisations", "participants", "roles", "sessions")

    def records(self) -> QuerySet[Event]:
        """Return all of them."""
        return Event.objects.all()


class ProgrammePages(RecordPages):
    """Programmes: those of Cafés are on the page of the event."""

    page = "events:programme"
    texts = ("title",)
    shown = ("sessions",)

    def records(self) -> QuerySet[Event]:
        """Return the events with sessions."""
        sessions = Session.objects.filter(event=OuterRef("pk"))
        return Event.objects.exclude(listing=Listing.CAFE).filter(Exists(sessions))


class YearPages(BilingualSitemap):
    """The lists of each fiscal year, and the months of the members' calendar."""

    def items(self) -> Sequence[str]:
        """Return their addresses, newest year first."""
        months = Event.objects.annotate(month=TruncMonth("start_on"))
        found = months.order_by("-month").values_list("month", "listing").distinct()
        return list(dict.fromkeys(path for row in found for path in lists_of(*row)))

    def listed(self, items: Iterable[str]) -> Iterable[Listed]:
        """Return the pages."""
        return [Listed(path) for path in items]


def lists_of(month: date, listing: str) -> list[str]:
    """Return the addresses of the lists on which an event of the month stands."""
    year = FiscalYear.of(month)
    found = [reverse("events:year", args=[year])]
    if listing in LISTS:
        found.append(reverse(LISTS[Listing(listing)], args=[year]))
    if listing == Listing.CALENDAR:
        found.append(reverse("events:month", args=[year, month.month]))
    return found
