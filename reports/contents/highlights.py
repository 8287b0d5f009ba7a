"""The highlights: conferences of the members' calendar that have a programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from events.choices import Listing
from events.models import Session
from reports.choices import Section
from reports.contents.programmes import Programme, programmes

if TYPE_CHECKING:
    from iclei_portal.bilingual.texts import Text
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Highlights:
    """The chapter; its own text stands in for the conferences' summaries."""

    text: Text | None
    programmes: tuple[Programme, ...]
    unconfirmed: bool


def collect_highlights(year: ReportYear) -> Highlights:
    """Read the conferences of the fiscal year with their sessions: ten queries."""
    with_sessions = Exists(Session.objects.filter(event=OuterRef("pk")))
    found = programmes(year, Q(with_sessions, listing=Listing.CALENDAR))
    return Highlights(
        text=year.passage(Section.HIGHLIGHTS),
        programmes=found,
        unconfirmed=any(programme.unconfirmed for programme in found),
    )
