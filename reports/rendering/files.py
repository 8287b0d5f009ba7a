"""Where the PDFs lie: written under a temporary name, kept under their hash."""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

PRIVATE_FOLDER = 0o700
# What is younger may be a file whose row is being written.
SECONDS_KEPT_UNNAMED = 24 * 60 * 60


@dataclass(frozen=True)
class Kept:
    """A finished file: its name, made of the content's SHA-256, and its size."""

    name: str
    size: int


def root() -> Path:
    """Return the folder of the files, made where it is missing."""
    folder = Path(settings.REPORT_ROOT)
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    return folder


def part_path(job_id: int) -> Path:
    """Return a new temporary name for a job's file."""
    return root() / f".job-{job_id}-{secrets.token_hex(8)}.part"


def discard_parts(job_id: int) -> None:
    """Remove what earlier attempts at a job left half-written."""
    for path in root().glob(f".job-{job_id}-*.part"):
        path.unlink(missing_ok=True)


def keep(part: Path) -> Kept:
    """Put a complete file under its final name, safe on the disk.

    The name is that of the content: the same report written twice is one file.
    """
    with part.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.seek(0, os.SEEK_END)
        os.fsync(file.fileno())
    name = f"{digest}.pdf"
    with _folder(fcntl.LOCK_SH) as folder:
        part.replace(root() / name)
        os.fsync(folder)
    return Kept(name, size)


def discard_unnamed(named: Collection[str]) -> None:
    """Remove the old files that no row names: attempts that were superseded or lost."""
    oldest = time.time() - SECONDS_KEPT_UNNAMED
    for path in root().iterdir():
        # Meanwhile nobody keeps the same content again under this name.
        with _folder(fcntl.LOCK_EX), suppress(FileNotFoundError):
            if path.name not in named and path.stat().st_mtime < oldest:
                path.unlink()


@contextmanager
def _folder(lock: int) -> Iterator[int]:
    """Open the folder of the files with a lock; the system drops it at any end."""
    folder = os.open(root(), os.O_RDONLY)
    try:
        fcntl.flock(folder, lock)
        yield folder
    finally:
        os.close(folder)
