"""The desk on which a report is made: how far it is, its steps and its editions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse

from reports import actions
from reports.admin.jobs import job_page, renderer_of
from reports.choices import FROZEN_STATES, JobState, Language, ReportState
from reports.contents.chapters import CHAPTERS
from reports.contents.snapshots import changes_between, current_editions, editions_of
from reports.forms import ReopenForm
from reports.models import AnnualReport, RenderJob, Version
from reports.readiness.checks import readiness

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

    from members.models import User

NEWEST = 10
# The steps of a report, by the name in their address.
STEPS: dict[str, Callable[..., object]] = {
    "review": actions.send_to_review,
    "draft": actions.return_to_draft,
    "freeze": actions.freeze_report,
    "publish": actions.publish_report,
    "reopen": actions.reopen_report,
}
CHAPTER_TITLES = {chapter.key: chapter.title for chapter in CHAPTERS}


def desk_page(report_id: int) -> HttpResponseRedirect:
    """Go to the desk of a report."""
    return HttpResponseRedirect(
        reverse("admin:reports_annualreport_desk", args=[report_id])
    )


def jobs_of(report: AnnualReport) -> dict[str, Any]:
    """Return what is on its way, what came of it last, and what did not."""
    found = RenderJob.objects.filter(report=report)
    jobs = found.select_related("requested_by", "version", "report").defer(
        "version__documents", "version__fingerprints", "version__ledgers"
    )
    ready = jobs.filter(state=JobState.READY, chapter="")
    return {
        "waiting": list(jobs.unfinished()),
        "failed": [
            job for job in jobs.newest_of_each() if job.state == JobState.FAILED
        ],
        "files": list(ready.order_by("-finished_at")[:NEWEST]),
    }


def editions_to_make(version: Version | None) -> list[str]:
    """Return the names of the editions of a frozen version that have no file yet."""
    if version is None:
        return []
    made = RenderJob.objects.newest_editions().filter(version=version)
    found = {job.language for job in made}
    return [str(name) for code, name in Language.choices if code not in found]


def key_of(request: HttpRequest) -> UUID | None:
    """Return the key of the form that was sent, None without a whole one."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return None


class DeskPages:
    """The pages of the desk, for the admin of annual reports."""

    admin_site: Any
    has_view_permission: Callable[..., bool]
    has_change_permission: Callable[..., bool]

    def desk_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages."""
        pages = (
            ("desk/", self.desk, "desk"),
            ("editions/", self.editions, "editions"),
            ("render/<str:language>/", self.render_edition, "render"),
            ("step/<slug:name>/", self.step, "step"),
            ("changes/<int:job_id>/", self.changes, "changes"),
        )
        return [self.desk_url(*page) for page in pages]

    def desk_url(
        self, address: str, view: Callable[..., HttpResponse], name: str
    ) -> URLPattern:
        """Return the address of a page of a report, for staff alone."""
        guarded: Callable[..., HttpResponse] = self.admin_site.admin_view(view)
        return path(
            f"<int:report_id>/{address}", guarded, name=f"reports_annualreport_{name}"
        )

    def _report(self, request: HttpRequest, report_id: int) -> AnnualReport:
        """Return the report, for those who may see it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(AnnualReport, pk=report_id)

    def _page(
        self, request: HttpRequest, template: str, report: AnnualReport, **context: Any
    ) -> TemplateResponse:
        return TemplateResponse(
            request,
            template,
            {
                **self.admin_site.each_context(request),
                "title": str(report),
                "report": report,
                "opts": AnnualReport._meta,
                "may_change": self.has_change_permission(request),
                "new_key": uuid4,  # another one wherever it is printed
                **context,
            },
        )

    def desk(
        self, request: HttpRequest, report_id: int, reopening: ReopenForm | None = None
    ) -> HttpResponse:
        """Show how far the report is, and what can be done next."""
        report = self._report(request, report_id)
        versions = list(Version.objects.filter(report=report).for_the_desk())
        frozen = report.state in FROZEN_STATES
        version = next(iter(versions), None) if frozen else None
        return self._page(
            request,
            "admin/reports/annualreport/desk.html",
            report,
            reports=AnnualReport.objects.only("fiscal_year", "title_ja", "title_en"),
            states=ReportState,
            versions=versions,
            version=version,
            shown=next((one for one in versions if one.published_at), None),
            to_make=editions_to_make(version),
            found=None if frozen else readiness(report),
            reopening=reopening or ReopenForm(),
            chapters=CHAPTERS,
            languages=Language,
            **jobs_of(report),
        )

    def editions(self, request: HttpRequest, report_id: int) -> HttpResponse:
        """Show the part of the desk that changes while something is on its way."""
        report = self._report(request, report_id)
        return self._page(
            request,
            "admin/reports/annualreport/editions.html",
            report,
            languages=Language,
            **jobs_of(report),
        )

    def render_edition(
        self, request: HttpRequest, report_id: int, language: str
    ) -> HttpResponse:
        """Ask for an edition and show its progress."""
        if language not in Language.values:
            raise Http404
        return self._asked(request, report_id, language, "")

    def _asked(
        self, request: HttpRequest, report_id: int, language: str, chapter: str
    ) -> HttpResponse:
        person = renderer_of(request)
        report = get_object_or_404(AnnualReport, pk=report_id)
        if request.method != "POST":  # the way back from the log-in
            return desk_page(report_id)
        return job_page(
            actions.request_edition(
                report=report,
                language=language,
                chapter=chapter,
                by=person,
                key=key_of(request),
            )
        )

    def step(self, request: HttpRequest, report_id: int, name: str) -> HttpResponse:
        """Take the report a step further, or say why that is not possible."""
        if name not in STEPS:
            raise Http404
        person: User = renderer_of(request)
        report = get_object_or_404(AnnualReport, pk=report_id)
        if request.method != "POST":
            return desk_page(report_id)
        reasons = {}
        if name == "reopen":
            form = ReopenForm(request.POST)
            if not form.is_valid() and report.state in FROZEN_STATES:
                return self.desk(request, report_id, form)
            reasons = {field: form.cleaned_data.get(field, "") for field in form.fields}
        try:
            STEPS[name](report=report, by=person, **reasons)
        except actions.NotNowError as error:
            messages.error(request, str(error))
        return desk_page(report_id)

    def changes(
        self, request: HttpRequest, report_id: int, job_id: int
    ) -> HttpResponse:
        """List what was changed since a file was made."""
        report = self._report(request, report_id)
        jobs = RenderJob.objects.select_related("snapshot", "version__snapshot")
        job = get_object_or_404(jobs, pk=job_id, report=report)
        snapshot = job.version.snapshot if job.version else job.snapshot
        if snapshot is None:
            raise Http404
        found = changes_between(editions_of(snapshot), current_editions(report))
        return self._page(
            request,
            "admin/reports/annualreport/changes.html",
            report,
            job=job,
            changes=sorted(found.items())[::-1],
        )
