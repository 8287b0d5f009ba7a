"""The records of a report's year, each list read once for all chapters.

Both languages read the same lists: a list in an order of its own sorts what is here.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from events.models import Event, Session
from iclei_portal.about.models import DatedFigure, Statement
from initiatives.models import Initiative, InitiativeFact, Participation
from members.models import BoardSeat, Body, Headship, Membership, Municipality

if TYPE_CHECKING:
    from events.choices import Listing
    from iclei_portal.about.figures import Figures
    from reports.models import AnnualReport, SectionText

JAPAN = "iclei-japan"


class YearRecords:
    """What several chapters or both languages read; one query a list and relation."""

    def __init__(self, report: AnnualReport) -> None:
        self.report = report
        self.as_of = report.as_of
        self.fiscal_year = report.year

    @cached_property
    def figures(self) -> Figures:
        """The dated figures known on the report's day."""
        return DatedFigure.objects.known_on(self.as_of)

    @cached_property
    def passages(self) -> dict[str, SectionText]:
        """The report's own texts by section."""
        return {passage.section: passage for passage in self.report.texts.all()}

    @cached_property
    def statements(self) -> dict[str, list[Statement]]:
        """What ICLEI said on the report's day, by kind."""
        return Statement.objects.by_kind(self.as_of)

    @cached_property
    def events(self) -> list[Event]:
        """The events that start in the fiscal year, with all that lists print."""
        return list(
            Event.objects.in_fiscal_year(self.fiscal_year)
            .select_related("picture")
            .order_by("start_on", "order", "slug")
            .for_listing()
            .with_sessions(Session.objects.all())
        )

    def listed(self, listing: Listing) -> list[Event]:
        """Return one list of the year, by date as printed."""
        return [event for event in self.events if event.listing == listing]

    @cached_property
    def initiatives(self) -> list[Initiative]:
        """The initiatives of the report's day with who takes part in them."""
        participations = Participation.objects.for_listing().as_of(self.as_of)
        known = Q(as_of__isnull=True) | Q(as_of__lte=self.as_of)
        return list(
            Initiative.objects.joined()
            .as_of(self.as_of)
            .prefetch_related(
                Prefetch("participations", participations),
                Prefetch("facts", InitiativeFact.objects.filter(known)),
                "rounds__entries__municipality",
            )
        )

    @cached_property
    def members(self) -> list[Municipality]:
        """The full members of the report's day in the order of the kana, with heads."""
        return list(
            Municipality.objects.members_as_of(self.as_of)
            .in_reading_order("ja")
            .with_heads(self.as_of, Headship.objects.all())
        )

    @cached_property
    def special_memberships(self) -> list[Membership]:
        """The special members of the report's day."""
        return list(
            Membership.objects.special()
            .filter(person__isnull=False)
            .select_related("person")
            .as_of(self.as_of)
        )

    @cached_property
    def special_headships(self) -> dict[int, Headship]:
        """Which special members head a municipality, by person."""
        persons = [membership.person_id for membership in self.special_memberships]
        headships = Headship.objects.as_of(self.as_of).filter(person__in=persons)
        return {
            headship.person_id: headship
            for headship in headships.select_related("municipality")
        }

    @cached_property
    def officers(self) -> list[BoardSeat]:
        """The seats of ICLEI Japan on the report's day."""
        seats = BoardSeat.objects.filter(body__slug=JAPAN).for_listing()
        return list(seats.as_of(self.as_of))

    @cached_property
    def councils(self) -> list[Body]:
        """The councils of ICLEI with their seats on the report's day."""
        seats = BoardSeat.objects.select_related("person").as_of(self.as_of)
        return list(
            Body.objects.exclude(slug=JAPAN).prefetch_related(
                Prefetch("seats", seats.order_by("order"))
            )
        )
