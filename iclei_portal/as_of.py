"""The day a page is shown for: `?as_of=2022-03-31`, today in Japan by default."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from iclei_portal.asked import NotUnderstood, asked_text, repeated
from iclei_portal.fiscal_year import LAST_YEAR, today_in_japan

if TYPE_CHECKING:
    from django.http import HttpRequest

FIELD = "as_of"
# ICLEI was founded in 1990: before it there is nothing to show.
FIRST_YEAR = 1990
# The year before the first one of each era, by its name and its letter.
ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925}
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−ー", "-"))
# 2022-03-31, 2022/3/31, 2022.3.31, 2022年3月31日, R4.3.31, 令和4年3月31日
BY_NUMBER = re.compile(
    r"(?P<era>令和|平成|昭和|[RHS]\.?)?(?P<year>[0-9]{4}|[0-9]{1,2}|元)"
    r"(?P<mark>[-/.年])(?P<month>[0-9]{1,2})[-/.月](?P<day>[0-9]{1,2})日?",
    re.IGNORECASE,
)
# 31 March 2022, 31st Mar. 2022
DAY_FIRST = re.compile(
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? ?"
    r"(?P<month>[a-z]{3,9})\.?,? ?(?P<year>[0-9]{4})"
)
# March 31, 2022
MONTH_FIRST = re.compile(
    r"(?P<month>[a-z]{3,9})\.? ?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? "
    r"(?P<year>[0-9]{4})"
)


@dataclass(frozen=True)
class AsOf:
    """The day asked for; `chosen` is false where it is only today."""

    day: date
    chosen: bool

    @property
    def query(self) -> str:
        """What a link adds to keep a chosen day, empty for today."""
        return f"?{FIELD}={self.day.isoformat()}" if self.chosen else ""


def read_as_of(request: HttpRequest) -> AsOf:
    """Return the day the reader asks for, in any usual way of writing a date.

    Raises NotUnderstood where it is no date, or a day that no page can show.
    """
    asked = asked_text(request, FIELD)
    if not asked:
        return AsOf(today_in_japan(), chosen=False)
    day = parsed(asked)
    if day is None:
        raise NotUnderstood(
            # Translators: as_of is the name of the field in the address.
            _(
                "“%(asked)s” in the field “As of” (as_of) is not a date. Write the "
                "year, month and day like this: 2022-03-31."
            )
            % {"asked": repeated(asked)}
        )
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotUnderstood(
            # Translators: as_of is the name of the field in the address.
            _(
                "“%(asked)s” in the field “As of” (as_of) is outside the years that "
                "can be shown, %(first)d to %(last)d."
            )
            % {"asked": repeated(asked), "first": FIRST_YEAR, "last": LAST_YEAR}
        )
    return AsOf(day, chosen=True)


def parsed(asked: str) -> date | None:
    """Return the day that is written, None where it is none."""
    words = unicodedata.normalize("NFKC", asked).translate(DASHES)
    words = " ".join(words.split())
    numbers = _numbers(words)
    if numbers is None:
        return None
    try:
        return date(*numbers)
    except ValueError:
        return None


def _numbers(words: str) -> tuple[int, int, int] | None:
    """Return the year, month and day that are written."""
    found = BY_NUMBER.fullmatch(words.replace(" ", ""))
    if found:
        year = _year(found["era"], found["year"])
        if year is None:
            return None
        return year, int(found["month"]), int(found["day"])
    lower = words.lower()
    named = DAY_FIRST.fullmatch(lower) or MONTH_FIRST.fullmatch(lower)
    if named is None:
        return None
    for number, month in enumerate(MONTHS, 1):
        if month.startswith(named["month"]):
            return int(named["year"]), number, int(named["day"])
    return None


def _year(era: str | None, written: str) -> int | None:
    """Return the year of our calendar; two figures alone name none."""
    if era is None:
        return int(written) if len(written) == len("2022") else None
    if len(written) == len("2022"):
        return None
    number = 1 if written == "元" else int(written)
    return ERAS[era.rstrip(".").upper()] + number
