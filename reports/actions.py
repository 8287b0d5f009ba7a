"""What people do with the editions of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from reports.choices import JobState
from reports.models import AnnualReport, RenderJob
from reports.tasks import render_report

if TYPE_CHECKING:
    from members.models import User


# Nobody waits for a broker that is down: the sweep sends the message again.
PATIENCE = {"max_retries": 0, "socket_connect_timeout": 2, "socket_timeout": 2}


def wake_worker(job: RenderJob) -> None:
    """Send the message that wakes a worker. Raises OperationalError."""
    app = render_report.app
    with app.connection_for_write(transport_options=PATIENCE) as broker:
        render_report.apply_async(
            kwargs={"job_id": job.pk},
            producer=broker.Producer(auto_declare=False),
            retry=False,
        )


@transaction.atomic
def request_edition(
    *, report: AnnualReport, language: str, by: User | None
) -> RenderJob:
    """Ask for an edition; while one is on its way, that one is returned.

    The message only wakes a worker: one that cannot be sent is logged, and sent by
    the sweep.
    """
    job, created = RenderJob.objects.unfinished().get_or_create(
        report=report, language=language, defaults={"requested_by": by}
    )
    if created:

        def wake() -> None:
            wake_worker(job)

        transaction.on_commit(wake, robust=True)
    return job


def cancel_job(*, job: RenderJob, by: User) -> bool:
    """Stop a job; False where it was finished already."""
    cancelled = (
        RenderJob.objects.unfinished()
        .filter(pk=job.pk)
        .update(
            state=JobState.CANCELLED,
            lease_until=None,
            finished_at=timezone.now(),
            cancelled_by=by,
        )
    )
    return cancelled == 1


def retry_job(*, job: RenderJob, by: User) -> RenderJob:
    """Ask again for the edition that a job did not bring."""
    return request_edition(report=job.report, language=job.language, by=by)
