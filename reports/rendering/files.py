"""Where the PDFs lie: written under a temporary name, kept under their hash."""

from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

PRIVATE_FOLDER = 0o700


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
    part.replace(root() / name)
    folder = os.open(root(), os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return Kept(name, size)
