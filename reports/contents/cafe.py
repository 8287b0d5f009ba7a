"""The ICLEI Cafés of the year and their themes."""

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
class Cafe:
    """The chapter."""

    text: Text | None
    programmes: tuple[Programme, ...]
    unconfirmed: bool


def collect_cafe(year: ReportYear) -> Cafe:
    """Read the Cafés of the fiscal year with their themes."""
    found = programmes(year, year.records.listed(Listing.CAFE))
    return Cafe(
        text=year.passage(Section.CAFE),
        programmes=found,
        unconfirmed=any(programme.unconfirmed for programme in found),
    )
