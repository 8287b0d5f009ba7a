"""Pages of the published annual reports, and their PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from reports.models import AnnualReport, RenderJob
from reports.rendering.delivery import pdf_response

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest, HttpResponse

    from reports.querysets import RenderJobQuerySet


def published_editions() -> RenderJobQuerySet[RenderJob]:
    """Return the newest file of each edition of the published reports."""
    reports = AnnualReport.objects.published()
    return RenderJob.objects.newest_editions().filter(report__in=reports)


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """List the published reports, newest first."""
    reports = AnnualReport.objects.published()
    return render(request, "reports/list.html", {"reports": reports})


@require_safe
def report_page(request: HttpRequest, fiscal_year: int) -> HttpResponse:
    """Show a published report with the newest PDF of each edition."""
    reports = AnnualReport.objects.published()
    report = get_object_or_404(reports, fiscal_year=fiscal_year)
    editions = published_editions().filter(report=report)
    context = {"report": report, "editions": editions.select_related("report")}
    return render(request, "reports/detail.html", context)


@require_safe
def download(
    request: HttpRequest, fiscal_year: int, named_year: int, language: str
) -> FileResponse:
    """Serve the newest file of an edition of a published report."""
    del request
    if named_year != fiscal_year:
        raise Http404
    editions = published_editions().select_related("report")
    job = get_object_or_404(
        editions, report__fiscal_year=fiscal_year, language=language
    )
    return pdf_response(job)
