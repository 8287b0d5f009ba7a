"""The highlights: conferences of the members' calendar that have a programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from events.choices import Listing
from iclei_portal.bilingual.texts import Text
from reports.choices import Section
from reports.contents.programmes import Programme, programmes

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Highlights:
    """The chapter; its own text stands in for the conferences' summaries."""

    text: Text | None
    programmes: tuple[Programme, ...]
    unconfirmed: bool


def collect_highlights(year: ReportYear) -> Highlights:
    """Read the conferences of the fiscal year with their sessions."""
    events = year.records.listed(Listing.CALENDAR)
    found = programmes(year, [event for event in events if event.sessions.all()])
    return Highlights(
        text=year.passage(Section.HIGHLIGHTS),
        programmes=found,
        unconfirmed=any(programme.unconfirmed for programme in found),
    )
