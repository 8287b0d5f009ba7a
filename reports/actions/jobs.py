"""What people do with the editions of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from iclei_portal.celery import wake
from reports.choices import JobState
from reports.models import AnnualReport, RenderJob
from reports.tasks import queue_of, render_report

if TYPE_CHECKING:
    from uuid import UUID

    from members.models import User
    from reports.querysets import RenderJobQuerySet


def wake_worker(job: RenderJob) -> None:
    """Send the message that wakes a worker. Raises OperationalError."""
    wake(render_report, queue_of(job), job_id=job.pk)


@transaction.atomic
def request_edition(
    *,
    report: AnnualReport,
    language: str,
    by: User | None,
    chapter: str = "",
    key: UUID | None = None,
) -> RenderJob:
    """Ask for an edition, or for a preview of one chapter.

    While one is on its way, that one is returned, unless the report was frozen or
    opened again meanwhile: then it is cancelled. So is the one that the same form,
    by its `key`, asked for before, whatever became of it. A frozen report is printed
    as it was frozen, a preview always as the records are now. The message only wakes
    a worker: one that cannot be sent is logged, and sent by the sweep.
    """
    if key is not None:
        asked = RenderJob.objects.filter(key=key, report=report).first()
        if asked is not None:
            return asked
    version = None if chapter else report.frozen_version
    outdated = RenderJob.objects.unfinished().exclude(version=version)
    _cancel(outdated.filter(report=report, language=language, chapter=chapter), by)
    job, created = RenderJob.objects.unfinished().get_or_create(
        report=report,
        language=language,
        chapter=chapter,
        defaults={"requested_by": by, "version": version, "key": key},
    )
    if created:

        def wake() -> None:
            wake_worker(job)

        transaction.on_commit(wake, robust=True)
    return job


def cancel_job(*, job: RenderJob, by: User) -> bool:
    """Stop a job; False where it was finished already."""
    return _cancel(RenderJob.objects.unfinished().filter(pk=job.pk), by) == 1


def _cancel(jobs: RenderJobQuerySet[RenderJob], by: User | None) -> int:
    return jobs.update(
        state=JobState.CANCELLED,
        lease_until=None,
        finished_at=timezone.now(),
        cancelled_by=by,
    )


def retry_job(*, job: RenderJob, by: User) -> RenderJob:
    """Ask again for the edition that a job did not bring."""
    return request_edition(
        report=job.report, language=job.language, chapter=job.chapter, by=by
    )
