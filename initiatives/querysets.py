"""Query set words of initiatives and participations."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from django.db.models import Prefetch

from iclei_portal.valid_time import ValidTime, ValidTimeQuerySet

_Row_co = TypeVar("_Row_co", bound=ValidTime, covariant=True)


class InitiativeQuerySet(ValidTimeQuerySet[_Row_co]):
    """Initiatives."""

    def with_participations(self, participations: ParticipationQuerySet[Any]) -> Self:
        """Fetch the given participations into `taking_part`, and the facts."""
        return self.prefetch_related(
            Prefetch(
                "participations",
                queryset=participations.for_listing(),
                to_attr="taking_part",
            ),
            "facts",
        )

    def with_rounds(self) -> Self:
        """Fetch the reporting rounds and what came of them."""
        return self.prefetch_related("rounds__entries__municipality")


class ParticipationQuerySet(ValidTimeQuerySet[_Row_co]):
    """Participations."""

    def for_listing(self) -> Self:
        """Join what one list prints, in reading order."""
        return self.select_related(
            "municipality", "organisation", "initiative"
        ).order_by("initiative__order", "role", "municipality__name_kana")
