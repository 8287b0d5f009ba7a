"""The list of initiatives on a day: what goes on by kind, and what is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from initiatives.choices import JOINED_KINDS, Kind, Status
from initiatives.contents.taking_part import party_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from initiatives.models import Initiative, Participation


@dataclass(frozen=True)
class Card:
    """An initiative, and how many members and others take part, each counted once."""

    initiative: Initiative
    status: Status
    members: int
    others: int


@dataclass(frozen=True)
class OfKind:
    """The initiatives of one kind."""

    kind: Kind
    cards: list[Card]


@dataclass(frozen=True)
class Listing:
    """The list: what goes on, and what was over on the day."""

    current: list[OfKind]
    past: list[Card]


def _card(initiative: Initiative, day: date, members: frozenset[int]) -> Card:
    found: list[Participation] = vars(initiative)["found"]
    parties = {party_of(one) for one in found}
    own = sum(municipality in members for municipality, _organisation in parties)
    return Card(initiative, initiative.status_on(day), own, len(parties) - own)


def listing(
    initiatives: Iterable[Initiative], day: date, members: frozenset[int]
) -> Listing:
    """List initiatives with the participations of `day` fetched into `found`."""
    known = [each for each in initiatives if each.valid.lower <= day]
    current = [_card(each, day, members) for each in known if not each.is_over_on(day)]
    by_kind = [
        OfKind(kind, [card for card in current if card.initiative.kind == kind])
        for kind in JOINED_KINDS
    ]
    return Listing(
        current=[each for each in by_kind if each.cards],
        past=[_card(each, day, members) for each in known if each.is_over_on(day)],
    )
