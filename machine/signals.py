"""How the person, or the system, ends what runs here."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Ended(BaseException):
    """Somebody asked this process to end; everything it started ends with it."""


def end(_number: int, _frame: FrameType | None) -> None:
    """End once: further requests do not disturb the clearing up."""
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN)
    raise Ended


@contextmanager
def heeded() -> Iterator[None]:
    """Turn requests to end into `Ended` while the block lasts."""
    before = {number: signal.signal(number, end) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
