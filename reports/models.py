"""Records of the reports app."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iclei_portal.about.validators import validate_references
from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts, known_fiscal_year
from iclei_portal.fiscal_year import FISCAL_YEAR_VALIDATORS, FiscalYear
from reports.choices import (
    UNFINISHED,
    FailureReason,
    JobState,
    ReportState,
    Section,
)
from reports.querysets import AnnualReportQuerySet, RenderJobQuerySet
from reports.validators import validate_length

TOKYO = ZoneInfo("Asia/Tokyo")


class AnnualReport(Sourced):
    """The report on a fiscal year; dated facts in it are those of `as_of`."""

    fiscal_year = models.PositiveSmallIntegerField(
        _("fiscal year"), unique=True, validators=FISCAL_YEAR_VALIDATORS
    )
    as_of = models.DateField(_("as of"))
    state = models.CharField(
        _("state"), max_length=10, choices=ReportState, default=ReportState.DRAFT
    )
    title = models.CharField(_("title"), max_length=120)

    objects: ClassVar[AnnualReportQuerySet[AnnualReport]] = (
        AnnualReportQuerySet.as_manager()
    )

    class Meta:
        verbose_name = _("annual report")
        verbose_name_plural = _("annual reports")
        ordering = ["-fiscal_year"]
        constraints = [
            known_fiscal_year("annualreport"),
            *bilingual_texts("annualreport", required=("title",)),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the report in the active language."""
        return reverse("reports:detail", args=[self.fiscal_year])

    @property
    def year(self) -> FiscalYear:
        """The fiscal year as a value."""
        return FiscalYear(self.fiscal_year)


class SectionText(Sourced):
    """The text of one section of a report, Markdown paragraphs."""

    report = models.ForeignKey(
        AnnualReport, models.CASCADE, related_name="texts", verbose_name=_("report")
    )
    section = models.CharField(_("section"), max_length=20, choices=Section)
    text = models.TextField(
        _("text"), validators=[validate_references, validate_length]
    )

    class Meta:
        verbose_name = _("text of a section")
        verbose_name_plural = _("texts of sections")
        ordering = ["report", "section"]
        constraints = [
            *bilingual_texts("sectiontext", required=("text",)),
            models.UniqueConstraint(
                fields=["report", "section"], name="sectiontext_once_a_report"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_section_display())


class RenderJob(models.Model):
    """The rendering of one edition of a report, from the click to the file.

    This row is the job; a Celery message only wakes a worker. A worker claims it
    with one conditional UPDATE, whose `attempt` is its fencing token: only the
    worker that holds the newest attempt can finish the job. `output` is the name
    of the file under REPORT_ROOT, made of the content's SHA-256.
    """

    report = models.ForeignKey(
        AnnualReport, models.CASCADE, related_name="jobs", verbose_name=_("report")
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("ja", _("Japanese")), ("en", _("English"))],
    )
    state = models.CharField(
        _("state"), max_length=10, choices=JobState, default=JobState.QUEUED
    )
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    chapters_done = models.PositiveSmallIntegerField(_("chapters done"), default=0)
    chapters_total = models.PositiveSmallIntegerField(_("chapters"), default=0)
    input_hash = models.CharField(_("hash of the input"), max_length=64, blank=True)
    output = models.CharField(_("file"), max_length=80, blank=True)
    size = models.PositiveIntegerField(_("bytes"), default=0)
    pages = models.PositiveSmallIntegerField(_("pages"), default=0)
    failure_reason = models.CharField(
        _("reason of the failure"), max_length=12, choices=FailureReason, blank=True
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("requested by"),
    )
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cancelled by"),
    )
    requested_at = models.DateTimeField(_("requested at"), auto_now_add=True)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects: ClassVar[RenderJobQuerySet[RenderJob]] = RenderJobQuerySet.as_manager()

    class Meta:
        verbose_name = _("rendering of an edition")
        verbose_name_plural = _("renderings of editions")
        ordering = ["-requested_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "language"],
                condition=Q(state__in=UNFINISHED),
                name="renderjob_one_unfinished",
                violation_error_message=_("This edition is being rendered already."),
            ),
            models.CheckConstraint(
                condition=~Q(state=JobState.READY) | ~Q(output=""),
                name="renderjob_ready_has_file",
            ),
            models.CheckConstraint(
                condition=~Q(state=JobState.FAILED) | ~Q(failure_reason=""),
                name="renderjob_failed_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} ({self.language}) {self.get_state_display()}"

    @property
    def is_unfinished(self) -> bool:
        """Tell whether it waits or is being rendered."""
        return self.state in UNFINISHED

    @property
    def is_printing(self) -> bool:
        """Tell whether all chapters are laid out and the PDF is being made."""
        return (
            self.state == JobState.RENDERING
            and 0 < self.chapters_total <= self.chapters_done
        )

    @property
    def made_on(self) -> date | None:
        """The day in Tokyo on which it ended."""
        return self.finished_at and timezone.localdate(self.finished_at, TOKYO)

    @property
    def file_name(self) -> str:
        """The name under which readers get the file."""
        year = self.report.fiscal_year
        return f"iclei-japan-annual-report-{year}-{self.language}.pdf"

    @property
    def path(self) -> Path:
        """Where the file is. Raises ValueError where there is none."""
        if not self.output:
            raise ValueError("only a finished rendering has a file")
        return Path(settings.REPORT_ROOT) / self.output
