"""Processes that stand and fall together, with real processes."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from machine.account import Account
from machine.crew import Crew
from machine.places import ROOT

SECONDS = 10
# Holds a lock as long as it lives.
HOLDER = """
import fcntl, signal, sys, time
if sys.argv[2:] == ["stubborn"]:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
lock = open(sys.argv[1], "w")
fcntl.flock(lock, fcntl.LOCK_EX)
print("ready", file=lock, flush=True)
time.sleep(600)
"""
# Starts what its arguments say, and dies without a chance to clear up.
KILLED = """
import os, pathlib, signal, sys, time
from machine.crew import Crew
Crew().add("holder", sys.argv[1:], os.environ)
while not pathlib.Path(sys.argv[-1]).exists() or not os.path.getsize(sys.argv[-1]):
    time.sleep(0.01)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def crew() -> Iterator[Crew]:
    made = Crew()
    yield made
    made.dismiss()


def python(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", code, *arguments]


def is_free_in_time(file: Path) -> bool:
    """Tell whether whoever locks the file ends in time."""
    deadline = time.monotonic() + SECONDS
    with file.open() as lock:
        while time.monotonic() < deadline:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(0.05)
            else:
                return True
    return False


def test_lines_are_printed_behind_the_name(
    crew: Crew, capsys: pytest.CaptureFixture[str]
) -> None:
    crew.add("web", python("print('取組')"), os.environ)
    crew.first_to_end()

    assert capsys.readouterr().out == "web    | 取組\n"


def test_first_to_end_is_named_with_its_exit_code(crew: Crew) -> None:
    crew.add("worker", python("import time; time.sleep(600)"), os.environ)
    crew.add("beat", python("raise SystemExit(3)"), os.environ)

    assert crew.first_to_end() == "beat ended with exit code 3"


def test_processes_of_root_run_as_the_account_and_in_no_group_of_roots(
    other: Account, capsys: pytest.CaptureFixture[str]
) -> None:
    crew = Crew(other)
    crew.add("web", ["sh", "-c", "echo $(id -u) $(id -G)"], os.environ)
    crew.first_to_end()
    crew.dismiss()

    assert capsys.readouterr().out == f"web    | {other.uid} {other.gid}\n"


def test_stubborn_process_is_killed_after_its_grace(tmp_path: Path) -> None:
    crew, lock = Crew(grace=0.2), tmp_path / "lock"
    crew.add("web", python(HOLDER, str(lock), "stubborn"), os.environ)
    while not lock.exists() or not lock.read_text():
        time.sleep(0.01)

    crew.dismiss()

    assert crew.members["web"].returncode == -signal.SIGKILL


def test_processes_end_when_the_one_that_started_them_is_killed(tmp_path: Path) -> None:
    holder = python(HOLDER, str(tmp_path / "lock"))

    killed = subprocess.run(python(KILLED, *holder), cwd=ROOT, check=False, timeout=20)

    assert killed.returncode == -signal.SIGKILL
    assert is_free_in_time(tmp_path / "lock")
