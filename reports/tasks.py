"""Doors through which Celery wakes the work; the job rows hold the truth."""

from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone

from reports.models import RenderJob
from reports.rendering.claims import fail_the_interrupted
from reports.rendering.work import carry_out


@shared_task(name="reports.tasks.render_report")
def render_report(*, job_id: int, **_: Any) -> None:
    """Render one job, unless it is done or somebody has it."""
    carry_out(job_id)


@shared_task(name="reports.tasks.resume_stalled_renders")
def resume_stalled_renders(**_: Any) -> None:
    """Send again what no worker holds: lost messages and dead workers do no harm."""
    fail_the_interrupted()
    for job in RenderJob.objects.claimable(timezone.now()):
        render_report.delay(job_id=job.pk)
