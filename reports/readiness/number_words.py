"""Numbers written in words: twenty-sixth, two thirds, 三つ, 両市."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction

Number = Decimal | Fraction

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
ORDINAL_UNITS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh",
    "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
ORDINAL_TENS = [f"{word[:-1]}ieth" for word in TENS]
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
PLAIN = {
    **{word: number for number, word in enumerate(UNITS)},
    **{word: number for number, word in enumerate(ORDINAL_UNITS)},
    **{word: number * 10 for number, word in enumerate(TENS, start=2)},
    **{word: number * 10 for number, word in enumerate(ORDINAL_TENS, start=2)},
}
OTHERS: dict[str, Number] = {
    "both": Decimal(2),
    "twice": Decimal(2),
    "double": Decimal(2),
    "doubled": Decimal(2),
    "pair": Decimal(2),
    "once": Decimal(1),
    "single": Decimal(1),
    "triple": Decimal(3),
    "dozen": Decimal(12),
    "half": Fraction(1, 2),
    "halve": Fraction(1, 2),
    "halved": Fraction(1, 2),
    "quarter": Fraction(1, 4),
}
PARTS = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5}

ENGLISH_WORD = re.compile(r"[a-z]+")
ENGLISH_RUN = re.compile(
    rf"\b(?:{'|'.join([*PLAIN, *SCALES])})\b"
    rf"(?:(?:[ -]|\ and\ )(?:{'|'.join([*PLAIN, *SCALES])})\b)*"
)
ENGLISH_PART = re.compile(rf"\b({'|'.join(UNITS[1:10])})[ -]({'|'.join(PARTS)})\b")

KANJI = "〇一二三四五六七八九"
KANJI_SCALES = {"十": 10, "百": 100, "千": 1000}
COUNTERS = "つ人名回件部市町村県国社者年月日度種次都団機点段倍本章か以"
JAPANESE_RUN = re.compile(rf"([{KANJI}十百千]+)(?=[{COUNTERS}])")
JAPANESE_PART = re.compile(r"([一二三四五六七八九十]+)分の([一二三四五六七八九]+)")
BOTH_IN_JAPANESE = re.compile("両(?=[市者国県都方社町年日自団機])|倍増|隔")


def english_value(words: str) -> Decimal:
    """Return the number that words say: two hundred and fifty, twenty-sixth."""
    total, current = 0, 0
    for word in ENGLISH_WORD.findall(words):
        if word in PLAIN:
            current += PLAIN[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in SCALES:
            total += max(current, 1) * SCALES[word]
            current = 0
    return Decimal(total + current)


def kanji_value(digits: str) -> Decimal:
    """Return the number that kanji say: 二十六, 一〇."""
    if not any(scale in digits for scale in KANJI_SCALES):
        return Decimal("".join(str(KANJI.index(digit)) for digit in digits))
    total, current = 0, 0
    for digit in digits:
        if digit in KANJI_SCALES:
            total += max(current, 1) * KANJI_SCALES[digit]
            current = 0
        else:
            current = KANJI.index(digit)
    return Decimal(total + current)


def in_english_words(text: str) -> Counter[Number]:
    """Return the numbers that an English text says in words."""
    lower = text.lower()
    found: Counter[Number] = Counter()
    for match in ENGLISH_PART.finditer(lower):
        found[Fraction(PLAIN[match[1]], PARTS[match[2]])] += 1
    for match in ENGLISH_RUN.finditer(ENGLISH_PART.sub(" ", lower)):
        found[english_value(match[0])] += 1
    for word in ENGLISH_WORD.findall(lower):
        if word in OTHERS:
            found[OTHERS[word]] += 1
    return found


def in_kanji(text: str) -> Counter[Number]:
    """Return the numbers that a Japanese text says in kanji."""
    found: Counter[Number] = Counter()
    for match in JAPANESE_PART.finditer(text):
        found[Fraction(int(kanji_value(match[2])), int(kanji_value(match[1])))] += 1
    for match in JAPANESE_RUN.finditer(JAPANESE_PART.sub(" ", text)):
        found[kanji_value(match[1])] += 1
    found[Decimal(2)] += len(BOTH_IN_JAPANESE.findall(text))
    found[Fraction(1, 2)] += len(re.findall("半(?:分|数|減|ば)|過半", text))
    return +found
