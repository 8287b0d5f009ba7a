"""Ends the portal's processes when the process that started them was killed.

Run as `python3 -m machine.watchman`: it reads `+PID` and `-PID` lines, and when
its input ends it ends the process groups that are still on its list.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress

from machine.places import ROOT

SECONDS_OF_GRACE = 5.0


def end_groups(pids: Iterable[int], grace: float = SECONDS_OF_GRACE) -> None:
    """Ask the leaders of groups to end; kill what is left after the time of grace.

    Only leaders are asked: a worker then lets its children finish their jobs.
    """
    left = set(pids)
    for pid in left:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + grace
    while left and time.monotonic() < deadline:
        time.sleep(0.05)
        left = {pid for pid in left if is_alive(pid)}
    for pid in left:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)


def is_alive(pid: int) -> bool:
    """Tell whether the group still has a process."""
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # macOS says so of a group of zombies
        return False
    return True


class Watchman:
    """The watching process, seen from the one that it watches."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "machine.watchman"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def note(self, sign: str, pid: int) -> None:
        """Add a process group to the list (`+`) or take it off (`-`)."""
        with suppress(BrokenPipeError):
            print(f"{sign}{pid}", file=self.process.stdin, flush=True)

    def dismiss(self) -> None:
        """End the watch, and whatever is still on the list."""
        self.process.communicate()


def watch(lines: Iterable[str]) -> None:
    """Keep the list until the lines end, then end what is on it."""
    on_watch: set[int] = set()
    for line in lines:
        (on_watch.add if line[0] == "+" else on_watch.discard)(int(line[1:]))
    end_groups(on_watch)


if __name__ == "__main__":
    watch(sys.stdin)
