"""Anything may be killed at any moment: every job that was asked for is done once.

`make chaos` says how many jobs and kills, and may repeat a run by its seed.
"""

import hashlib
import os
import random
import secrets
import sys
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from bench.processes import descendants, parents, wait_for
from bench.stage import Stage, stage
from tests.reports.chaos import PATIENCE, Killer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux has /proc")

JOBS = int(os.environ.get("CHAOS_JOBS") or 60)
KILLS = int(os.environ.get("CHAOS_KILLS") or 12)
SEED = os.environ.get("CHAOS_SEED") or secrets.token_hex(4)
HASTE = {"RENDER_LEASE_SECONDS": "2", "RENDER_SWEEP_SECONDS": "1"}
CLICKS = "from tests.reports import clicks; clicks.heed()"
ROWS = """SELECT id, state, failure_reason, output, attempt
    FROM reports_renderjob ORDER BY id"""
UNFINISHED = "SELECT 1 FROM reports_renderjob WHERE state IN ('queued', 'rendering')"


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Start a portal of the test's own."""
    file = tmp_path_factory.mktemp("chaos") / "portal.log"
    with file.open("a") as log, stage(log, **HASTE) as made:
        made.mend()
        yield made


@pytest.fixture(scope="module")
def clicked(portal: Stage) -> list[int]:
    """Click and kill, until all jobs are asked for and none is left to do."""
    print(f"\nJOBS={JOBS} KILLS={KILLS} SEED={SEED}")  # noqa: T201 - to repeat it
    chance = random.Random(SEED)  # noqa: S311 - not a secret
    killer = Killer(portal, chance)
    jobs: list[int] = []
    with portal.talk("manage.py", "shell", "-v0", "-c", CLICKS) as (told, said):
        assert said.readline() == "at the desk\n"
        for number, kind in enumerate(killer.kinds(KILLS), start=1):
            count = JOBS * number // KILLS - len(jobs)
            told.write(f"{count}\n")
            told.flush()
            time.sleep(chance.uniform(0.2, PATIENCE[kind]))
            killer.kill(kind)
            time.sleep(chance.uniform(0, 1))
            portal.mend()
            jobs += [int(said.readline()) for _click in range(count)]
    wait_for(lambda: not portal.ask(UNFINISHED), 120 + JOBS)
    return jobs


def test_every_click_is_one_job_and_every_job_is_done(
    portal: Stage, clicked: list[int]
) -> None:
    rows = portal.ask(ROWS)

    assert [row[0] for row in rows] == sorted(clicked)
    assert Counter(row[1:3] for row in rows) == {("ready", ""): JOBS}


def test_some_attempts_were_lost_on_the_way(portal: Stage, clicked: list[int]) -> None:
    assert sum(row[4] for row in portal.ask(ROWS)) > len(clicked)


def test_every_file_is_whole_and_a_job_names_it(
    portal: Stage, clicked: list[int]
) -> None:
    files = list((portal.data / "reports").iterdir())

    assert clicked != []
    assert {file.name for file in files} == {row[3] for row in portal.ask(ROWS)}
    for file in files:
        assert hashlib.sha256(file.read_bytes()).hexdigest() == file.stem


def test_nothing_is_left_running_when_the_portal_ends(
    portal: Stage, clicked: list[int]
) -> None:
    crew = [process.pid for process in portal.crew.values()]
    below = {pid for leader in crew for pid in descendants(leader)}
    assert clicked != []
    assert below != set()

    portal.dismiss()

    wait_for(lambda: not below & parents().keys())
