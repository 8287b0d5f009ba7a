"""The admin of annual reports: texts, editions, and the renderings on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from iclei_portal.desk.admin import RecordAdmin, RecordInline
from reports.actions import cancel_job, request_edition, retry_job
from reports.choices import JobState
from reports.models import AnnualReport, RenderJob, SectionText
from reports.rendering.delivery import pdf_response

if TYPE_CHECKING:
    from datetime import date

    from django.http import FileResponse, HttpRequest, HttpResponse
    from django.urls import URLPattern

    from members.models import User

MAY_RENDER = "reports.change_annualreport"


def renderer_of(request: HttpRequest) -> User:
    """Return the person who asks, if allowed to. Raises PermissionDenied."""
    if not request.user.is_authenticated or not request.user.has_perm(MAY_RENDER):
        raise PermissionDenied
    return request.user


def job_page(job: RenderJob) -> HttpResponseRedirect:
    """Go to the page of a rendering."""
    return HttpResponseRedirect(
        reverse("admin:reports_renderjob_change", args=[job.pk])
    )


class SectionTextInline(RecordInline):
    """The texts of a report."""

    model = SectionText


@admin.register(AnnualReport)
class AnnualReportAdmin(RecordAdmin):
    """Annual reports."""

    list_display = ("fiscal_year", "title_ja", "title_en", "as_of", "state")
    list_filter = ("state",)
    search_fields = ("fiscal_year", "title_ja", "title_en")
    inlines = (SectionTextInline,)
    change_form_template = "admin/reports/annualreport/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        """Add the buttons that make the editions."""
        render = self.admin_site.admin_view(self.render_edition)
        return [
            path(
                "<int:report_id>/render/<str:language>/",
                render,
                name="reports_annualreport_render",
            ),
            *super().get_urls(),
        ]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the newest rendering of each edition above the form."""
        report = self.get_object(request, unquote(object_id))
        jobs = RenderJob.objects.filter(report=report).select_related("report")
        extra = {"languages": settings.LANGUAGES, "jobs": jobs[:10]}
        return super().change_view(
            request, object_id, form_url, {**extra, **(extra_context or {})}
        )

    def render_edition(
        self, request: HttpRequest, report_id: int, language: str
    ) -> HttpResponse:
        """Ask for an edition and show its progress."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        person = renderer_of(request)
        if language not in dict(settings.LANGUAGES):
            raise Http404
        report = get_object_or_404(AnnualReport, pk=report_id)
        return job_page(request_edition(report=report, language=language, by=person))


@admin.register(RenderJob)
class RenderJobAdmin(admin.ModelAdmin[RenderJob]):
    """Renderings: read only, with their progress, their file and what to do."""

    list_display = (
        "report",
        "language",
        "state",
        "requested_at",
        "requested_by",
        "made_on",
    )
    list_filter = ("state", "language")
    search_fields = ("report__title_ja", "report__title_en")
    list_select_related = ("report", "requested_by")
    change_form_template = "admin/reports/renderjob/change_form.html"

    @admin.display(description=_("made on"), ordering="finished_at")
    def made_on(self, job: RenderJob) -> date | None:
        """Return the day in Tokyo."""
        return job.made_on

    def has_add_permission(self, _request: HttpRequest) -> bool:
        """Refuse: renderings come from the button of a report."""
        return False

    def has_change_permission(
        self, _request: HttpRequest, _obj: RenderJob | None = None
    ) -> bool:
        """Refuse: the work writes the row."""
        return False

    def has_delete_permission(
        self, _request: HttpRequest, _obj: RenderJob | None = None
    ) -> bool:
        """Refuse: the rows are the record of what was made."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """Add the download and the buttons."""
        return [
            path(
                f"<int:job_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"reports_renderjob_{name}",
            )
            for name, view in (
                ("cancel", self.cancel),
                ("retry", self.retry),
                ("download", self.download),
            )
        ] + super().get_urls()

    def cancel(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Stop a rendering."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        person = renderer_of(request)
        job = get_object_or_404(RenderJob, pk=job_id)
        if not cancel_job(job=job, by=person):
            messages.warning(request, _("This rendering was finished already."))
        return job_page(job)

    def retry(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Ask again for the edition."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        person = renderer_of(request)
        job = get_object_or_404(RenderJob, pk=job_id)
        return job_page(retry_job(job=job, by=person))

    def download(self, request: HttpRequest, job_id: int) -> FileResponse:
        """Serve the file of this rendering."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        jobs = RenderJob.objects.select_related("report")
        response = pdf_response(
            get_object_or_404(jobs, pk=job_id, state=JobState.READY)
        )
        response["Cache-Control"] = "private, no-store"
        return response
