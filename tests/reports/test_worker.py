"""A real Celery worker, killed in the middle of a render."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

from reports.choices import JobState
from reports.models import AnnualReport, RenderJob
from tests.factories import RenderJobFactory, SectionTextFactory

pytestmark = pytest.mark.django_db(transaction=True)

LAST_REDIS_DATABASE = 15
LONG_TEXT = "イクレイ日本の長い文章です。\n\n" * 3_000
# Does an attempt up to the file in its place, and is killed before the row says so.
KILLED_BEFORE_THE_ROW = """
import os, signal, sys
import django
django.setup()
from reports.models import RenderJob
from reports.rendering import files
from reports.rendering.claims import Claim
from reports.contents.snapshots import take_snapshot
from reports.rendering.documents import current_document
from reports.rendering.process import print_html
claim = Claim.take(int(sys.argv[1]))
job = RenderJob.objects.select_related("report").get(pk=claim.job_id)
part = files.part_path(claim.job_id)
document = current_document(take_snapshot(job.report), job.language)
print_html(document.html, part, data=document.data)
files.keep(part)
os.kill(os.getpid(), signal.SIGKILL)
"""
Start = Callable[[], subprocess.Popen[bytes]]


def own_redis(url: str) -> str:
    """Return a Redis database of this test process, away from everybody's."""
    process = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    number = LAST_REDIS_DATABASE - process % 8
    parts = urlsplit(url)
    if parts.scheme == "unix":
        return f"unix://{parts.path}?db={number}"
    return f"{parts.scheme}://{parts.netloc}/{number}"


def database_of_tests(url: str) -> str:
    """Return the address of the database that this test writes to."""
    parts = urlsplit(url)
    name = connection.settings_dict["NAME"]
    return f"{parts.scheme}://{parts.netloc}/{name}?{parts.query}"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return the environment of the test's other processes."""
    return os.environ | {
        "DATABASE_URL": database_of_tests(os.environ["DATABASE_URL"]),
        "REDIS_URL": own_redis(os.environ["REDIS_URL"]),
        "DATA_DIR": str(tmp_path),
        "RENDER_LEASE_SECONDS": "3",
        "RENDER_SWEEP_SECONDS": "1",
    }


@pytest.fixture
def start(tmp_path: Path, environment: dict[str, str]) -> Iterator[Start]:
    """Start workers with beat, each a process group of its own, and end them all."""
    command = [sys.executable, "-m", "celery", "-A", "iclei_portal.celery", "worker"]
    options = ["--beat", f"--schedule={tmp_path}/beat", "--queues=editions,previews"]
    workers: list[subprocess.Popen[bytes]] = []
    log = (tmp_path / "worker.log").open("ab")

    def start_worker() -> subprocess.Popen[bytes]:
        workers.append(
            subprocess.Popen(
                [*command, *options],
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        )
        return workers[-1]

    yield start_worker
    for worker in workers:
        kill(worker)
    log.close()


def kill(worker: subprocess.Popen[bytes]) -> None:
    """End a worker and all that it started, as a power cut does."""
    if worker.poll() is None:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


def wait_until(reached: Callable[[RenderJob], bool], seconds: float = 120) -> RenderJob:
    """Return the job as soon as it is as wanted."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        job = RenderJob.objects.get()
        if reached(job):
            return job
        time.sleep(0.05)
    raise AssertionError(f"after {seconds} seconds the job is {job.state}")


def test_report_arrives_once_though_its_worker_is_killed(
    report: AnnualReport, start: Start, tmp_path: Path
) -> None:
    SectionTextFactory(report=report, text_ja=LONG_TEXT)
    RenderJobFactory(report=report, language="ja")

    first = start()
    wait_until(lambda job: job.is_printing)
    kill(first)
    interrupted = RenderJob.objects.get()
    start()
    job = wait_until(lambda job: job.state == JobState.READY)

    assert interrupted.state == JobState.RENDERING
    assert job.attempt == 2
    assert job.pages > 50
    files = sorted(path.name for path in (tmp_path / "reports").iterdir())
    assert files == [job.output]


def test_worker_killed_between_file_and_row_leaves_one_file_and_one_job(
    report: AnnualReport, start: Start, environment: dict[str, str], tmp_path: Path
) -> None:
    job = RenderJobFactory(report=report, language="en")
    variables = environment | {"DJANGO_SETTINGS_MODULE": "iclei_portal.settings"}

    killed = subprocess.run(
        [sys.executable, "-c", KILLED_BEFORE_THE_ROW, str(job.pk)],
        check=False,
        env=variables,
    )
    interrupted = RenderJob.objects.get()
    left = [path.name for path in (tmp_path / "reports").iterdir()]
    start()
    done = wait_until(lambda job: job.state == JobState.READY)

    assert killed.returncode == -signal.SIGKILL
    assert (interrupted.state, interrupted.output) == (JobState.RENDERING, "")
    assert done.attempt == 2
    assert left == [done.output]
    assert [path.name for path in (tmp_path / "reports").iterdir()] == [done.output]


def test_job_without_a_message_is_found_by_the_sweep(
    report: AnnualReport, start: Start
) -> None:
    RenderJobFactory(report=report, language="en")

    start()
    job = wait_until(lambda job: job.state == JobState.READY)

    assert job.attempt == 1
