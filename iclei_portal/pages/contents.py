"""What the pages about ICLEI show, read from the records."""

from collections.abc import Iterable
from dataclasses import dataclass

from iclei_portal.about.models import DatedFigure
from members.models import BoardSeat, Body


@dataclass(frozen=True)
class SeatedBody:
    """A body and who sits in it."""

    body: Body
    seats: list[BoardSeat]


def seats_by_body(
    bodies: Iterable[Body], seats: Iterable[BoardSeat]
) -> list[SeatedBody]:
    """Put each seat to its body; a body without seats stays."""
    found: dict[int, list[BoardSeat]] = {body.pk: [] for body in bodies}
    for seat in seats:
        found[seat.body_id].append(seat)
    return [SeatedBody(body, found[body.pk]) for body in bodies]


@dataclass(frozen=True)
class Growth:
    """The size of the network on one date; a figure may be missing."""

    members: DatedFigure | None
    countries: DatedFigure | None

    @property
    def dated(self) -> DatedFigure | None:
        """A figure that has the date."""
        return self.members or self.countries


def by_date(figures: Iterable[DatedFigure]) -> list[Growth]:
    """Put the figures of one date side by side, in the order given."""
    found: dict[object, dict[str, DatedFigure]] = {}
    for figure in figures:
        found.setdefault(figure.as_of, {})[figure.key] = figure
    return [
        Growth(one.get("network-members"), one.get("network-countries"))
        for one in found.values()
    ]
