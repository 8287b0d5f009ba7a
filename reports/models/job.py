"""The rendering of an edition, from the click to the file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reports.choices import UNFINISHED, FailureReason, JobState, Language, Section
from reports.models.report import AnnualReport
from reports.models.version import Snapshot, Version, person
from reports.querysets import RenderJobQuerySet

TOKYO = ZoneInfo("Asia/Tokyo")


class RenderJob(models.Model):
    """The rendering of one edition of a report, or of one chapter as a preview.

    This row is the job; a Celery message only wakes a worker. A worker claims it
    with one conditional UPDATE, whose `attempt` is its fencing token: only the
    worker that holds the newest attempt can finish the job. `output` is the name
    of the file under REPORT_ROOT, made of the content's SHA-256.

    A job of a frozen `version` renders that version's snapshot; one of a draft
    takes a snapshot of the records first. `chapter` is empty for a whole edition.
    `key` is that of the button's form: a form that is sent twice is one job.
    """

    report = models.ForeignKey(
        AnnualReport, models.PROTECT, related_name="jobs", verbose_name=_("report")
    )
    version = models.ForeignKey(
        Version,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="jobs",
        verbose_name=_("frozen version"),
    )
    snapshot = models.ForeignKey(
        Snapshot,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="jobs",
        verbose_name=_("snapshot"),
    )
    language = models.CharField(_("language"), max_length=5, choices=Language)
    chapter = models.CharField(_("chapter"), max_length=20, blank=True)
    key = models.UUIDField(_("key of the click"), null=True, unique=True)
    state = models.CharField(
        _("state"), max_length=10, choices=JobState, default=JobState.QUEUED
    )
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    chapters_done = models.PositiveSmallIntegerField(_("chapters done"), default=0)
    chapters_total = models.PositiveSmallIntegerField(_("chapters"), default=0)
    pages_done = models.PositiveSmallIntegerField(_("pages done"), default=0)
    input_hash = models.CharField(_("hash of the input"), max_length=64, blank=True)
    output = models.CharField(_("file"), max_length=80, blank=True)
    size = models.PositiveIntegerField(_("bytes"), default=0)
    pages = models.PositiveSmallIntegerField(_("pages"), default=0)
    failure_reason = models.CharField(
        _("reason of the failure"), max_length=12, choices=FailureReason, blank=True
    )
    requested_by = person(_("requested by"))
    cancelled_by = person(_("cancelled by"))
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
                fields=["report", "language", "chapter"],
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
    def is_silent(self) -> bool:
        """Tell whether no worker has been heard of for longer than is usual."""
        if not self.is_unfinished:
            return False
        usual = timedelta(seconds=2 * settings.RENDER_SWEEP_SECONDS)
        return (self.lease_until or self.requested_at + usual) < timezone.now()

    @property
    def is_printing(self) -> bool:
        """Tell whether all chapters are laid out and the PDF is being made."""
        return (
            self.state == JobState.RENDERING
            and 0 < self.chapters_total <= self.chapters_done
        )

    @property
    def chapter_title(self) -> str:
        """The title of the chapter that is previewed, empty for a whole edition."""
        return str(Section(self.chapter).label) if self.chapter else ""

    @property
    def made_on(self) -> date | None:
        """The day in Tokyo on which it ended."""
        return self.finished_at and timezone.localdate(self.finished_at, TOKYO)

    @property
    def file_name(self) -> str:
        """The name under which readers get the file."""
        year = self.report.fiscal_year
        chapter = f"-{self.chapter}" if self.chapter else ""
        return f"iclei-japan-annual-report-{year}-{self.language}{chapter}.pdf"

    @property
    def path(self) -> Path:
        """Where the file is. Raises ValueError where there is none."""
        if not self.output:
            raise ValueError("only a finished rendering has a file")
        return Path(settings.REPORT_ROOT) / self.output
