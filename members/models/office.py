"""ICLEI's offices worldwide."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from iclei_portal.bilingual.formats import country_name
from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts
from iclei_portal.valid_time import ValidTime, ValidTimeQuerySet
from members.choices import OfficeKind
from members.validators import validate_country


class Office(ValidTime, Sourced):
    """An office or secretariat of ICLEI; contact details where they are public."""

    slug = models.SlugField(_("slug"), unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=OfficeKind)
    name = models.CharField(_("name"), max_length=120)
    city = models.CharField(pgettext_lazy("of an office", "city"), max_length=80)
    country = models.CharField(
        _("country"), max_length=2, validators=[validate_country]
    )
    postal_code = models.CharField(_("postal code"), max_length=12, blank=True)
    address = models.CharField(_("address"), max_length=200, null=True, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    fax = models.CharField(_("fax"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    site = models.URLField(_("website"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects: ClassVar[ValidTimeQuerySet[Office]] = ValidTimeQuerySet.as_manager()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["order"]
        constraints = [
            *ValidTime.Meta.constraints,
            *bilingual_texts(
                "office", required=("name", "city"), optional=("address",)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def country_name(self) -> str:
        """The country in the active language."""
        return country_name(self.country)
