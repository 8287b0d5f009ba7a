"""The published annual reports: their pages, chapter by chapter, and their PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from iclei_portal.pictures.views import file as picture_file
from iclei_portal.pictures.views import picture_response
from reports.choices import Language
from reports.contents.edition import read_entries, read_in_part
from reports.contents.places import item_named
from reports.linked_data import chapter_node, report_node
from reports.models import RenderJob, Version
from reports.rendering.delivery import pdf_response
from reports.rendering.html import WEB, chapter_html, item_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import FileResponse, HttpRequest, HttpResponse


def published_version(fiscal_year: int) -> Version:
    """Return the version that every reader sees. Raises Http404."""
    versions = Version.objects.newest_published().for_reading()
    return get_object_or_404(versions, report__fiscal_year=fiscal_year)


def _values(version: Version) -> Mapping[str, Any]:
    values: Mapping[str, Any] = version.snapshot.values[get_language()]
    return values


def _frame(version: Version, key: str = "") -> dict[str, Any]:
    """Return what every page of a report shows. Raises Http404 for no chapter."""
    values = _values(version)
    entries = read_entries(values)
    keys = [entry.key for entry in entries]
    if key and key not in keys:
        raise Http404
    here = keys.index(key) if key else -1
    return {
        "version": version,
        "edition": read_in_part(values, key),
        "entries": entries,
        "before": entries[here - 1] if here > 0 else None,
        "after": entries[here + 1] if 0 <= here < len(entries) - 1 else None,
    }


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """List the published reports, newest first."""
    found: list[dict[str, Any]] = [
        {"version": version, "edition": read_in_part(_values(version))}
        for version in Version.objects.newest_published().for_reading()
    ]
    found.sort(key=lambda one: one["edition"].year, reverse=True)
    return render(request, "reports/list.html", {"reports": found})


@require_safe
def report_page(request: HttpRequest, fiscal_year: int) -> HttpResponse:
    """Show a published report: its chapters, and the newest PDF of each edition."""
    version = published_version(fiscal_year)
    editions = RenderJob.objects.newest_editions().filter(version=version)
    jobs = {job.language: job for job in editions.select_related("report")}
    files = [jobs[code] for code in Language.values if code in jobs]
    frame = _frame(version)
    context = {
        **frame,
        "files": files,
        "linked_data": report_node(
            version, frame["edition"], request.build_absolute_uri, files
        ),
    }
    return render(request, "reports/detail.html", context)


@require_safe
def chapter_page(request: HttpRequest, fiscal_year: int, key: str) -> HttpResponse:
    """Show a chapter of a published report."""
    frame = _frame(published_version(fiscal_year), key)
    edition = frame["edition"]
    chapter = edition.chapter(key)
    html = chapter_html(edition, chapter, medium=WEB)
    context = {
        **frame,
        "chapter": chapter,
        "html": html,
        "linked_data": chapter_node(edition, chapter, request.build_absolute_uri),
    }
    return render(request, "reports/chapter.html", context)


@require_safe
def event_page(
    request: HttpRequest, fiscal_year: int, key: str, slug: str
) -> HttpResponse:
    """Show one event of a chapter as the report prints it."""
    frame = _frame(published_version(fiscal_year), key)
    edition = frame["edition"]
    chapter = edition.chapter(key)
    item = item_named(chapter.contents, slug)
    if item is None:
        raise Http404
    context = {
        **frame,
        "chapter": chapter,
        "item": item,
        "html": item_html(edition, item, medium=WEB),
    }
    return render(request, "reports/event.html", context)


@require_safe
def corrections_page(request: HttpRequest, fiscal_year: int) -> HttpResponse:
    """Show what the version that readers see changed of the one before."""
    frame = _frame(published_version(fiscal_year))
    if frame["edition"].corrections is None:
        raise Http404
    return render(request, "reports/corrections.html", frame)


@require_safe
def picture(request: HttpRequest, fiscal_year: int, digest: str) -> HttpResponse:
    """Serve a picture of the version that readers see, replaced meanwhile or not.

    Others are for staff alone, who look at drafts.
    """
    versions = Version.objects.filter(report__fiscal_year=fiscal_year)
    if versions.newest_published().printing(f"{digest}.jpg").exists():
        return picture_response(digest, public=True)
    return picture_file(request, digest)


@require_safe
def download(
    request: HttpRequest, fiscal_year: int, named_year: int, language: str
) -> FileResponse:
    """Serve the newest file of an edition of a published report."""
    del request
    if named_year != fiscal_year:
        raise Http404
    version = published_version(fiscal_year)
    jobs = RenderJob.objects.newest_editions().select_related("report")
    return pdf_response(get_object_or_404(jobs, version=version, language=language))
