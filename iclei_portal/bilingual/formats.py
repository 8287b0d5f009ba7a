"""Dates, ranges, years and times as each language prints them."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel import Locale
from django.utils import formats
from django.utils.translation import gettext as _

from iclei_portal.bilingual.texts import active_language
from iclei_portal.fiscal_year import FiscalYear

WEEKDAYS_JA = "月火水木金土日"
TOKYO = ZoneInfo("Asia/Tokyo")
# The first days of the eras, newest first (元号法, 昭和54年法律第43号).
ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
)


def era_year(day: date) -> str:
    """Return the year of the era on `day`: 令和3年, 令和元年."""
    for first, name in ERAS:
        if day >= first:
            number = day.year - first.year + 1
            return f"{name}{'元' if number == 1 else number}年"
    return f"{day.year}年"


def fiscal_year_name(fiscal_year: FiscalYear) -> str:
    """Return 2021年度（令和3年度） or FY2021 (April 2021–March 2022)."""
    if active_language() == "ja":
        return f"{fiscal_year.year}年度（{era_year(fiscal_year.start)}度）"
    return (
        f"FY{fiscal_year.year} (April {fiscal_year.year}–March {fiscal_year.year + 1})"
    )


def day_text(day: date, *, weekday: bool = False) -> str:
    """Return 2021年4月12日 or 12 April 2021, with the weekday where asked."""
    if active_language() == "ja":
        name = f"（{WEEKDAYS_JA[day.weekday()]}）" if weekday else ""
        return f"{day.year}年{day.month}月{day.day}日{name}"
    name = formats.date_format(day, "D, ") if weekday else ""
    return f"{name}{day.day} {formats.date_format(day, 'F Y')}"


def month_text(day: date) -> str:
    """Return 2021年4月 or April 2021."""
    if active_language() == "ja":
        return f"{day.year}年{day.month}月"
    return formats.date_format(day, "F Y")


def dated(day: date, precision: str) -> str:
    """Return a date as exactly as it is known: day, month or year."""
    if precision == "year":
        return f"{day.year}年" if active_language() == "ja" else str(day.year)
    return month_text(day) if precision == "month" else day_text(day)


def days_text(first: date, last: date, precision: str = "day") -> str:
    """Return a range of days, or of months where no more is known.

    Both bounds are inclusive. What the two have in common is printed once.
    """
    if precision == "month":
        return _months(first, last)
    if first == last:
        return day_text(first)
    between = _days_ja if active_language() == "ja" else _days_en
    return between(first, last)


def period_text(first: date | None, last: date | None, precision: str = "day") -> str:
    """Return a period; what is not known of it, or has not come, is left out.

    The precision is that of the first day, where the period has not ended.
    """
    if first and last:
        return days_text(first, last)
    if last:
        return _("until %(day)s") % {"day": day_text(last)}
    return _("since %(day)s") % {"day": dated(first, precision)} if first else ""


def country_name(code: str) -> str:
    """Return the name of a country by its two letters, as CLDR has it."""
    return str(Locale(active_language()).territories[code])


def _days_ja(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{day_text(first)}–{day_text(last)}"
    month = f"{last.month}月" if first.month != last.month else ""
    return f"{day_text(first)}–{month}{last.day}日"


def _days_en(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{day_text(first)} – {day_text(last)}"
    if first.month != last.month:
        return f"{first.day} {formats.date_format(first, 'F')} – {day_text(last)}"
    return f"{first.day}–{day_text(last)}"


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return month_text(first)
    if active_language() == "ja":
        year = f"{last.year}年" if first.year != last.year else ""
        return f"{month_text(first)}–{year}{last.month}月"
    if first.year != last.year:
        return f"{month_text(first)} – {month_text(last)}"
    return f"{formats.date_format(first, 'F')}–{month_text(last)}"


def bracketed(content: str) -> str:
    """Return what follows a word in brackets: （UTC+4） or, apart, (UTC+4)."""
    return f"（{content}）" if active_language() == "ja" else f" ({content})"


def clock(moment: datetime | time) -> str:
    """Return the time of day, 24 hours: 16:30."""
    return moment.strftime("%H:%M")


def moment_text(moment: datetime) -> str:
    """Return a moment in Japan: 2022年4月1日 16:30 or 1 April 2022, 16:30."""
    local = moment.astimezone(TOKYO)
    between = " " if active_language() == "ja" else ", "
    return f"{day_text(local.date())}{between}{clock(local)}"


def utc_offset(moment: datetime) -> str:
    """Return the distance from UTC: UTC+4, UTC+5:30."""
    minutes = round((moment.utcoffset() or moment - moment).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes >= 0 else "−"
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")


def times_text(first: datetime, last: datetime | None, base: date) -> str:
    """Return 21:30–22:30, with a mark where a time is not on the day `base`."""

    def marked(moment: datetime) -> str:
        later = (moment.date() - base).days
        if not later:
            return clock(moment)
        # Translators: behind a time on a later or earlier day: 01:30 (+1 day).
        return f"{clock(moment)} " + _("(%(days)+d day)") % {"days": later}

    if last is None:
        return marked(first)
    if last.date() == first.date():
        return f"{clock(first)}–{marked(last)}"
    return f"{marked(first)}–{marked(last)}"
