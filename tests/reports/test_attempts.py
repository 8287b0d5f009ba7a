"""Attempts at a job that end otherwise than with a file."""

import logging
import resource
import threading
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import translation

from members.models import User
from reports.actions import cancel_job
from reports.choices import FailureReason, JobState
from reports.contents.snapshots import take_snapshot
from reports.models import AnnualReport, RenderJob
from reports.rendering.documents import current_document
from reports.rendering.prose import prose
from reports.rendering.warm import RENDERER
from reports.rendering.work import carry_out
from tests.factories import RenderJobFactory, SectionTextFactory

LONG_TEXT = "A long text of ICLEI Japan.\n\n" * 600
pytestmark = pytest.mark.usefixtures("report_root")


@pytest.fixture
def full_disk(report: AnnualReport) -> Iterator[None]:
    """Let no file grow beyond the size of the edition's document."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    document = current_document(take_snapshot(report), "en")
    size = len(document.html.encode() + document.data)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    RENDERER.end()  # the next one has the limit
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    RENDERER.end()


@pytest.mark.django_db
@pytest.mark.usefixtures("full_disk")
def test_disk_that_fills_up_while_printing_is_the_reason(report: AnnualReport) -> None:
    job = RenderJobFactory(report=report, language="en")

    for _attempt in range(3):
        carry_out(job.pk)

    job.refresh_from_db()
    assert (job.state, job.failure_reason) == (JobState.FAILED, FailureReason.STORAGE)


@pytest.mark.django_db
@pytest.mark.usefixtures("full_disk", "report")
def test_command_gives_the_reason_in_a_sentence(tmp_path: Path) -> None:
    with translation.override("en"), pytest.raises(CommandError) as failure:
        call_command(
            "render_report",
            "2021",
            language="en",
            output=str(tmp_path / "report.pdf"),
            stdout=StringIO(),
        )

    assert str(failure.value).startswith("The file could not be saved.")
    assert "File too large" in str(failure.value)
    assert list(tmp_path.iterdir()) == []


def work_in_a_thread(job: RenderJob) -> threading.Thread:
    def work() -> None:
        carry_out(job.pk)
        connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    return worker


@pytest.mark.django_db(transaction=True)
def test_job_cancelled_while_it_prints_leaves_no_file(
    report: AnnualReport,
    report_root: Path,
    secretariat: User,
    caplog: pytest.LogCaptureFixture,
) -> None:
    SectionTextFactory(report=report, text_en=LONG_TEXT)
    job = RenderJobFactory(report=report, language="en")
    caplog.set_level(logging.INFO, "reports")

    worker = work_in_a_thread(job)
    while not RenderJob.objects.get().is_printing:
        time.sleep(0.02)
    cancel_job(job=job, by=secretariat)
    worker.join()

    assert RenderJob.objects.get().state == JobState.CANCELLED
    assert list(report_root.iterdir()) == []
    said = f"render job {job.pk}: attempt 1 at job {job.pk} is over"
    assert caplog.messages == [said]


@pytest.mark.django_db(transaction=True)
def test_attempt_that_the_database_broke_off_is_made_again(
    report: AnnualReport,
) -> None:
    job = RenderJobFactory(report=report, language="en")
    broken = iter([True])

    def break_off(execute: Any, sql: str, *arguments: Any) -> Any:
        if "events_event" in sql and next(broken, False):
            sql = "SELECT pg_terminate_backend(pg_backend_pid())"
            return execute(sql, None, *arguments[1:])
        return execute(sql, *arguments)

    with connection.execute_wrapper(break_off):
        carry_out(job.pk)
    first = RenderJob.objects.get()
    carry_out(job.pk)

    job.refresh_from_db()
    assert (first.state, first.attempt) == (JobState.QUEUED, 1)
    assert (job.state, job.attempt) == (JobState.READY, 2)


def test_unfinished_job_has_no_file() -> None:
    with pytest.raises(ValueError, match="only a finished rendering has a file"):
        RenderJobFactory.build().path  # noqa: B018 - asking is the act


def test_nest_that_markdown_cannot_read_prints_as_typed() -> None:
    nest = "- " * 1_000 + "x"

    assert prose(nest) == f"<p>{nest}</p>"
