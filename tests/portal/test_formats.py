from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from iclei_portal.bilingual import formats
from iclei_portal.fiscal_year import FiscalYear

DAY = date(2021, 4, 12)


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2019, 4, 30), "平成31年"),
        (date(2019, 5, 1), "令和元年"),
        (DAY, "令和3年"),
        (date(1989, 1, 7), "昭和64年"),
        (date(1989, 1, 8), "平成元年"),
        (date(1926, 12, 24), "1926年"),
    ],
)
def test_era_changes_on_its_day(day: date, year: str) -> None:
    assert formats.era_year(day) == year


@pytest.mark.parametrize(
    ("first", "last", "japanese", "english"),
    [
        (DAY, DAY, "2021年4月12日", "12 April 2021"),
        (DAY, date(2021, 4, 15), "2021年4月12日–15日", "12–15 April 2021"),
        (
            date(2021, 10, 31),
            date(2021, 11, 13),
            "2021年10月31日–11月13日",
            "31 October – 13 November 2021",
        ),
        (
            date(2021, 12, 31),
            date(2022, 1, 1),
            "2021年12月31日–2022年1月1日",
            "31 December 2021 – 1 January 2022",
        ),
    ],
)
def test_range_prints_what_is_common_once(
    first: date, last: date, japanese: str, english: str
) -> None:
    with translation.override("ja"):
        assert formats.days_text(first, last) == japanese
    with translation.override("en"):
        assert formats.days_text(first, last) == english


@pytest.mark.parametrize(
    ("first", "last", "japanese", "english"),
    [
        (date(2022, 2, 1), date(2022, 2, 28), "2022年2月", "February 2022"),
        (date(2021, 6, 1), date(2021, 8, 31), "2021年6月–8月", "June–August 2021"),
        (
            date(2021, 12, 1),
            date(2022, 1, 31),
            "2021年12月–2022年1月",
            "December 2021 – January 2022",
        ),
    ],
)
def test_month_precision_prints_months_only(
    first: date, last: date, japanese: str, english: str
) -> None:
    with translation.override("ja"):
        assert formats.days_text(first, last, "month") == japanese
    with translation.override("en"):
        assert formats.days_text(first, last, "month") == english


def test_fiscal_year_names_its_era_in_japanese() -> None:
    with translation.override("ja"):
        assert formats.fiscal_year_name(FiscalYear(2021)) == "2021年度（令和3年度）"
    with translation.override("en"):
        name = formats.fiscal_year_name(FiscalYear(2021))
        assert name == "FY2021 (April 2021–March 2022)"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("Asia/Baku", "UTC+4"), ("Asia/Kolkata", "UTC+5:30"), ("America/Denver", "UTC−7")],
)
def test_offset_is_that_of_the_place_on_the_day(zone: str, offset: str) -> None:
    moment = datetime(2024, 11, 12, 12, tzinfo=UTC).astimezone(ZoneInfo(zone))

    assert formats.utc_offset(moment) == offset


def test_times_mark_another_day() -> None:
    first = datetime(2024, 11, 12, 22, 30, tzinfo=ZoneInfo("Asia/Baku"))
    last = datetime(2024, 11, 13, 0, 15, tzinfo=ZoneInfo("Asia/Baku"))

    with translation.override("en"):
        times = formats.times_text(first, last, date(2024, 11, 12))

    assert times == "22:30–00:15 (+1 day)"


def test_weekday_stands_in_each_language() -> None:
    with translation.override("ja"):
        assert formats.day_text(DAY, weekday=True) == "2021年4月12日（月）"
    with translation.override("en"):
        assert formats.day_text(DAY, weekday=True) == "Mon, 12 April 2021"
