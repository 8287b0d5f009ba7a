"""Where the pictures lie: under their hash, written once, never changed or removed.

A report that was frozen years ago shows them still.
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


def keep(jpeg: Jpeg) -> None:
    """Put a picture under its hash, safe on the disk, whole or not at all."""
    target = path_of(jpeg.digest)
    if target.is_file() and target.read_bytes() == jpeg.content:
        return
    folder().mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder(), suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(jpeg.content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    entries = os.open(folder(), os.O_RDONLY)
    try:
        os.fsync(entries)
    finally:
        os.close(entries)
