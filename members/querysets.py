"""Query set words of municipalities and seats."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.db.models import Model, Prefetch, QuerySet

from iclei_portal.valid_time import ValidTime, ValidTimeQuerySet
from members.choices import OFFICER_ROLES, Category

if TYPE_CHECKING:
    from members.models import Headship, Membership

READING_ORDERS = {"ja": "name_kana", "en": "slug"}

_Row_co = TypeVar("_Row_co", bound=Model, covariant=True)
_ValidTime_co = TypeVar("_ValidTime_co", bound=ValidTime, covariant=True)


class MunicipalityQuerySet(QuerySet[_Row_co]):
    """Municipalities, members or not."""

    def members_as_of(self, day: date) -> Self:
        """Keep the full members on `day`."""
        return self.filter(
            memberships__category=Category.FULL, memberships__valid__contains=day
        )

    def in_reading_order(self, language: str) -> Self:
        """Sort by kana for Japanese readers, by the romanised name for English ones."""
        return self.order_by(READING_ORDERS[language])

    def with_heads(self, day: date, headships: ValidTimeQuerySet[Headship]) -> Self:
        """Fetch each head on `day` into `heads`, from the given headships."""
        return self.prefetch_related(
            Prefetch(
                "headships",
                queryset=headships.as_of(day).select_related("person__portrait"),
                to_attr="heads",
            )
        )

    def with_memberships(
        self, day: date, memberships: ValidTimeQuerySet[Membership]
    ) -> Self:
        """Fetch each membership on `day` into `held`, from the given memberships."""
        return self.prefetch_related(
            Prefetch("memberships", queryset=memberships.as_of(day), to_attr="held")
        )


class MembershipQuerySet(ValidTimeQuerySet[_ValidTime_co]):
    """Memberships."""

    def full(self) -> Self:
        """Keep the full members."""
        return self.filter(category=Category.FULL)

    def special(self) -> Self:
        """Keep the special members, in the order of the statutes."""
        return self.filter(category=Category.SPECIAL).order_by("order")


class BoardSeatQuerySet(ValidTimeQuerySet[_ValidTime_co]):
    """Seats in bodies."""

    def officers(self) -> Self:
        """Keep the officers of ICLEI Japan."""
        return self.filter(body__slug="iclei-japan", role__in=OFFICER_ROLES)

    def councils(self) -> Self:
        """Keep the members of ICLEI's councils."""
        return self.exclude(body__slug="iclei-japan")

    def for_listing(self) -> Self:
        """Join what one list of seats prints, in the order of the statutes."""
        return self.select_related("person", "body").order_by("body__order", "order")


class PostHeldQuerySet(ValidTimeQuerySet[_ValidTime_co]):
    """Posts that ICLEI Japan holds in other bodies."""

    def for_listing(self) -> Self:
        """Join what one list prints."""
        return self.select_related("organisation", "municipality").order_by("order")
