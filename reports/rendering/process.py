"""Prints documents in a process apart, and says why one was not printed."""

from __future__ import annotations

import signal
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.pictures.files import folder
from reports.choices import FailureReason
from reports.rendering.protocol import DONE, NOT_SAVED, OUT_OF_MEMORY, Request
from reports.rendering.warm import RENDERER, Order, RendererLostError, TooSlowError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# How a document ended that was not printed.
REASONS = {
    OUT_OF_MEMORY: FailureReason.MEMORY,
    NOT_SAVED: FailureReason.STORAGE,
    # Libraries in C that get no memory abort, trap or run into nothing.
    -signal.SIGABRT: FailureReason.MEMORY,
    -signal.SIGSEGV: FailureReason.MEMORY,
    -signal.SIGTRAP: FailureReason.MEMORY,
    -signal.SIGXCPU: FailureReason.TIME,
    # Nobody kills it but the kernel, when the machine's memory is used up.
    -signal.SIGKILL: FailureReason.MEMORY,
}
LONGEST_COMPLAINT = 2_000


class RenderError(Exception):
    """A document was not printed, for a reason that people can be told."""

    def __init__(self, reason: FailureReason, details: str) -> None:
        super().__init__(f"{reason.value}: {details}")
        self.reason = reason


@dataclass(frozen=True)
class Limits:
    """How much one document may take of the machine."""

    seconds: float = 300
    cpu_seconds: int = 240
    memory_bytes: int = 3 * 1024**3


LIMITS = Limits()
# Nobody waits longer for a chapter, and others wait for theirs.
OF_A_PREVIEW = Limits(seconds=60, cpu_seconds=60)


def nothing(_pages: int) -> None:
    """Take no notice of the progress."""


def print_html(
    html: str,
    target: Path,
    *,
    data: bytes = b"",
    sign: Callable[[int], None] = nothing,
    limits: Limits = LIMITS,
) -> int:
    """Print a document into `target` and return the number of its pages.

    `data` is attached to the PDF. `sign` is called about every second with the
    number of the page that is laid out; when it raises, the printing is stopped and
    the exception goes on. Raises RenderError.
    """
    content = html.encode()
    request = Request(
        target=str(target),
        pictures=str(folder()),
        html_bytes=len(content),
        memory_bytes=limits.memory_bytes,
        cpu_seconds=limits.cpu_seconds,
    )
    # Files, not pipes: they wait for a renderer that starts, and fill up nothing.
    with tempfile.TemporaryFile() as document, tempfile.TemporaryFile() as complaints:
        document.writelines((content, data))
        document.flush()
        try:
            heard = RENDERER.print(
                Order(request, document, complaints, sign, limits.seconds)
            )
        except TooSlowError as error:
            raise RenderError(FailureReason.TIME, str(error)) from error
        except RendererLostError as error:
            raise RenderError(FailureReason.WORKER_LOST, str(error)) from error
        if heard.ended != DONE:
            reason = REASONS.get(heard.ended or 0, FailureReason.PRINTING)
            complaints.seek(0)
            said = complaints.read().decode(errors="replace")[-LONGEST_COMPLAINT:]
            raise RenderError(reason, f"exit status {heard.ended}\n{said}")
    return heard.printed
