"""What no worker holds is sent again, through a real broker."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
import redis

from machine.places import ROOT
from reports.choices import JobState
from reports.models import AnnualReport
from tests.factories import RenderJobFactory
from tests.reports.test_worker import database_of_tests, own_redis

SWEEP = "from reports.tasks import resume_stalled_renders as sweep; sweep()"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def broker() -> Iterator[redis.Redis]:
    """Give the queue of this test process, empty."""
    with redis.Redis.from_url(own_redis(os.environ["REDIS_URL"])) as queue:
        queue.flushdb()
        yield queue
        queue.flushdb()


def test_sweep_sends_the_waiting_job_and_no_other(
    report: AnnualReport, broker: redis.Redis
) -> None:
    waiting = RenderJobFactory(report=report, language="ja")
    RenderJobFactory(report=report, state=JobState.CANCELLED)
    addresses = {
        "DATABASE_URL": database_of_tests(os.environ["DATABASE_URL"]),
        "REDIS_URL": own_redis(os.environ["REDIS_URL"]),
    }

    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", SWEEP]
    subprocess.run(command, cwd=ROOT, env=os.environ | addresses, check=True)

    (message,) = broker.lrange("celery", 0, -1)
    assert json.loads(message)["headers"]["kwargsrepr"] == f"{{'job_id': {waiting.pk}}}"
