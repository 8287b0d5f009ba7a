"""Whether a name in Latin letters is the one that its reading in kana gives."""

from __future__ import annotations

import re

from iclei_portal.bilingual.kana import hiragana

VOWELS = "aiueo"
ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと",
    "n": "なにぬねの", "h": "はひふへほ", "m": "まみむめも", "r": "らりるれろ",
    "g": "がぎぐげご", "z": "ざじずぜぞ", "d": "だぢづでど", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}  # fmt: skip
# Hepburn writes these otherwise than their row does.
OTHERWISE = {
    "し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji",
    "づ": "zu", "や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "を": "o", "ん": "n",
    "ゔ": "vu", "ー": "",
}  # fmt: skip
SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
SYLLABLES = {
    kana: consonant + vowel
    for consonant, row in ROWS.items()
    for kana, vowel in zip(row, VOWELS, strict=True)
} | OTHERWISE
# Long vowels are written in several ways: Ono, Ohno, Oono, Ōno.
LONG = re.compile("o[uo]|oh(?![aiueo])|uu|aa|ee")
BEFORE_LIPS = re.compile("m(?=[bpm])")


def romanised(kana: str) -> str:
    """Return a reading in Hepburn letters, as they stand one by one."""
    found = ""
    for sign in hiragana(kana):
        if sign in SMALL and found.endswith("i"):
            stem = found[:-1]
            glide = "" if stem.endswith(("sh", "ch", "j")) else "y"
            found = f"{stem}{glide}{SMALL[sign]}"
        elif sign == "っ":
            found += "*"
        else:
            found += SYLLABLES.get(sign, sign)
    return re.sub(r"\*(.)", lambda match: _doubled(match[1]), found).rstrip("*")


def _doubled(letter: str) -> str:
    return f"t{letter}" if letter == "c" else letter * 2


def _common(latin: str) -> str:
    """Return what all ways to write a name have in common."""
    letters = re.sub("[^a-z]", "", latin.lower())
    return LONG.sub(lambda match: match[0][0], BEFORE_LIPS.sub("n", letters))


def gives(kana: str, latin: str) -> bool:
    """Tell whether a name in Latin letters may be the one with this reading."""
    return _common(romanised(kana)) == _common(latin)
