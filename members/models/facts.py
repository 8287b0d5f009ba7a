"""What is known of a municipality on a date: its population, its documents."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iclei_portal.about.choices import Precision
from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts, known_days
from members.models.municipality import Municipality


class Population(models.Model):
    """How many people live in a municipality on a date, and who says so."""

    municipality = models.ForeignKey(
        Municipality,
        models.CASCADE,
        related_name="populations",
        verbose_name=_("municipality"),
    )
    value = models.PositiveIntegerField(_("population"))
    as_of = models.DateField(_("as of"))
    source = models.CharField(_("source"), max_length=300)

    class Meta:
        verbose_name = _("population")
        verbose_name_plural = _("populations")
        ordering = ["municipality", "-as_of"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "as_of"],
                name="population_once_a_day",
                violation_error_message=_(
                    "As of: the municipality has another population of this day."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="population_has_a_source",
                violation_error_message=_("Source: a population needs one."),
            ),
            known_days("population", "as_of", "as_of"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality} {self.as_of}: {self.value:,}"


class MunicipalityDocument(Sourced):
    """A plan, declaration or report of a municipality, at its address.

    `published_on` is as exact as `precision`, empty where it is not known.
    """

    municipality = models.ForeignKey(
        Municipality,
        models.CASCADE,
        related_name="documents",
        verbose_name=_("municipality"),
    )
    title = models.CharField(_("title"), max_length=200)
    url = models.URLField(_("web address"))
    published_on = models.DateField(_("published on"), null=True, blank=True)
    precision = models.CharField(
        _("precision"), max_length=5, choices=Precision, default=Precision.DAY
    )
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default="ja"
    )

    class Meta:
        verbose_name = _("document of a municipality")
        verbose_name_plural = _("documents of municipalities")
        ordering = ["municipality", "-published_on", "pk"]
        constraints = [
            *bilingual_texts("municipalitydocument", required=("title",)),
            models.UniqueConstraint(
                fields=["municipality", "url"],
                name="municipalitydocument_once",
                violation_error_message=_(
                    "Web address: the municipality has this document already."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title
