"""Where the pictures lie.

Under their hash: written once, never changed or removed, for a report that was frozen
years ago shows them still. What pages show is made from them, and lies apart: it may
be removed, and is made again.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from iclei_portal.pictures.encoding import Jpeg


def folder() -> Path:
    """Return the folder of the pictures; the first picture makes it."""
    return Path(settings.MEDIA_ROOT) / "pictures"


def name_of(digest: str) -> str:
    """Return the name of the file with the SHA-256 `digest`."""
    return f"{digest}.jpg"


def path_of(digest: str) -> Path:
    """Return where the file with the SHA-256 `digest` lies."""
    return folder() / name_of(digest)


def rendition_path(name: str) -> Path:
    """Return where a file that is made from a picture lies, under its name."""
    return Path(settings.MEDIA_ROOT) / "renditions" / name


def keep(jpeg: Jpeg) -> None:
    """Put a picture under its hash, safe on the disk, whole or not at all."""
    target = path_of(jpeg.digest)
    if target.is_file() and target.read_bytes() == jpeg.content:
        return
    write(target, jpeg.content)


def write(target: Path, content: bytes) -> None:
    """Write a file, safe on the disk, whole or not at all. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    entries = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(entries)
    finally:
        os.close(entries)
