"""Initiatives, facts about them, and who takes part."""

from __future__ import annotations

from datetime import date
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
from initiatives.choices import OVER, PEER_KINDS, Kind, Role, Status
from initiatives.models.beginning import Beginning
from initiatives.querysets import InitiativeQuerySet, ParticipationQuerySet
from initiatives.validators import validate_initiative_slug
from members.fields import KanaField
from members.models import Party
from members.validators import validate_kana


class Initiative(Beginning, Fact):
    """An international initiative or network that members are asked to join.

    A peer network or a programme of a network is one too: `joined()` and `peers()`
    of the query set tell them apart.

    Unconfirmed means that who takes part was read from a damaged print;
    `alternatives` are the other readings of the list of participants.
    """

    slug = models.SlugField(
        _("slug"), unique=True, validators=[validate_initiative_slug]
    )
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
        _("status"), max_length=10, choices=Status, default=Status.ACTIVE
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("merged into"),
    )
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="programmes",
        verbose_name=_("programme of"),
        help_text=_("The network whose programme it is."),
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
            models.CheckConstraint(
                condition=~Q(part_of=F("id")),
                name="initiative_not_part_of_itself",
                violation_error_message=_("Programme of: name another initiative."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the initiative in the active language."""
        return reverse("initiatives:detail", args=[self.slug])

    @property
    def is_peer(self) -> bool:
        """Tell whether it is a peer network or a programme of a network."""
        return self.kind in PEER_KINDS

    def status_on(self, day: date) -> Status:
        """Return the status on `day`: what is over by now went on before its end."""
        if self.status in OVER and self.valid.upper and not self.has_ended_by(day):
            return Status.ACTIVE
        return Status(self.status)

    def is_over_on(self, day: date) -> bool:
        """Tell whether it was over on `day`, as far as is known."""
        return self.status_on(day) in OVER or self.has_ended_by(day)


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


class Participation(Beginning, Fact, Party):
    """A municipality (member or not) or organisation takes part in an initiative.

    `end_known` is false where the upper bound is only the end of the time that a
    source speaks of.
    """

    initiative = models.ForeignKey(
        Initiative,
        models.PROTECT,
        related_name="participations",
        verbose_name=_("initiative"),
    )
    role = models.CharField(
        _("role"), max_length=12, choices=Role, default=Role.PARTICIPANT
    )
    end_known = models.BooleanField(_("end is known"), default=True)

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
