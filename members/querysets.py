"""Query set words of municipalities, memberships and seats."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    F,
    FilteredRelation,
    Model,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import JSONObject

from iclei_portal.valid_time import ValidTime, ValidTimeQuerySet
from members.choices import OFFICER_ROLES, Category, Region

if TYPE_CHECKING:
    from members.models import Headship

READING_ORDERS = {"ja": "name_kana", "en": "slug"}

DOCUMENT_FIELDS = (
    "title_ja", "title_en", "url", "published_on", "precision", "language",
)  # fmt: skip

_Row_co = TypeVar("_Row_co", bound=Model, covariant=True)
_ValidTime_co = TypeVar("_ValidTime_co", bound=ValidTime, covariant=True)


def json_of(relation: str, *fields: str) -> JSONObject:
    """Return fields of a related record as one value.

    Annotate with it, then ask for the value: `values()` of a translated model takes
    no expressions.
    """
    return JSONObject(**{name: f"{relation}__{name}" for name in fields})


class MunicipalityQuerySet(QuerySet[_Row_co]):
    """Municipalities, members or not."""

    def members_as_of(self, day: date) -> Self:
        """Keep the full members on `day`."""
        return self.filter(
            memberships__category=Category.FULL, memberships__valid__contains=day
        )

    def ever_members_until(self, day: date) -> Self:
        """Keep those with a full membership begun by `day`, once each membership."""
        return self.filter(
            memberships__category=Category.FULL,
            memberships__valid__startswith__lte=day,
        )

    def in_region(self, region: Region) -> Self:
        """Keep those in one of the eight regions."""
        prefectures = Q()
        for prefecture in region.prefectures:
            prefectures |= Q(code__startswith=prefecture.value)
        return self.filter(prefectures)

    def taking_part(self, initiative: str, day: date) -> Self:
        """Keep those that take part on `day` in the initiative of a slug."""
        found = self.model._default_manager.filter(
            participations__initiative__slug=initiative,
            participations__valid__contains=day,
        )
        return self.filter(pk__in=found.values("pk"))

    def in_reading_order(self, language: str) -> Self:
        """Sort by kana for Japanese readers, by the romanised name for English ones."""
        return self.order_by(READING_ORDERS[language])

    def with_head(self, day: date) -> Self:
        """Join the headship on `day` as `head`."""
        return self.annotate(
            head=FilteredRelation(
                "headships", condition=Q(headships__valid__contains=day)
            )
        )

    def with_heads(self, day: date, headships: ValidTimeQuerySet[Headship]) -> Self:
        """Fetch each head on `day` into `heads`, from the given headships."""
        return self.prefetch_related(
            Prefetch(
                "headships",
                queryset=headships.as_of(day).select_related("person__portrait"),
                to_attr="heads",
            )
        )

    def for_profile(self, day: date) -> Self:
        """Fetch with it what its profile shows in a line or two.

        `resident` is its newest population up to `day`, `papers` its documents and
        `recorded_from` the first day of which any membership speaks.
        """
        model = self.model._default_manager
        populations = model.filter(
            pk=OuterRef("pk"), populations__as_of__lte=day
        ).order_by("-populations__as_of")
        documents = model.filter(pk=OuterRef("pk"), documents__isnull=False).order_by(
            F("documents__published_on").desc(nulls_last=True), "documents__pk"
        )
        memberships = model.filter(memberships__isnull=False).order_by(
            "memberships__valid__startswith"
        )
        return self.select_related("picture").annotate(
            resident=Subquery(
                populations.annotate(
                    found=json_of("populations", "value", "as_of", "source")
                ).values("found")[:1]
            ),
            papers=ArraySubquery(
                documents.annotate(found=json_of("documents", *DOCUMENT_FIELDS)).values(
                    "found"
                )
            ),
            recorded_from=Subquery(
                memberships.values("memberships__valid__startswith")[:1]
            ),
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
