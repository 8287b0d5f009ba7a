"""Who was a member, and who was head of a municipality, on a date."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts, exactly_one
from iclei_portal.valid_time import ValidTime, ValidTimeQuerySet
from members.choices import Category
from members.models.municipality import Municipality
from members.models.person import Person
from members.querysets import MembershipQuerySet


class Headship(ValidTime, Sourced):
    """A governor's or mayor's time in office; the title follows the municipality."""

    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        related_name="headships",
        verbose_name=_("municipality"),
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="headships", verbose_name=_("person")
    )

    objects: ClassVar[ValidTimeQuerySet[Headship]] = ValidTimeQuerySet.as_manager()

    class Meta:
        verbose_name = _("head of a municipality")
        verbose_name_plural = _("heads of municipalities")
        ordering = ["municipality", "-valid"]
        constraints = [
            *ValidTime.Meta.constraints,
            ExclusionConstraint(
                name="headship_one_at_a_time",
                expressions=[
                    ("municipality", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_(
                    "Valid: the municipality has another head in this period."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality} {self.person}"


class Membership(ValidTime, Sourced):
    """The membership of a municipality, or of a person in a capacity.

    Special members are persons; `capacity` is what they are members as.
    """

    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("municipality"),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("person"),
    )
    category = models.CharField(_("category"), max_length=10, choices=Category)
    capacity = models.CharField(_("capacity"), max_length=100, null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects: ClassVar[MembershipQuerySet[Membership]] = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["category", "order", "municipality__name_kana"]
        constraints = [
            *ValidTime.Meta.constraints,
            *bilingual_texts("membership", optional=("capacity",)),
            models.CheckConstraint(
                condition=exactly_one("municipality", "person"),
                name="membership_one_member",
                violation_error_message=_(
                    "Name a municipality or a person, one of the two."
                ),
            ),
            ExclusionConstraint(
                name="membership_municipality_once",
                expressions=[
                    ("municipality", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=Q(municipality__isnull=False),
                violation_error_message=_(
                    "Valid: the municipality has another membership in this period."
                ),
            ),
            ExclusionConstraint(
                name="membership_capacity_once",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("capacity_ja", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=Q(person__isnull=False),
                violation_error_message=_(
                    "Valid: the person is a member in this capacity already in "
                    "this period."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality or self.person} ({self.get_category_display()})"
