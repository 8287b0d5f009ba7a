"""How the tests read the chapter of figures."""

from django.utils import translation

from reports.contents.edition import collect_edition
from reports.contents.figures import Figures, collect_figures
from reports.contents.year import ReportYear
from reports.models import AnnualReport
from reports.rendering.html import chapter_html


def collected(report: AnnualReport, language: str) -> Figures:
    with translation.override(language):
        return collect_figures(ReportYear.of(report, language))


def laid_out(report: AnnualReport, language: str, *, medium: str = "web") -> str:
    edition = collect_edition(ReportYear.of(report, language))
    return chapter_html(edition, edition.chapter("figures"), medium=medium)
