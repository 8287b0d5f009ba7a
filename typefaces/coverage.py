"""Which characters the fonts of the report can print."""

from __future__ import annotations

import re
from functools import cache

from fontTools.ttLib import TTFont

from typefaces.places import FONTS

# The font that every other one falls back on.
WIDEST = FONTS / "ReportMincho-Regular.ttf"
# What asks for a form of a character, as in the name of 葛󠄀城: no font here has them.
SELECTORS = "\ufe00-\ufe0d\U000e0100-\U000e01ef"
FORMED = re.compile(f"[^{SELECTORS}][{SELECTORS}]")
# They ask for the form of print, or for that of an emoji.
PRESENTATIONS = "\ufe0e\ufe0f"
INVISIBLE = frozenset(f"\t\n\r\f\u00ad\u200b\u200c\u200d\u2060\ufeff{PRESENTATIONS}")


@cache
def covered() -> frozenset[str]:
    """Return the characters that have a glyph, or need none."""
    with TTFont(WIDEST, lazy=True) as font:
        return INVISIBLE.union(map(chr, font.getBestCmap()))


def glyphless(text: str) -> set[str]:
    """Return the characters of a text that cannot be printed as they are.

    A character with a variation selector is returned with it: it would be printed,
    but in its common form.
    """
    formed = set(FORMED.findall(text))
    return formed | (set(FORMED.sub("", text)) - covered())
