"""Boards and councils, the seats in them, and posts held in other bodies."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from iclei_portal.about.validators import validate_references
from iclei_portal.confirmation import Fact, Sourced
from iclei_portal.constraints import bilingual_texts
from iclei_portal.valid_time import ValidTime
from members.choices import Role
from members.models.municipality import Municipality
from members.models.organisation import Organisation
from members.models.person import Person
from members.querysets import BoardSeatQuerySet, PostHeldQuerySet


class Body(Sourced):
    """A board or council: ICLEI Japan's officers, the GexCom, a RexCom."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    text = models.TextField(
        _("text"), null=True, blank=True, validators=[validate_references]
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["order"]
        constraints = [*bilingual_texts("body", required=("name",), optional=("text",))]

    def __str__(self) -> str:
        return self.name


class BoardSeat(ValidTime, Fact):
    """A person's seat; `post` is the post held elsewhere meanwhile, as printed."""

    body = models.ForeignKey(
        Body, models.PROTECT, related_name="seats", verbose_name=_("body")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="seats", verbose_name=_("person")
    )
    role = models.CharField(
        pgettext_lazy("in a body", "role"), max_length=24, choices=Role
    )
    post = models.CharField(_("post"), max_length=200, null=True, blank=True)
    portfolio = models.CharField(_("portfolio"), max_length=200, null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects: ClassVar[BoardSeatQuerySet[BoardSeat]] = BoardSeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["body__order", "order"]
        constraints = [
            *ValidTime.Meta.constraints,
            *bilingual_texts("boardseat", optional=("post", "portfolio")),
            ExclusionConstraint(
                name="boardseat_person_once",
                expressions=[
                    ("body", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_(
                    "Valid: the person holds this seat already in this period."
                ),
            ),
            ExclusionConstraint(
                name="boardseat_one_chair",
                expressions=[
                    ("body", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=Q(role__in=[Role.CHAIR, Role.PRESIDENT, Role.REXCOM_CHAIR]),
                violation_error_message=_(
                    "Valid: another person is in the chair in this period."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.person}"


class PostHeld(ValidTime, Sourced):
    """A post that ICLEI Japan itself holds in another body (委員就任)."""

    slug = models.SlugField(_("slug"), unique=True)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("organisation"),
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("municipality"),
    )
    title = models.CharField(_("title"), max_length=200)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects: ClassVar[PostHeldQuerySet[PostHeld]] = PostHeldQuerySet.as_manager()

    class Meta:
        verbose_name = _("post held")
        verbose_name_plural = _("posts held")
        ordering = ["order"]
        constraints = [
            *ValidTime.Meta.constraints,
            *bilingual_texts("postheld", required=("title",)),
            models.CheckConstraint(
                condition=Q(municipality__isnull=True) | Q(organisation__isnull=True),
                name="postheld_at_most_one_party",
                violation_error_message=_(
                    "Name a municipality or an organisation, not both."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title
