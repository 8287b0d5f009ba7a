"""Other meetings in which ICLEI Japan had a part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from events.choices import Listing
from iclei_portal.bilingual.texts import Text
from reports.choices import Section
from reports.contents.events import EventRow, event_row

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Meetings:
    """The chapter."""

    text: Text | None
    rows: tuple[EventRow, ...]
    unconfirmed: bool


def collect_meetings(year: ReportYear) -> Meetings:
    """Read the meetings of the fiscal year."""
    rows = tuple(
        event_row(year, event) for event in year.records.listed(Listing.MEETINGS)
    )
    return Meetings(
        text=year.passage(Section.MEETINGS),
        rows=rows,
        unconfirmed=any(row.unconfirmed for row in rows),
    )
