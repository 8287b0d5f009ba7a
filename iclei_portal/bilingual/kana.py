"""Japanese letters in one form, however they were typed."""

import unicodedata

KATAKANA = range(ord("ァ"), ord("ヶ") + 1)
TO_HIRAGANA = {code: code - (ord("ァ") - ord("ぁ")) for code in KATAKANA}


def hiragana(text: str) -> str:
    """Return `text` with widths folded (NFKC) and katakana as hiragana."""
    return unicodedata.normalize("NFKC", text).translate(TO_HIRAGANA)
