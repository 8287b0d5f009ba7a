"""How wide words are, near enough to set them side by side.

The widths are those of the bold of BIZ UDPGothic, the widest of the faces in use:
in any other one words take less room than was kept for them.
"""

from __future__ import annotations

import re
import unicodedata

# Hundredths of the size of the letters, by character.
WIDTHS = {
    **dict.fromkeys("ilIíì|!'’‘.,:;·", 38),
    **dict.fromkeys(' jf()[]-/–“”"tr', 51),
    **dict.fromkeys("cesvxyzagkLFJ", 69),
    **dict.fromkeys("bdhnopqu0123456789ABEKPRSTVXYZ", 79),
    **dict.fromkeys("CDGHNOQU&", 90),
    **dict.fromkeys("mwMW—%", 100),
}
OTHER = 79
WIDE = {"F", "W", "A"}
# What stays together on a line: Latin or katakana letters in a row, or one other
# character, with the marks that may not begin a line.
PIECE = re.compile(r"[A-Za-zÀ-ɏ0-9’'().,&%–-]+ ?|[ァ-ヺー]+[・／、]*|.[、。・）」]*")


def width(content: str, size: float) -> float:
    """Return how wide words of a size are at most."""
    hundredths = sum(
        100
        if unicodedata.east_asian_width(letter) in WIDE and letter not in WIDTHS
        else WIDTHS.get(letter, OTHER)
        for letter in content
    )
    return hundredths * size / 100


def lines(content: str, size: float, most: float) -> list[str]:
    """Return words on lines that are at most as wide as `most`.

    A piece that is wider stands on a line of its own. There is always one line.
    """
    found = [""]
    for piece in PIECE.findall(content):
        if found[-1] and width((found[-1] + piece).rstrip(), size) > most:
            found.append(piece.lstrip())
        else:
            found[-1] += piece
    return [line.strip() for line in found]
