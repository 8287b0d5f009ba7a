"""The admin of the renderings on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from reports.actions import cancel_job, retry_job
from reports.choices import JobState
from reports.models import RenderJob
from reports.rendering.delivery import pdf_response

if TYPE_CHECKING:
    from datetime import date

    from django.http import FileResponse, HttpRequest, HttpResponse
    from django.urls import URLPattern

    from members.models import User

MAY_RENDER = "reports.change_annualreport"


def may_render(request: HttpRequest) -> bool:
    """Tell whether the person may make, stop and repeat renderings."""
    return request.user.is_authenticated and request.user.has_perm(MAY_RENDER)


def renderer_of(request: HttpRequest) -> User:
    """Return the person who asks, if allowed to. Raises PermissionDenied."""
    if not may_render(request):
        raise PermissionDenied
    return cast("User", request.user)


def job_page(job: RenderJob) -> HttpResponseRedirect:
    """Go to the page of a rendering."""
    return HttpResponseRedirect(
        reverse("admin:reports_renderjob_change", args=[job.pk])
    )


@admin.register(RenderJob)
class RenderJobAdmin(admin.ModelAdmin[RenderJob]):
    """Renderings: read only, with their progress, their file and what to do."""

    list_display = (
        "report",
        "language",
        "chapter",
        "state",
        "requested_at",
        "requested_by",
        "made_on",
    )
    list_filter = ("state", "language")
    search_fields = ("report__title_ja", "report__title_en")
    list_select_related = ("report", "requested_by")
    change_form_template = "admin/reports/renderjob/change_form.html"
    fieldsets = (
        (
            _("Details for the administrator"),
            {
                "classes": ("collapse",),
                "fields": (
                    ("report", "version", "language", "chapter"),
                    ("state", "failure_reason", "attempt", "lease_until"),
                    ("chapters_done", "chapters_total", "pages_done"),
                    ("requested_by", "requested_at", "cancelled_by"),
                    ("started_at", "finished_at"),
                    ("output", "size", "pages"),
                    ("snapshot", "input_hash"),
                ),
            },
        ),
    )

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
                ("progress", self.progress),
                ("cancel", self.cancel),
                ("retry", self.retry),
                ("download", self.download),
            )
        ] + super().get_urls()

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a rendering, with the buttons for those who may use them."""
        extra = {
            "title": _("Rendering of an edition"),
            "subtitle": "",
            "may_render": may_render(request),
            **(extra_context or {}),
        }
        return super().change_view(request, object_id, form_url, extra)

    def progress(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Show the part of the page that changes while the work goes on."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        jobs = RenderJob.objects.select_related("requested_by", "cancelled_by")
        return TemplateResponse(
            request,
            "admin/reports/renderjob/now.html",
            {
                "job": get_object_or_404(jobs, pk=job_id),
                "may_render": may_render(request),
            },
        )

    def cancel(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Stop a rendering."""
        person = renderer_of(request)
        job = get_object_or_404(RenderJob, pk=job_id)
        if request.method == "POST" and not cancel_job(job=job, by=person):
            messages.warning(request, _("This rendering was finished already."))
        return job_page(job)

    def retry(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Ask again for the edition."""
        person = renderer_of(request)
        job = get_object_or_404(RenderJob, pk=job_id)
        if request.method != "POST":  # the way back from the log-in
            return job_page(job)
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
