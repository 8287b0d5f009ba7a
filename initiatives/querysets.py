"""Query set words of initiatives and participations."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from django.db.models import Prefetch

from iclei_portal.valid_time import ValidTime, ValidTimeQuerySet
from initiatives.choices import PEER_KINDS, RUNNING_ROLES

_Row_co = TypeVar("_Row_co", bound=ValidTime, covariant=True)


# Municipalities by their readings, organisations after them.
READING_ORDER = ("municipality__name_kana", "organisation__name_kana", "pk")


class InitiativeQuerySet(ValidTimeQuerySet[_Row_co]):
    """Initiatives."""

    def joined(self) -> Self:
        """Keep what members are asked to join."""
        return self.exclude(kind__in=PEER_KINDS)

    def peers(self) -> Self:
        """Keep the networks beside ICLEI Japan, and programmes of networks."""
        return self.filter(kind__in=PEER_KINDS)

    def with_participations(self, participations: ParticipationQuerySet[Any]) -> Self:
        """Fetch the given participations into `found`, with their parties."""
        return self.prefetch_related(
            Prefetch(
                "participations",
                queryset=participations.select_related(
                    "municipality", "organisation"
                ).order_by("role", *READING_ORDER),
                to_attr="found",
            )
        )

    def with_rounds(self) -> Self:
        """Fetch the reporting rounds and what came of them."""
        return self.prefetch_related("rounds__entries__municipality")


class ParticipationQuerySet(ValidTimeQuerySet[_Row_co]):
    """Participations."""

    def joined(self) -> Self:
        """Keep those in initiatives that members are asked to join."""
        return self.exclude(initiative__kind__in=PEER_KINDS)

    def in_peers(self) -> Self:
        """Keep those in the networks beside ICLEI Japan and in their programmes."""
        return self.filter(initiative__kind__in=PEER_KINDS)

    def taking_part(self) -> Self:
        """Leave out who only runs an initiative."""
        return self.exclude(role__in=RUNNING_ROLES)

    def for_listing(self) -> Self:
        """Join what one list prints, in reading order."""
        return self.select_related(
            "municipality", "organisation", "initiative"
        ).order_by("initiative__order", "role", *READING_ORDER)
