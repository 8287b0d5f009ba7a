"""Numerals in a text: what is compared between records, layout and print."""

from __future__ import annotations

import re
import unicodedata

# 1,107 and 16:30 are one numeral each; a full stop behind it ends the sentence.
NUMERAL = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")


def plain(text: str) -> str:
    """Return a text with its numerals in ASCII: full width and circled ones too."""
    return unicodedata.normalize("NFKC", text)


def numerals(text: str) -> list[str]:
    """Return the numerals of a text, in their order."""
    return NUMERAL.findall(plain(text))
