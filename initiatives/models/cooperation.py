"""Cooperation between cities, and commissioned work."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from iclei_portal.about.validators import validate_references
from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts, known_fiscal_year
from iclei_portal.fiscal_year import FISCAL_YEAR_VALIDATORS
from initiatives.choices import Scope
from members.models import Municipality, Organisation


class Cooperation(Sourced):
    """Cooperation between cities in a fiscal year."""

    slug = models.SlugField(_("slug"), unique=True)
    fiscal_year = models.PositiveSmallIntegerField(
        _("fiscal year"), validators=FISCAL_YEAR_VALIDATORS
    )
    scope = models.CharField(_("scope"), max_length=8, choices=Scope)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), validators=[validate_references])
    municipalities = models.ManyToManyField(
        Municipality, related_name="cooperations", verbose_name=_("municipalities")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("cooperation between cities")
        verbose_name_plural = _("cooperation between cities")
        ordering = ["-fiscal_year", "order"]
        constraints = [
            known_fiscal_year("cooperation"),
            *bilingual_texts("cooperation", required=("title", "text")),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the cooperation in the active language."""
        return reverse("initiatives:cooperation", args=[self.slug])


class CommissionedProject(Sourced):
    """Work that a client commissioned from ICLEI Japan in a fiscal year."""

    slug = models.SlugField(_("slug"), unique=True)
    fiscal_year = models.PositiveSmallIntegerField(
        _("fiscal year"), validators=FISCAL_YEAR_VALIDATORS
    )
    title = models.CharField(_("title"), max_length=200)
    client = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="commissioned_projects",
        verbose_name=_("client"),
    )
    summary = models.TextField(
        _("summary"), null=True, blank=True, validators=[validate_references]
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("commissioned project")
        verbose_name_plural = _("commissioned projects")
        ordering = ["-fiscal_year", "order"]
        constraints = [
            known_fiscal_year("commissionedproject"),
            *bilingual_texts(
                "commissionedproject", required=("title",), optional=("summary",)
            ),
        ]

    def __str__(self) -> str:
        return self.title
