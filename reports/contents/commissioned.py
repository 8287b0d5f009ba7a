"""Work that clients commissioned in the year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import Text, record_of
from initiatives.models import CommissionedProject
from reports.choices import Section

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Project:
    """One commissioned project."""

    record: str
    title: Text
    client: Text
    summary: Text | None


@dataclass(frozen=True)
class Commissioned:
    """The chapter."""

    text: Text | None
    projects: tuple[Project, ...]
    unconfirmed: bool = False


def collect_commissioned(year: ReportYear) -> Commissioned:
    """Read the projects of the fiscal year: one query."""
    projects = CommissionedProject.objects.filter(
        fiscal_year=year.fiscal_year.year
    ).select_related("client")
    return Commissioned(
        text=year.passage(Section.COMMISSIONED),
        projects=tuple(
            Project(
                record=record_of(project),
                title=year.text(project, "title"),
                client=year.text(project.client, "name"),
                summary=year.text_or_none(project, "summary"),
            )
            for project in projects
        ),
    )
