"""The councils of ICLEI with their members, and its offices worldwide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import Text, record_of
from members.models import Office
from reports.choices import Section
from reports.contents.officers import Seat, seat

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Council:
    """A body of ICLEI and who sits in it."""

    record: str
    name: Text
    text: Text | None
    seats: tuple[Seat, ...]


@dataclass(frozen=True)
class OfficeRead:
    """An office and where it is."""

    record: str
    kind: Text
    name: Text
    city: Text
    country: Text


@dataclass(frozen=True)
class Councils:
    """The chapter."""

    text: Text | None
    councils: tuple[Council, ...]
    offices_text: Text | None
    offices: tuple[OfficeRead, ...]
    unconfirmed: bool


def _councils(year: ReportYear) -> tuple[Council, ...]:
    return tuple(
        Council(
            record=record_of(body),
            name=year.text(body, "name"),
            text=year.text_or_none(body, "text"),
            seats=tuple(seat(year, each) for each in body.seats.all()),
        )
        for body in year.records.councils
    )


def collect_councils(year: ReportYear) -> Councils:
    """Read the councils and offices of the report's day: three queries."""
    councils = _councils(year)
    return Councils(
        text=year.passage(Section.COUNCILS),
        councils=councils,
        offices_text=year.passage(Section.OFFICES),
        offices=tuple(
            OfficeRead(
                record=record_of(office),
                kind=year.own(office.get_kind_display()),
                name=year.text(office, "name"),
                city=year.text(office, "city"),
                country=year.own(office.country_name),
            )
            for office in Office.objects.as_of(year.as_of)
        ),
        unconfirmed=not all(
            each.confirmed for council in councils for each in council.seats
        ),
    )
