"""Starts the renderer, feeds it the document and watches over it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from django.conf import settings

from reports.choices import FailureReason

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS_BETWEEN_SIGNS = 1.0
# How the renderer says why it printed nothing (reports.rendering.pdf).
REASONS = {
    3: FailureReason.MEMORY,
    5: FailureReason.STORAGE,
    # Libraries in C that get no memory abort, trap or run into nothing.
    -signal.SIGABRT: FailureReason.MEMORY,
    -signal.SIGSEGV: FailureReason.MEMORY,
    -signal.SIGTRAP: FailureReason.MEMORY,
    -signal.SIGXCPU: FailureReason.TIME,
    # Nobody kills it but the kernel, when the machine's memory is used up.
    -signal.SIGKILL: FailureReason.MEMORY,
}
# All that the renderer gets to know of the environment: no settings, no secret.
KNOWN = ("PATH", "HOME", "LANG", "TMPDIR", "FONTCONFIG_FILE", "FONTCONFIG_PATH")


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


def nothing() -> None:
    """Give no sign of life to anybody."""


def print_html(
    html: str,
    target: Path,
    *,
    sign: Callable[[], None] = nothing,
    limits: Limits = LIMITS,
) -> int:
    """Print a document into `target` and return the number of its pages.

    `sign` is called every second; when it raises, the renderer is stopped and the
    exception goes on. Raises RenderError.
    """
    # A file, not a pipe: a pipe fills up while the renderer starts.
    with tempfile.TemporaryFile() as document:
        document.write(html.encode())
        document.seek(0)
        with _renderer(document, target, limits) as process:
            try:
                printed, errors = _watch(process, sign, limits.seconds)
            finally:
                process.kill()
    if process.returncode != 0:
        reason = REASONS.get(process.returncode, FailureReason.PRINTING)
        ending = errors.decode(errors="replace")[-2000:]
        raise RenderError(reason, f"exit status {process.returncode}\n{ending}")
    return int(printed)


def _renderer(
    document: IO[bytes], target: Path, limits: Limits
) -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in KNOWN if name in os.environ}
    numbers = (os.getpid(), limits.memory_bytes, limits.cpu_seconds)
    return subprocess.Popen(
        [sys.executable, "-m", "reports.rendering.pdf", target, *map(str, numbers)],
        stdin=document,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=settings.BASE_DIR,
        env={**environment, "PYTHONHASHSEED": "0"},
    )


def _watch(
    process: subprocess.Popen[bytes], sign: Callable[[], None], seconds: float
) -> tuple[bytes, bytes]:
    deadline = time.monotonic() + seconds
    while True:
        try:
            return process.communicate(timeout=SECONDS_BETWEEN_SIGNS)
        except subprocess.TimeoutExpired:
            sign()
            if time.monotonic() > deadline:
                raise RenderError(
                    FailureReason.TIME, f"not done within {seconds} seconds"
                ) from None
