"""A render job is done once, by one worker, or fails with a reason."""

import socket
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import translation
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from members.models import User
from reports.actions import (
    cancel_job,
    keep_as_published,
    request_edition,
    retry_job,
)
from reports.choices import FailureReason, JobState, Section
from reports.contents.chapters import CHAPTERS
from reports.models import AnnualReport, RenderJob
from reports.rendering.work import carry_out
from reports.tasks import render_report
from tests.factories import RenderJobFactory, SectionTextFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("report_root")]


@pytest.fixture(params=["missing", "silent"])
def dead_broker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """Have no broker, or one that never answers."""
    settings = render_report.app.conf
    before = settings.broker_url
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "silent"))
        listening.listen()
        settings.update(broker_url=f"redis+socket://{tmp_path}/{request.param}")
        yield
        settings.update(broker_url=before)


@pytest.fixture
def job(report: AnnualReport) -> RenderJob:
    job: RenderJob = RenderJobFactory(report=report, language="en")
    return job


def test_second_click_returns_the_job_on_its_way(
    report: AnnualReport, secretariat: User
) -> None:
    first = request_edition(report=report, language="ja", by=secretariat)
    second = request_edition(report=report, language="ja", by=secretariat)

    assert first == second
    assert first.requested_by == secretariat


def test_form_that_is_sent_again_is_one_job_even_when_it_is_done(
    report: AnnualReport, secretariat: User
) -> None:
    key = uuid4()
    first = request_edition(report=report, language="ja", by=secretariat, key=key)
    cancel_job(job=first, by=secretariat)

    again = request_edition(report=report, language="ja", by=secretariat, key=key)
    other = request_edition(report=report, language="ja", by=secretariat, key=uuid4())

    assert again == first
    assert other != first


def test_draft_on_its_way_gives_way_to_the_frozen_edition(
    report: AnnualReport, secretariat: User
) -> None:
    draft = request_edition(report=report, language="ja", by=secretariat)
    keep_as_published(report=report)

    frozen = request_edition(report=report, language="ja", by=secretariat)

    draft.refresh_from_db()
    assert (draft.version, draft.state) == (None, JobState.CANCELLED)
    assert frozen.version == report.versions.get()
    assert request_edition(report=report, language="ja", by=secretariat) == frozen


def test_each_language_has_a_job_of_its_own(
    report: AnnualReport, secretariat: User
) -> None:
    for language in ("ja", "en"):
        request_edition(report=report, language=language, by=secretariat)

    assert RenderJob.objects.count() == 2


def test_only_the_first_click_wakes_a_worker(
    report: AnnualReport,
    secretariat: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        for _click in range(2):
            request_edition(report=report, language="ja", by=secretariat)

    assert len(callbacks) == 1


@pytest.mark.usefixtures("dead_broker")
def test_click_outlives_a_broker_that_is_down(
    report: AnnualReport,
    secretariat: User,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    start = time.monotonic()

    with django_capture_on_commit_callbacks(execute=True):
        job = request_edition(report=report, language="ja", by=secretariat)

    assert time.monotonic() - start < 5
    assert RenderJob.objects.get(pk=job.pk).state == JobState.QUEUED
    assert [
        record.name for record in caplog.records if record.levelname == "ERROR"
    ] == ["django.test"]


def test_rendering_brings_one_file_under_its_hash(
    job: RenderJob, report_root: Path
) -> None:
    render_report(job_id=job.pk, added_by_a_later_release=True)

    job.refresh_from_db()
    assert job.state == JobState.READY
    assert job.chapters_done == job.chapters_total == len(CHAPTERS)
    assert job.pages > 5
    assert [path.name for path in report_root.iterdir()] == [job.output]
    assert job.size == job.path.stat().st_size


def test_preview_reads_and_prints_one_chapter(report: AnnualReport) -> None:
    job = RenderJobFactory(report=report, language="en", chapter="cafe")

    carry_out(job.pk)

    job.refresh_from_db()
    assert (job.state, job.pages) == (JobState.READY, 1)
    assert [each["key"] for each in job.snapshot.values["en"]["chapters"]] == ["cafe"]


def test_preview_of_no_chapter_has_its_reason(report: AnnualReport) -> None:
    job = RenderJobFactory(report=report, language="en", chapter="nothing")

    for _attempt in range(3):
        carry_out(job.pk)

    job.refresh_from_db()
    assert job.failure_reason == FailureReason.CONTENTS


def test_finished_job_is_not_rendered_again(job: RenderJob) -> None:
    render_report(job_id=job.pk)
    before = RenderJob.objects.get()

    render_report(job_id=job.pk)

    assert RenderJob.objects.get().attempt == before.attempt == 1


def test_reason_of_a_failure_is_a_sentence_in_each_language(job: RenderJob) -> None:
    job.failure_reason = FailureReason.STORAGE

    with translation.override("en"):
        sentence = str(job.get_failure_reason_display())

    assert sentence == "The file could not be saved. Please tell the administrator."


def test_file_that_cannot_be_written_is_the_reason(
    job: RenderJob, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("no folder")
    settings.REPORT_ROOT = tmp_path / "taken"

    for _attempt in range(3):
        carry_out(job.pk)

    job.refresh_from_db()
    assert (job.state, job.failure_reason) == (JobState.FAILED, FailureReason.STORAGE)


def test_records_that_cannot_be_read_are_the_reason(job: RenderJob) -> None:
    RenderJob.objects.update(language="xx")

    for _attempt in range(3):
        carry_out(job.pk)

    job.refresh_from_db()
    assert job.failure_reason == FailureReason.CONTENTS


def test_half_written_files_of_lost_workers_are_removed(
    job: RenderJob, report_root: Path
) -> None:
    report_root.mkdir()
    (report_root / f".job-{job.pk}-0123.part").write_bytes(b"%PDF")

    carry_out(job.pk)

    assert list(report_root.glob(".*")) == []


def test_job_was_made_on_the_day_in_tokyo(job: RenderJob) -> None:
    job.finished_at = datetime(2022, 3, 31, 23, 30, tzinfo=UTC)

    assert job.made_on == date(2022, 4, 1)


def test_unfinished_job_was_made_on_no_day(job: RenderJob) -> None:
    assert job.made_on is None


def test_cancelled_job_is_not_rendered(job: RenderJob, secretariat: User) -> None:
    assert cancel_job(job=job, by=secretariat)

    carry_out(job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempt) == (JobState.CANCELLED, 0)
    assert job.cancelled_by == secretariat


def test_finished_job_cannot_be_cancelled(job: RenderJob, secretariat: User) -> None:
    RenderJob.objects.update(state=JobState.READY, output="x.pdf")

    assert not cancel_job(job=job, by=secretariat)


def test_trying_again_makes_a_new_job(job: RenderJob, secretariat: User) -> None:
    RenderJob.objects.update(
        state=JobState.FAILED, failure_reason=FailureReason.PRINTING
    )

    again = retry_job(job=job, by=secretariat)

    assert again != job
    assert (again.state, again.language) == (JobState.QUEUED, job.language)


def test_same_report_printed_again_is_the_same_file(
    job: RenderJob, secretariat: User, report_root: Path
) -> None:
    SectionTextFactory(report=job.report, section=Section.CAFE)
    carry_out(job.pk)
    again = retry_job(job=job, by=secretariat)

    carry_out(again.pk)

    again.refresh_from_db()
    job.refresh_from_db()
    assert (again.output, again.input_hash) == (job.output, job.input_hash)
    assert len(list(report_root.iterdir())) == 1
