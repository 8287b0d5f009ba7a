"""Attempts at a job that end otherwise than with a file."""

import logging
import resource
import threading
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import translation

from members.models import User
from reports.actions import cancel_job
from reports.choices import FailureReason, JobState
from reports.models import AnnualReport, RenderJob
from reports.rendering.html import edition_html
from reports.rendering.prose import prose
from reports.rendering.work import carry_out
from tests.factories import RenderJobFactory, SectionTextFactory

LONG_TEXT = "A long text of ICLEI Japan.\n\n" * 600
pytestmark = pytest.mark.usefixtures("report_root")


@pytest.fixture
def full_disk(report: AnnualReport) -> Iterator[None]:
    """Let no file grow beyond the size of the edition's HTML."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = len(edition_html(report, "en").encode())
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


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


def test_unfinished_job_has_no_file() -> None:
    with pytest.raises(ValueError, match="only a finished rendering has a file"):
        RenderJobFactory.build().path  # noqa: B018 - asking is the act


def test_nest_that_markdown_cannot_read_prints_as_typed() -> None:
    nest = "- " * 1_000 + "x"

    assert prose(nest) == f"<p>{nest}</p>"
