"""How often municipalities took part in conferences, and what ICLEI Japan did."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import pgettext

from events.choices import Listing, Role
from iclei_portal.bilingual.formats import dated, month_text
from iclei_portal.bilingual.texts import Text, record_of
from reports.contents.values import Count

if TYPE_CHECKING:
    from datetime import date

    from django_stubs_ext import StrPromise

    from events.models import Event, EventParticipant
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class MonthCount:
    """A month and its conferences; a municipality counts at each one.

    `year` stands at the first month of the report and of a calendar year.
    """

    name: Text
    short: Text
    year: Text | None
    participations: Count
    conferences: Count


@dataclass(frozen=True)
class Months:
    """The calendar by month; the `unnamed` took part besides those counted."""

    months: tuple[MonthCount, ...]
    busiest: tuple[Text, ...]
    participations: Count
    conferences: Count
    unnamed: Count


@dataclass(frozen=True)
class RoleCount:
    """How often ICLEI Japan had a role, at conferences of members and elsewhere.

    `is_read` is false for the row of events where no role was read.
    """

    name: Text
    is_read: bool
    conferences: Count
    meetings: Count
    total: Count
    open: Count


@dataclass(frozen=True)
class Roles:
    """ICLEI Japan's roles, the most frequent first; `total` is that of those read.

    `rows` end with the one of the events where no role was read, if there are any.
    """

    rows: tuple[RoleCount, ...]
    total: RoleCount
    most: tuple[Text, ...]
    events: Count


def _participants(events: Sequence[Event]) -> list[EventParticipant]:
    return [each for event in events for each in event.participants.all()]


def _short(first: date, language: str) -> str:
    return f"{first.month}月" if language == "ja" else date_format(first, "M")


def _month(year: ReportYear, first: date, events: Sequence[Event]) -> MonthCount:
    held = [event for event in events if event.start_on.replace(day=1) == first]
    report = year.records.report
    starts = first == year.fiscal_year.start or first.month == 1

    def words(content: str) -> Text:
        return year.value(report, "fiscal_year", content)

    return MonthCount(
        name=words(month_text(first)),
        short=words(_short(first, year.language)),
        year=words(dated(first, "year")) if starts else None,
        participations=Count.of_records(
            "municipalities at the conferences of the month", _participants(held)
        ),
        conferences=Count.of_records("conferences of the month", held),
    )


def months(year: ReportYear) -> Months:
    """Count the calendar of the fiscal year by month, April first."""
    events = year.records.listed(Listing.CALENDAR)
    found = tuple(_month(year, first, events) for first in year.fiscal_year.months)
    most = max(month.participations.value for month in found)
    unnamed = [event for event in events if event.further_participants]
    return Months(
        months=found,
        busiest=tuple(
            month.name for month in found if month.participations.value == most > 0
        ),
        participations=Count.of_records(
            "municipalities at the conferences of the year", _participants(events)
        ),
        conferences=Count.of_records("conferences of the year", events),
        unnamed=Count(
            sum(event.further_participants for event in unnamed),
            "municipalities at conferences whose names the source leaves out",
            tuple(record_of(event) for event in unnamed),
        ),
    )


class _Had:
    """The roles at the two lists of events."""

    def __init__(self, year: ReportYear) -> None:
        self._year = year
        self.conferences, self.meetings = (
            [
                role
                for event in year.records.listed(listing)
                for role in event.roles.all()
            ]
            for listing in (Listing.CALENDAR, Listing.MEETINGS)
        )

    def counted(self, name: StrPromise | str, roles: Collection[Role]) -> RoleCount:
        """Count some of the roles."""
        conferences = [one for one in self.conferences if one.role in roles]
        meetings = [one for one in self.meetings if one.role in roles]
        both = [*conferences, *meetings]
        return RoleCount(
            name=self._year.own(capfirst(name)),
            is_read=Role.NONE not in roles,
            conferences=Count.of_records(
                "roles at conferences of members", conferences
            ),
            meetings=Count.of_records("roles at other meetings", meetings),
            total=Count.of_records("roles at conferences and other meetings", both),
            open=Count.of_records(
                "roles to be confirmed", (one for one in both if not one.confirmed)
            ),
        )


def roles(year: ReportYear) -> Roles:
    """Count ICLEI Japan's roles at the events of the calendar and other meetings."""
    had = _Had(year)
    read = [role for role in Role if role != Role.NONE]
    rows = [row for r in Role if (row := had.counted(r.label, [r])).total.value]
    rows.sort(key=lambda row: (not row.is_read, -row.total.value))
    most = max((row.total.value for row in rows if row.is_read), default=0)
    events = {
        one.event_id: one.event
        for one in (*had.conferences, *had.meetings)
        if one.role in read
    }
    return Roles(
        rows=tuple(rows),
        total=had.counted(pgettext("of a column", "Total"), read),
        most=tuple(r.name for r in rows if r.is_read and r.total.value == most),
        events=Count.of_records("events with a role read", events.values()),
    )
