"""Processes as the system sees them."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def parents() -> dict[int, int]:
    """Return the parent of each process that has not ended."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = stat.read_text().partition(" (")
        except (FileNotFoundError, ProcessLookupError):
            continue
        state, parent = rest.rpartition(") ")[2].split()[:2]
        if state != "Z":
            found[int(pid)] = int(parent)
    return found


def children(pid: int) -> list[int]:
    """Return the living children of a process, the oldest first."""
    return sorted(child for child, parent in parents().items() if parent == pid)


def descendants(pid: int) -> Iterator[int]:
    """Yield the children of a process, theirs, and so on."""
    for child in children(pid):
        yield child
        yield from descendants(child)


def is_running(pid: int) -> bool:
    """Tell whether a process has not ended."""
    return pid in parents()


def wait_for(said: Callable[[], T], seconds: float = 10) -> T:
    """Return what is said as soon as it is true. Raises AssertionError."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := said():
            return found
        time.sleep(0.01)
    raise AssertionError(f"not within {seconds} seconds")


def megabytes(pid: int, what: str = "VmRSS") -> float:
    """Return how much memory a process has, or had at most (`VmHWM`); 0 if ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    lines = [line.split() for line in status.splitlines() if line.startswith(what)]
    return int(lines[0][1]) / 1024 if lines else 0
