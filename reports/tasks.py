"""Doors through which Celery wakes the work; the job rows hold the truth."""

from __future__ import annotations

import os
from typing import Any

from celery import shared_task
from celery.signals import worker_process_init
from django.conf import settings
from django.utils import timezone

from reports.models import RenderJob
from reports.rendering.claims import fail_the_interrupted
from reports.rendering.confinement import follow
from reports.rendering.files import discard_unnamed
from reports.rendering.warm import RENDERER
from reports.rendering.work import carry_out

# Nobody waits for a chapter behind whole editions: each queue has workers of its own.
EDITIONS, PREVIEWS = "editions", "previews"


@worker_process_init.connect
def warm_up(**_: Any) -> None:
    """Start the renderer with the worker: the first click finds it warm."""
    follow(os.getppid())
    RENDERER.start()


def queue_of(job: RenderJob) -> str:
    """Return the queue whose workers do the job."""
    return PREVIEWS if job.chapter else EDITIONS


@shared_task(name="reports.tasks.render_report")
def render_report(*, job_id: int, **_: Any) -> None:
    """Render one job, unless it is done or somebody has it."""
    carry_out(job_id)


@shared_task(name="reports.tasks.resume_stalled_renders")
def resume_stalled_renders(**_: Any) -> None:
    """Send again what no worker holds: lost messages and dead workers do no harm."""
    fail_the_interrupted()
    for job in RenderJob.objects.claimable(timezone.now()):
        render_report.apply_async(
            kwargs={"job_id": job.pk},
            queue=queue_of(job),
            # Then the next sweep has sent another: busy workers find few.
            expires=settings.RENDER_SWEEP_SECONDS,
        )


@shared_task(name="reports.tasks.discard_unnamed_files")
def discard_unnamed_files(**_: Any) -> None:
    """Remove the files of superseded attempts."""
    outputs = RenderJob.objects.exclude(output="").values_list("output", flat=True)
    discard_unnamed(set(outputs))
