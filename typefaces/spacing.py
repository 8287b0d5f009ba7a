"""Between Japanese and Latin: the mark that asks a font for the space.

A character followed by MARK is drawn by a glyph with the space behind it. The text
stays as it is: nothing is between the characters but a wider glyph.
"""

from __future__ import annotations

import re

# A variation selector that no registered sequence uses.
MARK = "\ufe0e"
KANA = "\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff"
KANJI = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
JAPANESE = KANA + KANJI
LATIN = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# What may end a Latin word or number without beginning one.
ENDS = "%\u00b2\u00b3\u2080-\u2089"

SPACED = re.compile(f"[{JAPANESE}{LATIN}{ENDS}]")
