"""Numbers, days and times of day, whichever language says them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from django.utils.dates import MONTHS, WEEKDAYS

from iclei_portal.bilingual.texts import active_language

LEAST_SEPARATED = 3000
ADDRESS = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9_./?=&%#:~,;@!$*+-]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,190}"
)
SQUARE_METRES = re.compile("㎡|m²")
ITEM = re.compile(r"^[ \t]*(?:[-*+•・]|[0-9]{1,2}[.)])[ \t]+", re.MULTILINE)
PERIOD = re.compile(
    r"FY([0-9]{4}) \(April ([0-9]{4})\s?(?:–|to|-)\s?March ([0-9]{4})\)"
)
NUMERAL = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
LATIN_ERAS = {"Reiwa": 2018, "Heisei": 1988, "Showa": 1925}


class Kind(StrEnum):
    """What is said."""

    NUMBER = "number"
    DAY = "day"
    MONTH = "month"
    CLOCK = "clock"
    WEEKDAY = "weekday"


class Quantity(NamedTuple):
    """A number, a month and day, a month, hour and minute, or a day of the week."""

    kind: Kind
    first: Decimal | Fraction
    second: int = 0

    @property
    def words(self) -> str:
        """What is said, as the active language prints it."""
        match self.kind:
            case Kind.DAY if active_language() == "ja":
                return f"{_month(self.first)}{self.second}日"
            case Kind.DAY:
                return f"{self.second} {_month(self.first)}"
            case Kind.MONTH:
                return _month(self.first)
            case Kind.WEEKDAY:
                return str(WEEKDAYS[int(self.first)])
            case Kind.CLOCK:
                return f"{int(self.first)}:{self.second:02d}"
            case _:
                return _plain_number(self.first)


def _month(month: Decimal | Fraction) -> str:
    number = int(month)
    if active_language() == "ja" or number not in MONTHS:
        return f"{number}月"
    return str(MONTHS[number])


def _plain_number(value: Decimal | Fraction) -> str:
    """Return a number with separated thousands; what may be a year has none."""
    if isinstance(value, Fraction) or value < LEAST_SEPARATED:
        return str(value)
    return f"{value:,f}"


def number(value: Decimal | Fraction | str | int) -> Quantity:
    """Return a number; thousands may be separated."""
    if isinstance(value, Fraction):
        return Quantity(Kind.NUMBER, value)
    plain = value.replace(",", "") if isinstance(value, str) else value
    return Quantity(Kind.NUMBER, Decimal(plain))


def plain(text: str) -> str:
    """Return a text without web addresses and marks of lists, in half-width signs."""
    without = ITEM.sub("", ADDRESS.sub(" ", SQUARE_METRES.sub(" ", text)))
    return PERIOD.sub(_fiscal_year, unicodedata.normalize("NFKC", without))


def _fiscal_year(found: re.Match[str]) -> str:
    """Leave out the months of a fiscal year that is named, where they are its."""
    year, first, last = found.groups()
    return f"FY{year}" if first == year and int(last) == int(year) + 1 else found[0]
