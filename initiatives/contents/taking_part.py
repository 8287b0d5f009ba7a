"""Who takes part in an initiative on a day, who runs it, and who did so before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import active_language
from initiatives.choices import RUNNING_ROLES, TAKING_PART_ROLES, Role
from members.models import Municipality

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from initiatives.models import Participation


@dataclass(frozen=True)
class Group:
    """Those with one role, in reading order."""

    role: Role
    participations: list[Participation]


@dataclass(frozen=True)
class Audience:
    """The members or the others who take part, by role; `count` names each once."""

    groups: list[Group]
    count: int


@dataclass(frozen=True)
class TakingPart:
    """Who takes part on a day, runs the initiative, and took part before.

    Where no member is known for the day, all are `others` and it is not `split`.
    """

    members: Audience
    others: Audience
    running: list[Group]
    former: list[Participation]
    split: bool
    confirmed: bool

    @property
    def anyone(self) -> bool:
        """Tell whether anyone takes part on the day."""
        return bool(self.members.count or self.others.count)


def member_keys(day: date) -> frozenset[int]:
    """Return the keys of the full members on `day`: one query."""
    members = Municipality.objects.members_as_of(day)
    return frozenset(members.values_list("pk", flat=True))


def party_of(participation: Participation) -> tuple[int | None, int | None]:
    """Return what tells one party from another."""
    return participation.municipality_id, participation.organisation_id


def in_reading_order(participations: Iterable[Participation]) -> list[Participation]:
    """Sort by the romanised name for English readers; the kana order is the query's."""
    found = list(participations)
    if active_language() == "en":
        found.sort(key=lambda one: (one.municipality is None, one.party.slug))
    return found


def groups_of(
    participations: Sequence[Participation], roles: Iterable[Role]
) -> list[Group]:
    """Group participations by role, the roles in their order."""
    found = [
        Group(role, [one for one in participations if one.role == role])
        for role in roles
    ]
    return [group for group in found if group.participations]


def audience(participations: Sequence[Participation]) -> Audience:
    """Group those who take part by role, and count them once each."""
    return Audience(
        groups_of(participations, TAKING_PART_ROLES),
        len({party_of(one) for one in participations}),
    )


def taking_part(
    participations: Iterable[Participation], day: date, members: frozenset[int]
) -> TakingPart:
    """Sort the participations of an initiative, in the order of the kana, for `day`."""
    found = in_reading_order(participations)
    held = [one for one in found if day in one.valid]
    present = [one for one in held if one.role not in RUNNING_ROLES]
    still = {(*party_of(one), one.role) for one in held}
    over = [one for one in found if one.has_ended_by(day)]
    return TakingPart(
        members=audience([one for one in present if one.municipality_id in members]),
        others=audience([one for one in present if one.municipality_id not in members]),
        running=groups_of(held, RUNNING_ROLES),
        former=[one for one in over if (*party_of(one), one.role) not in still],
        split=bool(members),
        confirmed=all(one.confirmed for one in present),
    )
