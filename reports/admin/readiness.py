"""The page that says what stands between a report and its freeze."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from django.urls import path
from django.utils.translation import gettext_lazy as _

from iclei_portal.bilingual.texts import active_language
from reports.admin.desk import CHAPTER_TITLES, DeskPages
from reports.admin.fields import addresses
from reports.choices import FindingKind
from reports.readiness.checks import readiness

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict
    from django.urls import URLPattern
    from django_stubs_ext import StrPromise

    from reports.models import AnnualReport
    from reports.readiness.findings import Finding, Readiness

FILTERS = ("kind", "chapter", "municipality")
# In the address, the chapter of what belongs to none.
REPORT = "report"
PLACES = {REPORT: _("The report itself"), **CHAPTER_TITLES}
NOTHING = [(kind, 0) for kind in FindingKind]


@dataclass(frozen=True)
class Line:
    """A finding, where its field is edited, and the title of its chapter."""

    finding: Finding
    address: str

    @property
    def name(self) -> str:
        """What the record is called."""
        return self.finding.name(active_language())

    @property
    def chapter(self) -> StrPromise:
        """The title of the chapter."""
        return PLACES[self.finding.chapter or REPORT]


def chosen(asked: QueryDict, found: Readiness) -> list[Finding]:
    """Return the findings that the reader asks for. Raises Http404 for no choice."""
    wanted = {name: asked[name] for name in FILTERS if asked.get(name)}
    known = {
        "kind": FindingKind.values,
        "chapter": PLACES,
        "municipality": found.municipalities,
    }
    if any(value not in known[name] for name, value in wanted.items()):
        raise Http404
    return [
        finding
        for finding in found.findings
        if all(
            (getattr(finding, name) or REPORT) == value
            for name, value in wanted.items()
        )
    ]


def _lines(report: AnnualReport, findings: list[Finding]) -> Iterator[Line]:
    places = addresses(report, findings)
    for finding, address in zip(findings, places, strict=True):
        yield Line(finding, address)


def _counts(found: Readiness, name: str) -> dict[str, list[tuple[FindingKind, int]]]:
    return {
        key or REPORT: list(zip(FindingKind, counts, strict=True))
        for key, counts in found.counted(name).items()
    }


class ReadinessPages(DeskPages):
    """The pages of the desk, and that of what is open."""

    def desk_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages."""
        page = path(
            "<int:report_id>/readiness/",
            self.admin_site.admin_view(self.readiness),
            name="reports_annualreport_readiness",
        )
        return [*super().desk_urls(), page]

    def readiness(self, request: HttpRequest, report_id: int) -> HttpResponse:
        """Show what is open, by kind, chapter and municipality, then line by line."""
        report = self._report(request, report_id)
        found = readiness(report)
        shown = chosen(request.GET, found)
        by_chapter = _counts(found, "chapter")
        by_municipality = _counts(found, "municipality")
        return self._page(
            request,
            "admin/reports/annualreport/readiness.html",
            report,
            found=found,
            lines=list(_lines(report, shown)),
            kinds=FindingKind,
            chapters=[
                (key, title, by_chapter.get(key, NOTHING))
                for key, title in PLACES.items()
            ],
            municipalities=[
                (key, municipality, by_municipality[key])
                for key, municipality in found.municipalities.items()
            ],
            asked={name: request.GET.get(name, "") for name in FILTERS},
        )
