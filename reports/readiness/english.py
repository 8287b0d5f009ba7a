"""Numbers and days in an English text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from reports.readiness.number_words import SCALES, in_english_words
from reports.readiness.quantities import (
    LATIN_ERAS,
    NUMERAL,
    Kind,
    Quantity,
    number,
    plain,
)
from reports.readiness.reading import Piece, Rules
from reports.readiness.said import Said

NOON = 12
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
SHORT_MONTHS = [name[:3] for name in MONTHS]
SHORT_WEEKDAYS = [name[:3] for name in WEEKDAYS]

MONTH = rf"(?:{'|'.join([*MONTHS, 'Sept', *SHORT_MONTHS])})\b\.?"
# The month, not the verb: behind a preposition or a dash, or before a number.
MAY = (
    r"(?:(?<=\bin )|(?<=\bof )|(?<=\bto )|(?<=\bby )|(?<=\band )|(?<=\bfrom )"
    r"|(?<=\bsince )|(?<=\buntil )|(?<=\bevery )|(?<=[–-]))May\b"
    r"|May(?=\s+[0-9]|\s*[–-]|\s+(?:to|and)\s+[A-Z])"
)
OTHER_MONTHS = "|".join(name for name in [*MONTHS, *SHORT_MONTHS] if name != "May")
DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
BETWEEN = r"\s*(?:[–,-]|,?\s(?:to|and|or|until)\s)\s*"


RULES = Rules()


def _month(name: str) -> Decimal:
    return Decimal(SHORT_MONTHS.index(name[:3]) + 1)


def _days(month: str, days: str) -> Iterator[Quantity]:
    for day in re.findall("[0-9]+", days):
        yield Quantity(Kind.DAY, _month(month), int(day))


@RULES.reads("(?P<iso_year>[0-9]{4})-(?P<iso_month>[0-9]{2})-(?P<iso_day>[0-9]{2})")
def _iso(found: Piece) -> Iterator[Quantity]:
    yield number(found["iso_year"])
    yield Quantity(Kind.DAY, Decimal(found["iso_month"]), int(found["iso_day"]))


@RULES.reads(
    rf"(?<![\w.,])(?P<days>{DAY}(?:{BETWEEN}{DAY}){{0,9}})\s+(?:of\s+)?"
    rf"(?P<days_month>{MONTH})"
)
def _days_of_month(found: Piece) -> Iterator[Quantity]:
    yield from _days(found["days_month"], found["days"])


@RULES.reads(
    rf"\b(?P<later_month>{MONTH})\s+(?P<later_days>{DAY}(?![0-9:])"
    rf"(?:\s*[–-]\s*{DAY}(?![0-9]))?)"
)
def _month_and_days(found: Piece) -> Iterator[Quantity]:
    yield from _days(found["later_month"], found["later_days"])


@RULES.reads(rf"\b(?:(?:{OTHER_MONTHS})\b|{MAY})")
def _month_alone(found: Piece) -> Iterator[Quantity]:
    yield Quantity(Kind.MONTH, _month(found[0]))


@RULES.reads(rf"(?P<era_name>{'|'.join(LATIN_ERAS)})\s(?P<era_year>[0-9]{{1,3}})")
def _era(found: Piece) -> Iterator[Quantity]:
    yield number(LATIN_ERAS[found["era_name"]] + int(found["era_year"]))


@RULES.reads(
    r"(?<!\w)(?P<hour_of_12>[0-9]{1,2})(?:[:.](?P<past_hour>[0-9]{2}))?"
    r"\s?(?P<half>[ap])\.?m\b"
)
def _clock_of_12(found: Piece) -> Iterator[Quantity]:
    hour = int(found["hour_of_12"]) % NOON + (NOON if found["half"] == "p" else 0)
    yield Quantity(Kind.CLOCK, Decimal(hour), int(found["past_hour"] or 0))


@RULES.reads(r"(?<!\w)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})")
def _clock(found: Piece) -> Iterator[Quantity]:
    yield Quantity(Kind.CLOCK, Decimal(found["hour"]), int(found["minute"]))


@RULES.reads(
    r"(?<!\w)(?P<first_year>(?:19|20)[0-9]{2})[–/-](?P<last_year>[0-9]{2})(?![0-9])"
)
def _years(found: Piece) -> Iterator[Quantity]:
    first, last = found["first_year"], found["last_year"]
    yield number(first)
    # 2021–22 are two years, 2021-04 is none.
    yield number(first[:2] + last if last > first[2:] else last)


@RULES.reads(rf"(?P<many>{NUMERAL})[\s-]?(?P<scale>{'|'.join(SCALES)})\b")
def _scaled(found: Piece) -> Iterator[Quantity]:
    value = Decimal(found["many"].replace(",", ""))
    yield number(value * SCALES[found["scale"]])


@RULES.reads(NUMERAL)
def _number(found: Piece) -> Iterator[Quantity]:
    yield number(found[0])


@RULES.reads(rf"\b(?:(?:{'|'.join(WEEKDAYS)})\b|(?:{'|'.join(SHORT_WEEKDAYS)})[.,])")
def _weekday(found: Piece) -> Iterator[Quantity]:
    yield Quantity(Kind.WEEKDAY, Decimal(SHORT_WEEKDAYS.index(found[0][:3])))


def said_in_english(text: str) -> Said[Quantity]:
    """Return the numbers and days of an English text."""
    half_width = plain(text)
    words = in_english_words(half_width)
    return Said(
        Counter(RULES.read(half_width)),
        Counter({number(value): count for value, count in words.items()}),
    )
