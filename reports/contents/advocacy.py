"""Advocacy in international negotiations, and advice to policy research."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import Text
from reports.choices import Section
from reports.contents.initiatives import ADVOCACY, InitiativeRead, initiatives

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Advocacy:
    """The chapter."""

    text: Text | None
    alliances: tuple[InitiativeRead, ...]
    policy_research: Text | None
    unconfirmed: bool


def collect_advocacy(year: ReportYear) -> Advocacy:
    """Read the alliances on the report's day: no query of its own."""
    found = initiatives(year, ADVOCACY)
    return Advocacy(
        text=year.passage(Section.ADVOCACY),
        alliances=found,
        policy_research=year.passage(Section.POLICY_RESEARCH),
        unconfirmed=any(alliance.unconfirmed for alliance in found),
    )
