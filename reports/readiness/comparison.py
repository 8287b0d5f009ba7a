"""Whether the two languages of a text say the same: numbers, days, names, links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reports.readiness.english import said_in_english
from reports.readiness.japanese import said_in_japanese
from reports.readiness.names import Found, Names, folded, masked
from reports.readiness.quantities import ADDRESS, ITEM, Quantity, plain
from reports.readiness.said import Difference, Said, difference

LATIN_WORD = re.compile("[A-Za-z]{2,}")
ACRONYM = re.compile("[A-Z]{2,}")
IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z0-9-]*[A-Z0-9])\)")
# What stands before a year, and Roman numerals.
NO_ACRONYM = re.compile("FY|[IVX]+")
LANGUAGE_IN_ADDRESS = re.compile("/(?:ja|jp|en)(?=/|$)|[/.]$")


class Aspect(StrEnum):
    """In what two texts are compared."""

    NUMBERS = "numbers"
    NAMES = "names"
    WORDS = "words"
    ITEMS = "items"
    LINKS = "links"


@dataclass(frozen=True)
class Disparity:
    """In what two texts differ: what only the one says, and what only the other."""

    aspect: Aspect
    only_ja: tuple[str, ...]
    only_en: tuple[str, ...]


@dataclass(frozen=True)
class _Reading:
    """A text as it is compared, and the names in it."""

    text: str
    found: list[Found]

    @property
    def nameless(self) -> str:
        """The text without any name."""
        return masked(self.text, self.found, every=True)

    @property
    def uncertain(self) -> str:
        """The text without the names that are certain: their numbers are theirs."""
        return masked(self.text, self.found)


def _in_words(some: Said[Quantity], other: Said[Quantity]) -> tuple[Quantity, ...]:
    """Return the numbers in words that the other text has in no way.

    Zero and one are words like others.
    """
    known = other.certain.keys() | other.possible.keys()
    return tuple(
        one for one in some.possible if one.first not in (0, 1) and one not in known
    )


def _less_often(some: Said[Quantity], other: Said[Quantity]) -> tuple[Quantity, ...]:
    """Return the numbers that the other text says less often, words included."""
    both = other.certain + other.possible
    return tuple(one for one, count in some.certain.items() if count > both[one])


def _numbers(ja: _Reading, en: _Reading) -> Disparity:
    in_ja, in_en = said_in_japanese(ja.uncertain), said_in_english(en.uncertain)
    found = difference(in_ja, in_en)
    words_ja, words_en = _in_words(in_ja, in_en), _in_words(in_en, in_ja)
    if found:
        found = Difference(found.only_ja or words_ja, found.only_en or words_en)
    elif words_ja or words_en:
        # A number in words is wrong where the other text has one that is not here.
        only_ja = words_ja or _less_often(in_ja, in_en)
        only_en = words_en or _less_often(in_en, in_ja)
        found = Difference(only_ja, only_en) if only_ja and only_en else found
    return Disparity(
        Aspect.NUMBERS,
        tuple(one.words for one in found.only_ja),
        tuple(one.words for one in found.only_en),
    )


def _names(ja: _Reading, en: _Reading, names: Names) -> Disparity:
    found = names.difference(ja.found, en.found)
    return Disparity(
        Aspect.NAMES,
        tuple(names.label(key, "ja") for key in found.only_ja),
        tuple(names.label(key, "en") for key in found.only_en),
    )


def _latin(text: str, pattern: re.Pattern[str] = LATIN_WORD) -> dict[str, str]:
    """Return the Latin words of a text that begin with a pattern; SDGs is SDG."""
    words = (word for word in LATIN_WORD.findall(text) if pattern.match(word))
    return {word.lower().removesuffix("s"): word for word in words}


def _words(ja: _Reading, en: _Reading) -> Disparity:
    """Compare Latin words of the Japanese text, and acronyms of the English one.

    Names need not be there, they are compared by themselves; a short one in brackets
    needs.
    """
    known_ja, known_en = _latin(ja.text), _latin(en.text)
    asked = _latin(" ".join((ja.nameless, *IN_BRACKETS.findall(ja.text))))
    return Disparity(
        Aspect.WORDS,
        tuple(word for key, word in asked.items() if key not in known_en),
        tuple(
            word
            for key, word in _latin(en.nameless, ACRONYM).items()
            if key not in known_ja and not NO_ACRONYM.fullmatch(word)
        ),
    )


def _items(ja: str, en: str) -> Disparity:
    counts = [len(ITEM.findall(text)) for text in (ja, en)]
    if counts[0] == counts[1]:
        return Disparity(Aspect.ITEMS, (), ())
    return Disparity(Aspect.ITEMS, (str(counts[0]),), (str(counts[1]),))


def _links(ja: str, en: str) -> Disparity:
    def addresses(text: str) -> Said[str]:
        found = (LANGUAGE_IN_ADDRESS.sub("", link) for link in ADDRESS.findall(text))
        return Said(Counter(found))

    found: Difference[str] = difference(addresses(ja), addresses(en))
    return Disparity(Aspect.LINKS, found.only_ja, found.only_en)


def disparities(texts: Mapping[str, str], names: Names) -> list[Disparity]:
    """Return in what a text differs between its two languages."""
    ja, en = (
        _Reading(folded_text, names.find(folded_text, language))
        for language in ("ja", "en")
        for folded_text in [folded(plain(texts[language]))]
    )
    compared = (
        _numbers(ja, en),
        _names(ja, en, names),
        _words(ja, en),
        _items(texts["ja"], texts["en"]),
        _links(texts["ja"], texts["en"]),
    )
    return [each for each in compared if each.only_ja or each.only_en]
