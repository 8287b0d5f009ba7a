"""Peer networks and their programmes, each with the numbers of its own time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.about.figures import nearest
from initiatives.choices import RUNNING_ROLES, Status
from initiatives.contents.detail import counts_of, day_shown
from initiatives.contents.taking_part import party_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from iclei_portal.about.models import DatedFigure
    from initiatives.models import Initiative, Participation


@dataclass(frozen=True)
class Network:
    """A network or programme, its numbers, who ran it, and how many are named."""

    initiative: Initiative
    status: Status
    counts: list[DatedFigure]
    running: list[Participation]
    named: int


def _network(
    initiative: Initiative, today: date, figures: Sequence[DatedFigure]
) -> Network:
    day = day_shown(initiative, today)
    found: list[Participation] = [
        one for one in vars(initiative)["found"] if day in one.valid
    ]
    present = [one for one in found if one.role not in RUNNING_ROLES]
    running = {party_of(one): one for one in found if one.role in RUNNING_ROLES}
    return Network(
        initiative=initiative,
        status=initiative.status_on(today),
        counts=counts_of(initiative.facts.all(), nearest(figures, day)),
        running=list(running.values()),
        named=len({one.municipality_id for one in present if one.municipality_id}),
    )


def networks(
    initiatives: Iterable[Initiative], today: date, figures: Sequence[DatedFigure]
) -> list[Network]:
    """Read networks with all participations in `found`; figures stand oldest first."""
    return [_network(each, today, figures) for each in initiatives]
