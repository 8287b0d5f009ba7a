"""Initiatives, facts about them, and who takes part."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from iclei_portal.about.choices import Precision
from iclei_portal.about.validators import validate_references
from iclei_portal.confirmation import Fact, Sourced
from iclei_portal.constraints import bilingual_texts
from iclei_portal.valid_time import ValidTime
from initiatives.choices import Kind, Role, Status
from initiatives.querysets import InitiativeQuerySet, ParticipationQuerySet
from members.fields import KanaField
from members.models import Party
from members.validators import validate_kana


class Initiative(ValidTime, Fact):
    """An international initiative or network that members are asked to join.

    Unconfirmed means that who takes part was read from a damaged print;
    `alternatives` are the other readings of the list of participants.
    """

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_kana = KanaField(
        _("reading"),
        max_length=120,
        blank=True,
        validators=[validate_kana],
        db_collation="ja-x-icu",
    )
    acronym = models.CharField(_("acronym"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    status = models.CharField(
        _("status"), max_length=8, choices=Status, default=Status.ACTIVE
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("merged into"),
    )
    summary = models.TextField(
        _("summary"), null=True, blank=True, validators=[validate_references]
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects: ClassVar[InitiativeQuerySet[Initiative]] = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        ordering = ["order", "slug"]
        constraints = [
            *ValidTime.Meta.constraints,
            *bilingual_texts("initiative", required=("name",), optional=("summary",)),
            models.CheckConstraint(
                condition=Q(status=Status.MERGED, merged_into__isnull=False)
                | (~Q(status=Status.MERGED) & Q(merged_into__isnull=True)),
                name="initiative_merged_into_another",
                violation_error_message=_(
                    "Merged into: needed for a merged initiative, and for no other."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")),
                name="initiative_not_merged_into_itself",
                violation_error_message=_("Merged into: name another initiative."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the initiative in the active language."""
        return reverse("initiatives:detail", args=[self.slug])


class InitiativeFact(Sourced):
    """One fact about an initiative; figures stand in it as {their-key}."""

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="facts", verbose_name=_("initiative")
    )
    text = models.TextField(_("text"), validators=[validate_references])
    as_of = models.DateField(_("as of"), null=True, blank=True)
    precision = models.CharField(
        _("precision"), max_length=5, choices=Precision, default=Precision.DAY
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("fact about an initiative")
        verbose_name_plural = _("facts about initiatives")
        ordering = ["initiative", "order"]
        constraints = [
            *bilingual_texts("initiativefact", required=("text",)),
            models.UniqueConstraint(
                fields=["initiative", "order"], name="initiativefact_order_once"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Participation(ValidTime, Fact, Party):
    """A municipality (member or not) or organisation takes part in an initiative."""

    initiative = models.ForeignKey(
        Initiative,
        models.PROTECT,
        related_name="participations",
        verbose_name=_("initiative"),
    )
    role = models.CharField(
        _("role"), max_length=12, choices=Role, default=Role.PARTICIPANT
    )

    objects: ClassVar[ParticipationQuerySet[Participation]] = (
        ParticipationQuerySet.as_manager()
    )

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["initiative", "role", "municipality__name_kana"]
        constraints = [
            *ValidTime.Meta.constraints,
            *Party.Meta.constraints,
            *[
                ExclusionConstraint(
                    name=f"participation_{party}_once",
                    expressions=[
                        ("initiative", RangeOperators.EQUAL),
                        (party, RangeOperators.EQUAL),
                        ("role", RangeOperators.EQUAL),
                        ("valid", RangeOperators.OVERLAPS),
                    ],
                    condition=Q(**{f"{party}__isnull": False}),
                    violation_error_message=_(
                        "Valid: it takes part in this role already in this period."
                    ),
                )
                for party in ("municipality", "organisation")
            ],
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.party}"
