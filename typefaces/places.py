"""Where the fonts of the report lie, and how a process is told of them."""

from __future__ import annotations

from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
CONFIGURATION = FONTS / "fonts.conf"


def environment() -> dict[str, str]:
    """Return the variables of a process that is to know these fonts and no others."""
    return {"FONTCONFIG_FILE": str(CONFIGURATION)}
