"""Cooperation between cities, at home and overseas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import Text, record_of
from initiatives.choices import Scope
from initiatives.models import Cooperation as Record
from reports.choices import Section

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Project:
    """One cooperation and the municipalities in it."""

    record: str
    title: Text
    text: Text
    municipalities: tuple[Text, ...]


@dataclass(frozen=True)
class Cooperation:
    """The chapter."""

    text: Text | None
    domestic: tuple[Project, ...]
    overseas: tuple[Project, ...]
    unconfirmed: bool = False


def collect_cooperation(year: ReportYear) -> Cooperation:
    """Read the cooperation of the fiscal year: two queries."""
    projects: dict[str, list[Project]] = {}
    for record in Record.objects.filter(
        fiscal_year=year.fiscal_year.year
    ).prefetch_related("municipalities"):
        projects.setdefault(record.scope, []).append(
            Project(
                record=record_of(record),
                title=year.text(record, "title"),
                text=year.text(record, "text"),
                municipalities=year.texts(record.municipalities.all()),
            )
        )
    return Cooperation(
        text=year.passage(Section.COOPERATION),
        domestic=tuple(projects.get(Scope.DOMESTIC, [])),
        overseas=tuple(projects.get(Scope.OVERSEAS, [])),
    )
