"""One conditional UPDATE decides who works on a job; its attempt fences others off."""

import logging
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from pytest_django import Settings

from members.models import User
from reports.actions import cancel_job
from reports.choices import FailureReason, JobState
from reports.models import AnnualReport, RenderJob
from reports.rendering.claims import Claim, SupersededError
from reports.tasks import resume_stalled_renders
from tests.factories import RenderJobFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("report_root")]


@pytest.fixture
def job(report: AnnualReport) -> RenderJob:
    job: RenderJob = RenderJobFactory(report=report, language="en")
    return job


def claimed(job: RenderJob) -> Claim:
    claim = Claim.take(job.pk)
    assert claim is not None
    return claim


def let_the_lease_end(job: RenderJob) -> None:
    past = timezone.now() - timedelta(seconds=1)
    RenderJob.objects.filter(pk=job.pk).update(lease_until=past)


def test_job_is_claimed_by_one_worker(job: RenderJob) -> None:
    claim = Claim.take(job.pk)

    assert claim == Claim(job.pk, attempt=1)
    assert Claim.take(job.pk) is None


def test_worker_taken_for_dead_cannot_finish(job: RenderJob) -> None:
    old = claimed(job)
    let_the_lease_end(job)
    new = claimed(job)

    with pytest.raises(SupersededError):
        old.finish(output="old.pdf", size=1, pages=1, input_hash="")
    new.finish(output="new.pdf", size=2, pages=2, input_hash="")

    job.refresh_from_db()
    assert (job.state, job.output, job.attempt) == (JobState.READY, "new.pdf", 2)


def test_worker_taken_for_dead_cannot_give_up_or_renew(job: RenderJob) -> None:
    old = claimed(job)
    let_the_lease_end(job)
    claimed(job)

    with pytest.raises(SupersededError):
        old.give_up(FailureReason.PRINTING)
    with pytest.raises(SupersededError):
        old.renew(chapters_done=3)

    job.refresh_from_db()
    assert (job.state, job.attempt) == (JobState.RENDERING, 2)


def test_renewed_lease_keeps_others_away(job: RenderJob) -> None:
    claim = claimed(job)
    let_the_lease_end(job)

    claim.renew(chapters_done=1)

    assert Claim.take(job.pk) is None


def test_failed_attempt_is_tried_again_and_then_explained(job: RenderJob) -> None:
    states = []
    for _attempt in range(3):
        claimed(job).give_up(FailureReason.MEMORY)
        states.append(RenderJob.objects.get().state)

    job.refresh_from_db()
    assert states == [JobState.QUEUED, JobState.QUEUED, JobState.FAILED]
    assert job.failure_reason == FailureReason.MEMORY
    assert Claim.take(job.pk) is None


def test_lost_workers_are_the_reason(job: RenderJob) -> None:
    for _attempt in range(3):
        claimed(job)
        let_the_lease_end(job)

    resume_stalled_renders()

    job.refresh_from_db()
    assert (job.state, job.failure_reason) == (
        JobState.FAILED,
        FailureReason.WORKER_LOST,
    )


@pytest.mark.django_db(transaction=True)
def test_lease_is_renewed_while_a_chapter_is_laid_out(
    job: RenderJob, settings: Settings
) -> None:
    settings.RENDER_LEASE_SECONDS = 1
    claim = claimed(job)

    with claim.held():
        time.sleep(2)
        other = Claim.take(job.pk)

    assert other is None


@pytest.mark.django_db(transaction=True)
def test_renewals_end_when_the_job_is_another_s(
    job: RenderJob, settings: Settings
) -> None:
    settings.RENDER_LEASE_SECONDS = 1
    old = claimed(job)
    let_the_lease_end(job)
    claimed(job)

    with old.held():
        time.sleep(1)

    job.refresh_from_db()
    assert (job.state, job.attempt) == (JobState.RENDERING, 2)
    assert not [thread for thread in threading.enumerate() if thread.name == str(old)]


def test_cancelled_between_chapters_leaves_no_file(
    job: RenderJob, secretariat: User, report_root: Path
) -> None:
    claim = claimed(job)
    cancel_job(job=job, by=secretariat)

    with pytest.raises(SupersededError):
        claim.renew(chapters_done=4)

    job.refresh_from_db()
    assert (job.state, job.chapters_done) == (JobState.CANCELLED, 0)
    assert not report_root.exists()


def break_off() -> None:
    """Have the server end this connection, as it does when it is stopped."""
    with pytest.raises(OperationalError), connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


@pytest.mark.django_db(transaction=True)
def test_file_is_handed_in_though_the_database_broke_off(job: RenderJob) -> None:
    claim = claimed(job)
    break_off()

    claim.finish(output="new.pdf", size=2, pages=2, input_hash="")

    job.refresh_from_db()
    assert (job.state, job.output) == (JobState.READY, "new.pdf")


@pytest.mark.django_db(transaction=True)
def test_missed_renewal_stops_nothing(
    job: RenderJob, caplog: pytest.LogCaptureFixture
) -> None:
    claim = claimed(job)
    break_off()

    for page in (3, 4):
        claim.renew_if_possible(pages_done=page)

    job.refresh_from_db()
    assert job.pages_done == 4
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


@pytest.mark.django_db(transaction=True)
def test_database_that_stays_away_ends_the_attempt(
    job: RenderJob, settings: Settings, tmp_path: Path
) -> None:
    settings.RENDER_LEASE_SECONDS = 1
    claim = claimed(job)
    place = connection.settings_dict["HOST"]
    connection.close()
    connection.settings_dict["HOST"] = str(tmp_path)

    try:
        with pytest.raises(OperationalError):
            claim.give_up(FailureReason.PRINTING)
    finally:
        connection.settings_dict["HOST"] = place

    job.refresh_from_db()
    assert (job.state, job.attempt) == (JobState.RENDERING, 1)
