"""The Japanese fiscal year, 1 April to 31 March, in Asia/Tokyo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.backends.postgresql.psycopg_any import DateRange

TOKYO = ZoneInfo("Asia/Tokyo")
FIRST_MONTH = 4
# The years that the portal's addresses and pages know.
FIRST_YEAR, LAST_YEAR = 1900, 2099
FISCAL_YEAR_VALIDATORS = [MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
MONTHS_A_YEAR = 12


def today_in_japan() -> date:
    """Return the calendar day in Tokyo now."""
    return datetime.now(tz=TOKYO).date()


@dataclass(frozen=True, order=True)
class FiscalYear:
    """The year that begins on 1 April of `year`: FiscalYear(2021) is FY2021."""

    year: int

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """Return the fiscal year in which `day` lies."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @classmethod
    def current(cls) -> FiscalYear:
        """Return the fiscal year of today in Tokyo."""
        return cls.of(today_in_japan())

    @property
    def start(self) -> date:
        """The first day, 1 April."""
        return date(self.year, FIRST_MONTH, 1)

    @property
    def end(self) -> date:
        """The first day of the next fiscal year: `[start, end)` is half-open."""
        return date(self.year + 1, FIRST_MONTH, 1)

    @property
    def last_day(self) -> date:
        """The last day, 31 March."""
        return self.end - timedelta(days=1)

    @property
    def days(self) -> DateRange:
        """`[start, end)` as a PostgreSQL date range."""
        return DateRange(self.start, self.end)

    @property
    def months(self) -> list[date]:
        """The first days of its twelve months, April first."""
        return [
            date(
                self.year + (FIRST_MONTH - 1 + i) // MONTHS_A_YEAR,
                (FIRST_MONTH - 1 + i) % MONTHS_A_YEAR + 1,
                1,
            )
            for i in range(MONTHS_A_YEAR)
        ]

    def __str__(self) -> str:
        return f"FY{self.year}"


class FiscalYearConverter:
    """A fiscal year in an address: 2021."""

    regex = "(?:19|20)[0-9]{2}"

    def to_python(self, value: str) -> FiscalYear:
        """Read the address."""
        return FiscalYear(int(value))

    def to_url(self, value: FiscalYear | int) -> str:
        """Write the address."""
        return str(value.year if isinstance(value, FiscalYear) else value)
