"""Numbers and days in a Japanese text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from reports.readiness.number_words import in_kanji
from reports.readiness.quantities import (
    ERAS,
    NUMERAL,
    Kind,
    Quantity,
    number,
    plain,
)
from reports.readiness.reading import Piece, Rules
from reports.readiness.said import Said

NOON = 12
WEEKDAYS = "月火水木金土日"
SCALES = {
    "百万": 1_000_000, "千万": 10_000_000, "兆": 10**12, "億": 10**8, "万": 10**4,
    "千": 1_000,
}  # fmt: skip
TO = r"\s*(?:[~〜–-]|から)\s*"
SCALED = re.compile(rf"({NUMERAL})({'|'.join(SCALES)})?")
# The month that a day without one lies in, and how far before it may stand.
FURTHEST = 60
LAST_MONTH = re.compile(r"([0-9]{1,2})月")
DAY_FOLLOWS = re.compile(rf"\s*[0-9]{{1,2}}(?:日(?!間)|{TO}[0-9]{{1,2}}日)")


RULES = Rules()


@RULES.reads(rf"(?P<era>{'|'.join(ERAS)})(?P<era_year>元|[0-9]{{1,3}})年")
def _era(found: Piece) -> Iterator[Quantity]:
    year = 1 if found["era_year"] == "元" else int(found["era_year"])
    yield number(ERAS[found["era"]] + year)


@RULES.reads(
    r"(?P<numeric_year>[0-9]{4})(?P<sign>[/.-])(?P<numeric_month>[0-9]{1,2})(?P=sign)"
    r"(?P<numeric_day>[0-9]{1,2})(?![0-9])"
)
def _numeric(found: Piece) -> Iterator[Quantity]:
    yield number(found["numeric_year"])
    day = int(found["numeric_day"])
    yield Quantity(Kind.DAY, Decimal(found["numeric_month"]), day)


@RULES.reads(
    rf"(?P<first_month>[0-9]{{1,2}})月?{TO}(?P<last_month>[0-9]{{1,2}})月"
    r"(?![0-9]{1,2}日)"
)
def _months(found: Piece) -> Iterator[Quantity]:
    for name in ("first_month", "last_month"):
        yield Quantity(Kind.MONTH, Decimal(found[name]))


@RULES.reads("(?P<month>[0-9]{1,2})月")
def _month(found: Piece) -> Iterator[Quantity]:
    """Read a month of which no day follows."""
    if not DAY_FOLLOWS.match(found.string, found.end()):
        yield Quantity(Kind.MONTH, Decimal(found["month"]))


@RULES.reads(
    "(?P<day>[0-9]{1,2})"
    rf"(?:日(?!間|前|後|目)|(?={TO}[0-9]{{1,2}}日(?!間)))"
)
def _day(found: Piece) -> Iterator[Quantity]:
    start = max(found.start() - FURTHEST, 0)
    months = LAST_MONTH.findall(found.string, start, found.start())
    if months:
        yield Quantity(Kind.DAY, Decimal(months[-1]), int(found["day"]))
    else:
        yield number(found["day"])


@RULES.reads(
    "(?P<half>午前|午後)?(?P<hour>[0-9]{1,2})(?::(?P<colon>[0-9]{2})"
    "|時(?!間)(?:(?P<minute>[0-9]{1,2})分|(?P<past>半))?)"
)
def _clock(found: Piece) -> Iterator[Quantity]:
    minute = 30 if found["past"] else int(found["colon"] or found["minute"] or 0)
    hour = int(found["hour"]) + (NOON if found["half"] == "午後" else 0)
    yield Quantity(Kind.CLOCK, Decimal(hour), minute)


@RULES.reads("1(?:か月|年に|週間に|日に)")
def _one(_found: Piece) -> Iterator[Quantity]:
    """Read nothing: English says a month, a year."""
    yield from ()


@RULES.reads("(?P<whole>[1-9][0-9]{0,3})分の(?P<part>[0-9]{1,4})")
def _fraction(found: Piece) -> Iterator[Quantity]:
    yield number(Fraction(int(found["part"]), int(found["whole"])))


@RULES.reads(rf"(?:{NUMERAL}(?:{'|'.join(SCALES)}))+(?:{NUMERAL})?")
def _scaled(found: Piece) -> Iterator[Quantity]:
    """Read 1億2,000万."""
    parts = (
        Decimal(digits.replace(",", "")) * SCALES.get(scale, 1)
        for digits, scale in SCALED.findall(found[0])
    )
    yield number(sum(parts, Decimal(0)))


@RULES.reads(NUMERAL)
def _number(found: Piece) -> Iterator[Quantity]:
    yield number(found[0])


@RULES.reads(
    rf"(?<=日)\((?P<short>[{WEEKDAYS}])(?:曜日?|・祝)?\)|(?P<long>[{WEEKDAYS}])曜"
)
def _weekday(found: Piece) -> Iterator[Quantity]:
    name = found["short"] or found["long"]
    yield Quantity(Kind.WEEKDAY, Decimal(WEEKDAYS.index(name)))


def said_in_japanese(text: str) -> Said[Quantity]:
    """Return the numbers and days of a Japanese text."""
    half_width = plain(text)
    words = in_kanji(half_width)
    return Said(
        Counter(RULES.read(half_width)),
        Counter({number(value): count for value, count in words.items()}),
    )
