"""What a report is laid out with, as hashes: the same input prints the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

LIBRARIES = ("weasyprint", "pydyf", "fonttools", "pikepdf")
# What chooses the glyphs of the typefaces.
SET_BY = ("typefaces/fonts/fonts.conf", "reports/rendering/typography.py")
# What prints a document that is laid out already.
PRINTING = ("styles", "typefaces", "libraries")


def _hash(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.relative_to(settings.BASE_DIR)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@cache
def fingerprints() -> dict[str, str]:
    """Return the hashes of templates, styles and typefaces, and the libraries."""
    root = Path(settings.BASE_DIR)
    assets = [path for path in (root / "static/reports").rglob("*") if path.is_file()]
    typefaces = [
        *(root / "typefaces").rglob("*.ttf"),
        *(root / name for name in SET_BY),
    ]
    return {
        "templates": _hash((root / "templates/reports/edition").glob("*.html")),
        "styles": _hash(assets),
        "typefaces": _hash(typefaces),
        "libraries": " ".join(f"{name} {version(name)}" for name in LIBRARIES),
    }


def printable_as_frozen(frozen: Mapping[str, str]) -> bool:
    """Tell whether a version's documents still print to the same bytes."""
    now = fingerprints()
    return all(frozen.get(name) == now[name] for name in PRINTING)
