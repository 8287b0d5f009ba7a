"""What members gain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.about.choices import StatementKind
from iclei_portal.bilingual.texts import Text
from reports.choices import Section
from reports.contents.about import Passage, passages

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Benefits:
    """The chapter."""

    text: Text | None
    benefits: tuple[Passage, ...]
    unconfirmed: bool = False


def collect_benefits(year: ReportYear) -> Benefits:
    """Read the benefits of membership on the report's day: one query."""
    said = year.records.statements
    return Benefits(
        text=year.passage(Section.BENEFITS),
        benefits=passages(year, said.get(StatementKind.BENEFIT, [])),
    )
