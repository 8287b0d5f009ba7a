"""Who takes part in which initiatives on a day, with the sums of rows and columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import active_language
from initiatives.choices import TAKING_PART_ROLES, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from initiatives.models import Initiative, Participation
    from members.models import Municipality


@dataclass(frozen=True)
class Mark:
    """A role, and whether it is confirmed."""

    role: Role
    confirmed: bool


@dataclass(frozen=True)
class Row:
    """A municipality, its marks by initiative, and in how many it takes part."""

    municipality: Municipality
    cells: tuple[tuple[Mark, ...], ...]
    total: int


@dataclass(frozen=True)
class Matrix:
    """Municipalities by initiatives.

    `initiatives` are those in which a municipality takes part, `sums` how many do;
    `without` are the others. `roles` are the roles that stand in a cell.
    """

    initiatives: list[Initiative]
    members: list[Row]
    others: list[Row]
    sums: list[int]
    total: int
    roles: list[Role]
    without: list[Initiative]
    confirmed: bool


_Cells = dict[tuple[int, int], tuple[Mark, ...]]


def _cells(participations: Iterable[Participation]) -> _Cells:
    found: dict[tuple[int, int], list[Mark]] = {}
    for one in participations:
        if one.municipality_id:
            cell = (one.municipality_id, one.initiative_id)
            found.setdefault(cell, []).append(Mark(Role(one.role), one.confirmed))
    order = TAKING_PART_ROLES.index
    return {
        cell: tuple(sorted(marks, key=lambda mark: order(mark.role)))
        for cell, marks in found.items()
    }


def _row(
    municipality: Municipality, initiatives: Sequence[Initiative], cells: _Cells
) -> Row:
    own = tuple(cells.get((municipality.pk, each.pk), ()) for each in initiatives)
    return Row(municipality, own, sum(map(bool, own)))


def matrix(
    initiatives: Sequence[Initiative],
    members: Sequence[Municipality],
    participations: Sequence[Participation],
) -> Matrix:
    """Build the matrix of one day; members stand in reading order already."""
    cells = _cells(participations)
    taken = {initiative for _municipality, initiative in cells}
    columns = [each for each in initiatives if each.pk in taken]
    known = {member.pk for member in members}
    named = {one.municipality for one in participations if one.municipality}
    others = sorted(
        (each for each in named if each.pk not in known),
        key=lambda each: each.slug if active_language() == "en" else each.name_kana,
    )
    of_members = [_row(each, columns, cells) for each in members]
    of_others = [_row(each, columns, cells) for each in others]
    rows = [*of_members, *of_others]
    marks = [mark for found in cells.values() for mark in found]
    return Matrix(
        initiatives=columns,
        members=of_members,
        others=of_others,
        sums=[sum(bool(row.cells[n]) for row in rows) for n in range(len(columns))],
        total=len(cells),
        roles=[
            role
            for role in TAKING_PART_ROLES
            if any(mark.role == role for mark in marks)
        ],
        without=[each for each in initiatives if each.pk not in taken],
        confirmed=all(mark.confirmed for mark in marks),
    )
