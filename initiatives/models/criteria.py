"""The criteria for taking part in an initiative, version by version."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from iclei_portal.about.validators import validate_references
from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts
from iclei_portal.valid_time import ValidTime, ValidTimeQuerySet
from initiatives.models.beginning import Beginning
from initiatives.models.initiative import Initiative


class CriteriaVersion(Beginning, Sourced):
    """What an initiative asked of its participants over a period, and what changed.

    `text` is empty where the sources do not hold the criteria themselves.
    """

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        related_name="criteria",
        verbose_name=_("initiative"),
    )
    version = models.CharField(_("version"), max_length=40)
    text = models.TextField(
        _("criteria"), null=True, blank=True, validators=[validate_references]
    )
    changes = models.TextField(
        _("what changed"), null=True, blank=True, validators=[validate_references]
    )

    objects: ClassVar[ValidTimeQuerySet[CriteriaVersion]] = (
        ValidTimeQuerySet.as_manager()
    )

    class Meta:
        verbose_name = _("version of the criteria")
        verbose_name_plural = _("versions of the criteria")
        ordering = ["initiative", "-valid"]
        constraints = [
            *ValidTime.Meta.constraints,
            *bilingual_texts("criteriaversion", optional=("text", "changes")),
            models.UniqueConstraint(
                fields=["initiative", "version"],
                name="criteriaversion_once",
                violation_error_message=_(
                    "Version: the initiative has this version already."
                ),
            ),
            ExclusionConstraint(
                name="criteriaversion_one_at_a_time",
                expressions=[
                    ("initiative", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_(
                    "Valid: another version of the criteria holds in this period."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative} {self.version}"
