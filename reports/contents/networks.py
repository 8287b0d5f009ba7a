"""Networks in Japan that ICLEI Japan belongs to, and their participants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import Text
from reports.choices import Section
from reports.contents.initiatives import NETWORKS, InitiativeRead, initiatives

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Networks:
    """The chapter."""

    text: Text | None
    networks: tuple[InitiativeRead, ...]
    unconfirmed: bool


def collect_networks(year: ReportYear) -> Networks:
    """Read the networks on the report's day: no query of its own."""
    found = initiatives(year, NETWORKS)
    return Networks(
        text=year.passage(Section.NETWORKS),
        networks=found,
        unconfirmed=any(network.unconfirmed for network in found),
    )
