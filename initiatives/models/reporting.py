"""Reporting rounds and what came of them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from iclei_portal.confirmation import Sourced
from initiatives.models.initiative import Initiative
from members.models import Municipality


class ReportingRound(Sourced):
    """One year's round of an initiative in which municipalities report."""

    slug = models.SlugField(_("slug"), unique=True)
    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="rounds", verbose_name=_("initiative")
    )
    year = models.PositiveSmallIntegerField(_("year"))

    class Meta:
        verbose_name = _("reporting round")
        verbose_name_plural = _("reporting rounds")
        ordering = ["initiative", "-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "year"], name="reportinground_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.initiative} {self.year}"


class RoundEntry(Sourced):
    """What came of a municipality's report: the A list, support by ICLEI Japan."""

    round = models.ForeignKey(
        ReportingRound, models.PROTECT, related_name="entries", verbose_name=_("round")
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        related_name="round_entries",
        verbose_name=_("municipality"),
    )
    a_list = models.BooleanField(_("on the A list"), default=False)
    compliance_support = models.BooleanField(
        _("supported in correcting compliance results"), default=False
    )

    class Meta:
        verbose_name = _("entry of a reporting round")
        verbose_name_plural = _("entries of reporting rounds")
        ordering = ["round", "municipality__name_kana"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "municipality"], name="roundentry_once_a_round"
            )
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.municipality}"
