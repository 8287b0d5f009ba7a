"""Who sits in ICLEI's bodies on a day, who did before, and who followed whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Generic, TypeVar

from iclei_portal.valid_time import ValidTime
from members.choices import OFFICER_ROLES, Role
from members.models import BoardSeat, Body

_Row = TypeVar("_Row", bound=ValidTime)

# A seat that one person holds at a time.
HEADS = (Role.CHAIR, Role.PRESIDENT, Role.REXCOM_CHAIR)


@dataclass(frozen=True)
class Held(Generic[_Row]):
    """What holds on a day, and what had ended by then, the latest first."""

    current: list[_Row]
    former: list[_Row]


def held_on(day: date, records: Iterable[_Row]) -> Held[_Row]:
    """Split records that stand in order into those of `day` and former ones."""
    found = list(records)
    former = [one for one in found if one.has_ended_by(day)]
    former.sort(key=lambda one: one.valid.upper, reverse=True)
    return Held([one for one in found if day in one.valid], former)


@dataclass(frozen=True)
class SeatedBody:
    """A body and who sits or sat in it."""

    body: Body
    seats: Held[BoardSeat]


def seats_by_body(bodies: Iterable[Body], seats: Held[BoardSeat]) -> list[SeatedBody]:
    """Put each seat to its body; a body without seats stays."""
    return [
        SeatedBody(body, Held(of(body, seats.current), of(body, seats.former)))
        for body in bodies
    ]


def of(body: Body, seats: Iterable[BoardSeat]) -> list[BoardSeat]:
    """Return the seats in one body."""
    return [seat for seat in seats if seat.body_id == body.pk]


@dataclass(frozen=True)
class Handover:
    """The day on which a seat passed from one person to the next."""

    before: BoardSeat
    after: BoardSeat

    @property
    def day(self) -> date:
        """The first day of the next person."""
        first: date = self.after.valid.lower
        return first


def handovers(seats: Sequence[BoardSeat], day: date) -> list[Handover]:
    """Return how seats that one person holds at a time had passed on by `day`.

    The latest is the first.
    """
    heads = sorted(
        (seat for seat in seats if seat.role in HEADS),
        key=lambda seat: (seat.body_id, seat.role, seat.valid.lower),
    )
    found = [
        Handover(before, after)
        for before, after in pairwise(heads)
        if (before.body_id, before.role) == (after.body_id, after.role)
        and before.valid.upper == after.valid.lower <= day
    ]
    return sorted(found, key=lambda one: one.day, reverse=True)


def by_role(seats: Iterable[BoardSeat]) -> list[tuple[Role, list[BoardSeat]]]:
    """Group the seats of officers by role, in the order of the statutes."""
    ordered = sorted(seats, key=lambda seat: OFFICER_ROLES.index(Role(seat.role)))
    return [
        (Role(role), list(group))
        for role, group in groupby(ordered, lambda seat: seat.role)
    ]
