"""The only files that a report may load: of static/reports/, and pictures."""

from __future__ import annotations

import mimetypes
import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "static" / "reports"
BASE_URL = "asset:///"
NAME = re.compile(r"asset:///([a-z0-9][a-z0-9-]*\.(?:css|svg|png|jpg))")
PICTURE = re.compile(r"asset:///pictures/([0-9a-f]{64}\.jpg)")
# The variable of the renderer's environment that names the folder of the pictures.
PICTURE_FOLDER = "PICTURE_FOLDER"


class RefusedError(ValueError):
    """A document asked for something else than an asset of the report."""


def read_asset(url: str) -> tuple[bytes, str]:
    """Return an asset's content and media type. Raises RefusedError."""
    path = _place(url)
    if path is None or not path.is_file():
        raise RefusedError(f"{url[:200]} is no asset of the report")
    media_type, _encoding = mimetypes.guess_type(path.name)
    return path.read_bytes(), media_type or "application/octet-stream"


def _place(url: str) -> Path | None:
    if name := NAME.fullmatch(url):
        return ROOT / name[1]
    pictures = os.environ.get(PICTURE_FOLDER)
    if pictures and (name := PICTURE.fullmatch(url)):
        return Path(pictures) / name[1]
    return None
