"""The only files that a report may load: those of static/reports/."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "static" / "reports"
BASE_URL = "asset:///"
NAME = re.compile(r"asset:///([a-z0-9][a-z0-9-]*\.(?:css|svg|png|jpg))")


class RefusedError(ValueError):
    """A document asked for something else than an asset of the report."""


def read_asset(url: str) -> tuple[bytes, str]:
    """Return an asset's content and media type. Raises RefusedError."""
    name = NAME.fullmatch(url)
    if name is None or not (ROOT / name[1]).is_file():
        raise RefusedError(f"{url[:200]} is no asset of the report")
    path = ROOT / name[1]
    media_type, _encoding = mimetypes.guess_type(path.name)
    return path.read_bytes(), media_type or "application/octet-stream"
