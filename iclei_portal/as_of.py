"""The day a page is shown for: `?as_of=2022-03-31`, today in Japan by default."""

import logging
import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.translation import gettext as _

from iclei_portal.fiscal_year import today_in_japan

FIELD = "as_of"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NotADay(BadRequest):
    """The reader asked for a day that is none; the sentence is for the reader."""


class ShortRefusals(logging.Filter):
    """Logs what a reader mistyped in one line: it is no fault of the portal."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take the trace from the record, and keep it."""
        if record.exc_info and isinstance(record.exc_info[1], NotADay):
            record.exc_info = None
        return True


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
    """Return the day the reader asks for. Raises NotADay where it is no date."""
    asked = request.GET.get(FIELD, "").strip()
    if not asked:
        return AsOf(today_in_japan(), chosen=False)
    day = parsed(asked)
    if day is None:
        raise NotADay(
            # Translators: as_of is the name of the field in the address.
            _(
                "“%(asked)s” in the field “As of” (as_of) is not a date. Write the "
                "year, month and day like this: 2022-03-31."
            )
            % {"asked": asked}
        )
    return AsOf(day, chosen=True)


def parsed(asked: str) -> date | None:
    """Return the day written as 2022-03-31, None where it is none."""
    if not DAY.fullmatch(asked):
        return None
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None
