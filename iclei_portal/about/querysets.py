"""Query set words of figures and statements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.db.models import QuerySet

from iclei_portal.about.figures import Figures, nearest
from iclei_portal.valid_time import ValidTimeQuerySet

if TYPE_CHECKING:
    from iclei_portal.about.models import DatedFigure, Document, Statement

NETWORK_KEYS = ("network-members", "network-countries")
# What the network is, in three figures.
HEADLINE_KEYS = (*NETWORK_KEYS, "network-world-population-share")

_Figure_co = TypeVar("_Figure_co", bound="DatedFigure", covariant=True)
_Statement_co = TypeVar("_Statement_co", bound="Statement", covariant=True)
_Document_co = TypeVar("_Document_co", bound="Document", covariant=True)


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
        return nearest(self.oldest_first(), day)

    def oldest_first(self) -> Self:
        """Sort by key, the values of one key from the oldest on."""
        return self.order_by("key", "as_of")

    def newest_first(self) -> Self:
        """Sort by key, the values of one key from the newest back."""
        return self.order_by("key", "-as_of")


class StatementQuerySet(ValidTimeQuerySet[_Statement_co]):
    """Statements."""

    def by_kind(self, day: date) -> dict[str, list[Statement]]:
        """Return what ICLEI said on `day`, by kind, each kind in its order."""
        found: dict[str, list[Statement]] = {}
        for statement in self.as_of(day):
            found.setdefault(statement.kind, []).append(statement)
        return found

    def former(self, day: date) -> Self:
        """Keep what ICLEI said no longer on `day`, the latest first."""
        return self.filter(valid__endswith__lte=day).order_by("-valid", "order")


class DocumentQuerySet(ValidTimeQuerySet[_Document_co]):
    """Charters, strategies and declarations."""

    def for_listing(self) -> Self:
        """Join what one list prints; the newest of a kind first."""
        return self.select_related("follows").order_by("kind", "-valid", "slug")
