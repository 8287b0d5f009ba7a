"""How much memory the processes that render take."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bench.processes import children, megabytes
from bench.stage import Stage

KINDS = ("child", "renderer", "document")
SECONDS_BETWEEN_LOOKS = 0.02


@contextmanager
def peaks(stage: Stage) -> Iterator[dict[str, float]]:
    """Note the most that a process of each kind takes while the block lasts."""
    found = dict.fromkeys(KINDS, 0.0)
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(SECONDS_BETWEEN_LOOKS):
            for kind in KINDS:
                for pid in stage.processes(kind):
                    found[kind] = max(found[kind], megabytes(pid, "VmHWM"))

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield found
    finally:
        ended.set()
        watching.join()


def sizes(stage: Stage, worker: str) -> dict[str, dict[int, float]]:
    """Return what each child of a worker and its renderer take now."""
    slots = children(stage.crew[worker].pid)
    renderers = [renderer for slot in slots for renderer in children(slot)]
    return {
        "child": {pid: megabytes(pid) for pid in slots},
        "renderer": {pid: megabytes(pid) for pid in renderers},
    }
