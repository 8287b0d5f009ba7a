"""Participation of members in conferences, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from events.choices import Listing
from iclei_portal.bilingual.formats import month_text
from reports.choices import Section
from reports.contents.events import EventRow, event_row, events_of

if TYPE_CHECKING:
    from iclei_portal.bilingual.texts import Text
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Month:
    """A month with an event or more."""

    name: str
    rows: tuple[EventRow, ...]


@dataclass(frozen=True)
class Calendar:
    """The chapter."""

    text: Text | None
    months: tuple[Month, ...]
    unconfirmed: bool


def collect_calendar(year: ReportYear) -> Calendar:
    """Read the calendar of the fiscal year, April first: seven queries."""
    months: dict[str, list[EventRow]] = {}
    for event in events_of(year, Listing.CALENDAR):
        rows = months.setdefault(month_text(event.start_on), [])
        rows.append(event_row(year, event))
    return Calendar(
        text=year.passage(Section.CALENDAR),
        months=tuple(Month(name, tuple(rows)) for name, rows in months.items()),
        unconfirmed=any(row.unconfirmed for rows in months.values() for row in rows),
    )
