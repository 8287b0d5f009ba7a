from datetime import UTC, date, datetime

import pytest
import time_machine

from iclei_portal.fiscal_year import FiscalYear, today_in_japan


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2021, 3, 31), 2020),
        (date(2021, 4, 1), 2021),
        (date(2022, 3, 31), 2021),
        (date(2024, 2, 29), 2023),
    ],
)
def test_day_belongs_to_the_fiscal_year_that_began_in_april(
    day: date, year: int
) -> None:
    assert FiscalYear.of(day) == FiscalYear(year)


def test_fiscal_year_is_half_open() -> None:
    year = FiscalYear(2021)

    assert (year.start, year.end) == (date(2021, 4, 1), date(2022, 4, 1))
    assert year.days.lower == year.start
    assert year.days.upper == year.end


def test_months_run_from_april_to_march() -> None:
    months = FiscalYear(2021).months

    assert [month.month for month in months] == [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
    assert months[0] == date(2021, 4, 1)
    assert months[-1] == date(2022, 3, 1)


def test_year_turns_at_midnight_in_tokyo() -> None:
    with time_machine.travel(datetime(2022, 3, 31, 14, 59, 59, tzinfo=UTC)):
        assert FiscalYear.current() == FiscalYear(2021)
    with time_machine.travel(datetime(2022, 3, 31, 15, 0, tzinfo=UTC)):
        assert today_in_japan() == date(2022, 4, 1)
        assert FiscalYear.current() == FiscalYear(2022)


def test_name_is_short() -> None:
    assert str(FiscalYear(2021)) == "FY2021"
