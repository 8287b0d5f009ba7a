"""What no worker holds is sent again, through a real broker; old files are removed."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import redis

from machine.places import ROOT
from reports.choices import JobState
from reports.models import AnnualReport, RenderJob
from reports.rendering.work import carry_out
from reports.tasks import discard_unnamed_files
from tests.factories import RenderJobFactory
from tests.reports.test_worker import database_of_tests, own_redis

SWEEP = "from reports.tasks import resume_stalled_renders as sweep; sweep()"
QUEUES = ("editions", "previews")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def broker() -> Iterator[redis.Redis]:
    """Give the queue of this test process, empty."""
    with redis.Redis.from_url(own_redis(os.environ["REDIS_URL"])) as queue:
        queue.flushdb()
        yield queue
        queue.flushdb()


def sent(broker: redis.Redis) -> dict[str, list[str]]:
    """Return what waits in each queue."""
    return {
        queue: [
            json.loads(message)["headers"]["kwargsrepr"]
            for message in broker.lrange(queue, 0, -1)
        ]
        for queue in QUEUES
    }


def test_sweep_sends_what_waits_to_its_workers_and_nothing_else(
    report: AnnualReport, broker: redis.Redis
) -> None:
    edition = RenderJobFactory(report=report, language="ja")
    preview = RenderJobFactory(report=report, language="ja", chapter="cafe")
    RenderJobFactory(report=report, state=JobState.CANCELLED)
    addresses = {
        "DATABASE_URL": database_of_tests(os.environ["DATABASE_URL"]),
        "REDIS_URL": own_redis(os.environ["REDIS_URL"]),
    }

    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", SWEEP]
    subprocess.run(command, cwd=ROOT, env=os.environ | addresses, check=True)

    assert sent(broker) == {
        "editions": [f"{{'job_id': {edition.pk}}}"],
        "previews": [f"{{'job_id': {preview.pk}}}"],
    }


@pytest.fixture
def files(report_root: Path) -> Callable[..., None]:
    """Return what writes files of an age in days."""
    report_root.mkdir()

    def write(*names: str, days: float) -> None:
        for name in names:
            (report_root / name).write_bytes(b"%PDF")
            written = time.time() - days * 24 * 60 * 60
            os.utime(report_root / name, (written, written))

    return write


def test_files_that_no_row_names_are_removed_after_a_day(
    report: AnnualReport, report_root: Path, files: Callable[..., None]
) -> None:
    RenderJobFactory(report=report, state=JobState.READY, output="named.pdf")
    files("named.pdf", "superseded.pdf", ".job-1-abc.part", days=1.1)
    files("young.pdf", ".job-2-abc.part", days=0.9)

    discard_unnamed_files()

    left = {path.name for path in report_root.iterdir()}
    assert left == {"named.pdf", "young.pdf", ".job-2-abc.part"}


def test_report_printed_again_keeps_its_file_from_the_sweep(
    report: AnnualReport, report_root: Path, files: Callable[..., None]
) -> None:
    job = RenderJobFactory(report=report, language="en")
    carry_out(job.pk)
    job.refresh_from_db()
    files(job.output, days=2)
    carry_out(RenderJobFactory(report=report, language="en").pk)
    RenderJob.objects.all().delete()

    discard_unnamed_files()

    assert [path.name for path in report_root.iterdir()] == [job.output]
