"""The year in figures: the map of the members, and charts of what they did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from iclei_portal.bilingual.texts import Text, record_of
from iclei_portal.drawings.land import place
from members.choices import Kind, Prefecture
from reports.choices import Section
from reports.contents.conferences import Months, Roles, months, roles
from reports.contents.taking_part import Grid, Reporting, grid, reporting
from reports.contents.values import Count

if TYPE_CHECKING:
    from members.models import Municipality
    from reports.contents.year import ReportYear

ABROAD = _("Outside Japan")


@dataclass(frozen=True)
class MemberPlace:
    """A member and where it is, longitude and latitude; None where nobody knows.

    `prefecture` are the digits of the one it lies in, or is.
    """

    record: str
    name: Text
    prefecture: str
    is_prefecture: bool
    at: tuple[float, float] | None


@dataclass(frozen=True)
class PrefectureRead:
    """The members in a prefecture."""

    name: Text
    members: tuple[Text, ...]


@dataclass(frozen=True)
class MemberMap:
    """The members on the map, and by prefecture from north to south.

    `densest` are the prefectures with the most members, if with more than one.
    """

    places: tuple[MemberPlace, ...]
    prefectures: tuple[PrefectureRead, ...]
    densest: tuple[Text, ...]
    members: Count
    member_prefectures: Count


@dataclass(frozen=True)
class Figures:
    """The chapter."""

    text: Text | None
    map: MemberMap
    months: Months
    roles: Roles
    grid: Grid
    reporting: Reporting
    unconfirmed: bool


def _place(year: ReportYear, member: Municipality) -> MemberPlace:
    return MemberPlace(
        record=record_of(member),
        name=year.text(member, "name"),
        prefecture=member.code[:2],
        is_prefecture=member.kind == Kind.PREFECTURE,
        at=place(member.code),
    )


def _by_prefecture(
    year: ReportYear, places: Sequence[MemberPlace]
) -> tuple[PrefectureRead, ...]:
    lying = [*((str(p), year.own(p.label)) for p in Prefecture), ("", year.own(ABROAD))]
    return tuple(
        PrefectureRead(name, names)
        for digits, name in lying
        if (names := tuple(p.name for p in places if p.prefecture == digits))
    )


def member_map(year: ReportYear) -> MemberMap:
    """Read where the full members of the report's day are."""
    members = year.records.members
    if year.language == "en":
        members = sorted(members, key=lambda member: member.slug)
    places = tuple(_place(year, member) for member in members)
    prefectures = _by_prefecture(year, places)
    most = max((len(each.members) for each in prefectures), default=0)
    return MemberMap(
        places=places,
        prefectures=prefectures,
        densest=tuple(
            each.name for each in prefectures if len(each.members) == most > 1
        ),
        members=Count.of_records("full members", members),
        member_prefectures=Count.of_records(
            "full members that are prefectures",
            (member for member in members if member.kind == Kind.PREFECTURE),
        ),
    )


def collect_figures(year: ReportYear) -> Figures:
    """Count what other chapters tell; nothing is read that they do not read."""
    found_roles, found_grid = roles(year), grid(year)
    return Figures(
        text=year.passage(Section.FIGURES),
        map=member_map(year),
        months=months(year),
        roles=found_roles,
        grid=found_grid,
        reporting=reporting(year),
        unconfirmed=bool(found_roles.total.open.value) or found_grid.unconfirmed,
    )
