"""Query set words of figures and statements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.db.models import QuerySet

from iclei_portal.about.figures import Figures
from iclei_portal.valid_time import ValidTimeQuerySet

if TYPE_CHECKING:
    from iclei_portal.about.models import DatedFigure, Statement

NETWORK_KEYS = ("network-members", "network-countries")

_Figure_co = TypeVar("_Figure_co", bound="DatedFigure", covariant=True)
_Statement_co = TypeVar("_Statement_co", bound="Statement", covariant=True)


class DatedFigureQuerySet(QuerySet[_Figure_co]):
    """Dated figures."""

    def as_of(self, day: date) -> Self:
        """Keep the newest figure of each key that was known on `day`."""
        return self.filter(as_of__lte=day).order_by("key", "-as_of").distinct("key")

    def known_on(self, day: date) -> Figures:
        """Read the figures of `day` at once, to fill texts with."""
        return Figures({figure.key: figure for figure in self.as_of(day)})

    def nearest_to(self, day: date) -> Figures:
        """Read the figures of `day`, and the first one of a key not yet known then.

        A page that shows an old day prints its texts without a gap.
        """
        found: dict[str, DatedFigure] = {}
        for figure in self.order_by("key", "as_of"):
            if figure.as_of <= day or figure.key not in found:
                found[figure.key] = figure
        return Figures(found)

    def of_network(self) -> Self:
        """Keep how many members and countries the network had, oldest first."""
        return self.filter(key__in=NETWORK_KEYS).order_by("as_of", "key")


class StatementQuerySet(ValidTimeQuerySet[_Statement_co]):
    """Statements."""

    def by_kind(self, day: date) -> dict[str, list[Statement]]:
        """Return what ICLEI said on `day`, by kind, each kind in its order."""
        found: dict[str, list[Statement]] = {}
        for statement in self.as_of(day):
            found.setdefault(statement.kind, []).append(statement)
        return found
