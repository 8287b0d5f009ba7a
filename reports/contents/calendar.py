"""Participation of members in conferences, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from events.choices import Listing
from events.contents import by_month
from iclei_portal.bilingual.formats import month_text
from iclei_portal.bilingual.texts import Text
from reports.choices import Section
from reports.contents.events import EventRow, event_row

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Month:
    """A month with an event or more."""

    key: str
    name: Text
    rows: tuple[EventRow, ...]


@dataclass(frozen=True)
class Calendar:
    """The chapter."""

    text: Text | None
    months: tuple[Month, ...]
    unconfirmed: bool


def collect_calendar(year: ReportYear) -> Calendar:
    """Read the calendar of the fiscal year, April first."""
    report = year.records.report
    months = tuple(
        Month(
            key=f"{month.first:%Y-%m}",
            name=year.value(report, "fiscal_year", month_text(month.first)),
            rows=tuple(event_row(year, event) for event in month.events),
        )
        for month in by_month(year.records.listed(Listing.CALENDAR))
    )
    return Calendar(
        text=year.passage(Section.CALENDAR),
        months=months,
        unconfirmed=any(row.unconfirmed for month in months for row in month.rows),
    )
