"""Renditions: a picture in the widths and formats that pages show.

A rendition is made from the full file when somebody asks for it first, and kept. A
task makes those of a new picture ahead, so that nobody waits; losing its message or
the files costs the first reader some tenths of a second, never the picture.
"""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from typing import IO

from django.urls import reverse
from PIL import Image

from iclei_portal.pictures.files import path_of, rendition_path, write
from iclei_portal.pictures.models import Picture

logger = logging.getLogger(__name__)

WIDTHS = (320, 640, 960, 1280, 1920)
LARGEST = WIDTHS[-1]
NO_DIGEST = "0" * 64


@dataclass(frozen=True)
class Format:
    """A file format, and how pictures are written in it."""

    suffix: str
    content_type: str
    name: str
    options: Mapping[str, int | bool]


# At these qualities a photo of a camera looks the same in all three. One thread, so
# that a picture leaves the other cores to the readers.
AVIF = Format(
    "avif", "image/avif", "AVIF", {"quality": 50, "speed": 8, "max_threads": 1}
)
WEBP = Format("webp", "image/webp", "WEBP", {"quality": 72, "method": 4})
JPEG = Format(
    "jpg", "image/jpeg", "JPEG", {"quality": 75, "optimize": True, "progressive": True}
)
# The lightest first: a browser takes the first one it knows.
FORMATS = MappingProxyType({one.suffix: one for one in (AVIF, WEBP, JPEG)})


def widths_of(picture: Picture) -> tuple[int, ...]:
    """Return the widths in which pages show a picture, none larger than its own."""
    own = min(picture.width, LARGEST)
    return (*(width for width in WIDTHS if width < own), own)


def height_at(picture: Picture, width: int) -> int:
    """Return the height of a picture at a width."""
    return max(1, round(picture.height * width / picture.width))


def name_at(digest: str, width: int, suffix: str) -> str:
    """Return the name of a rendition, on the disk and in its address."""
    return f"{digest}-{width}.{suffix}"


@lru_cache(maxsize=1)
def _addresses() -> str:
    """Return what the addresses of all renditions begin with."""
    address = reverse("renditions:file", args=[NO_DIGEST, LARGEST, JPEG.suffix])
    return address.partition(NO_DIGEST)[0]


def address_of(digest: str, width: int, suffix: str) -> str:
    """Return the address of a rendition, one for readers of every language."""
    return _addresses() + name_at(digest, width, suffix)


def content_of(picture: Picture, width: int, suffix: str) -> bytes:
    """Return a rendition; it is made where it is not there.

    Raises OSError where the full file is lost or damaged.
    """
    target = rendition_path(name_at(picture.digest, width, suffix))
    if target.is_file():
        return target.read_bytes()
    with path_of(picture.digest).open("rb") as full:
        # Of those who ask at once one makes it, whatever their process.
        fcntl.flock(full, fcntl.LOCK_EX)
        if target.is_file():
            return target.read_bytes()
        size = width, height_at(picture, width)
        content = _encoded(full, size, FORMATS[suffix])
        try:
            write(target, content)
        except OSError:
            logger.exception("a rendition could not be kept")
    return content


def _encoded(full: IO[bytes], size: tuple[int, int], kind: Format) -> bytes:
    with Image.open(full, formats=["JPEG"]) as opened:
        # A JPEG can be decoded at a half or a quarter of its size.
        opened.draft("RGB", size)
        small = opened.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    file = BytesIO()
    small.save(file, kind.name, **kind.options)
    return file.getvalue()


def renditions_of(picture: Picture) -> Iterator[tuple[int, str]]:
    """Yield the width and the suffix of each rendition of a picture."""
    for width in widths_of(picture):
        for suffix in FORMATS:
            yield width, suffix


def make_all(picture: Picture) -> int:
    """Make the renditions of a picture that are not there; return how many.

    Raises OSError where the full file is lost or damaged.
    """
    missing = [
        (width, suffix)
        for width, suffix in renditions_of(picture)
        if not rendition_path(name_at(picture.digest, width, suffix)).is_file()
    ]
    for width, suffix in missing:
        content_of(picture, width, suffix)
    return len(missing)
