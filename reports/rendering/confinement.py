"""How a process is held to its limits, and to the life of its parent."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys

# Between SIGXCPU, which says what happened, and SIGKILL, which does not.
SECONDS_TO_END = 5
PR_SET_PDEATHSIG = 1


def confine(memory_bytes: int, cpu_seconds: int) -> None:
    """Limit memory and processor time, as far as the platform does it."""
    for kind, soft, hard in (
        (resource.RLIMIT_AS, memory_bytes, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + SECONDS_TO_END),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


def follow(parent: int) -> bool:
    """End when the parent ends, where the platform can; False where it has ended.

    The parent is the thread that forked: it must last as long as its process.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    return os.getppid() == parent
