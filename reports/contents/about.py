"""About ICLEI: mission, activities, network, goals, pathways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.about.choices import StatementKind
from iclei_portal.bilingual.formats import month_text
from iclei_portal.bilingual.texts import Text, record_of
from reports.choices import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iclei_portal.about.models import Statement
    from reports.contents.year import ReportYear

NETWORK_FIGURES = (
    "network-members",
    "network-countries",
    "network-urban-population-share",
    "network-world-population-share",
)


@dataclass(frozen=True)
class Passage:
    """A statement with its title."""

    record: str
    title: Text | None
    text: Text


@dataclass(frozen=True)
class NetworkFigure:
    """A figure of the network, as a heading prints it."""

    record: str
    label: Text
    value: Text
    as_of: Text


@dataclass(frozen=True)
class About:
    """The chapter."""

    text: Text | None
    mission: tuple[Passage, ...]
    activities: tuple[Passage, ...]
    network: tuple[NetworkFigure, ...]
    goals: tuple[Passage, ...]
    pathways: tuple[Passage, ...]
    unconfirmed: bool = False


def passages(year: ReportYear, statements: Sequence[Statement]) -> tuple[Passage, ...]:
    """Return statements in the report's language, in their order."""
    return tuple(
        Passage(
            record_of(statement),
            year.text_or_none(statement, "title"),
            year.text(statement, "text"),
        )
        for statement in statements
    )


def _network(year: ReportYear) -> tuple[NetworkFigure, ...]:
    known = [year.figures.get(key) for key in NETWORK_FIGURES]
    return tuple(
        NetworkFigure(
            record=record_of(figure),
            label=year.text(figure, "label"),
            value=year.figure(figure),
            as_of=year.value(figure, "as_of", month_text(figure.as_of)),
        )
        for figure in known
        if figure is not None
    )


def collect_about(year: ReportYear) -> About:
    """Read what ICLEI says of itself on the report's day: one query."""
    said = year.records.statements
    return About(
        text=year.passage(Section.ABOUT),
        mission=passages(year, said.get(StatementKind.MISSION, [])),
        activities=passages(year, said.get(StatementKind.ACTIVITY, [])),
        network=_network(year),
        goals=passages(year, said.get(StatementKind.GOAL, [])),
        pathways=passages(year, said.get(StatementKind.PATHWAY, [])),
    )
