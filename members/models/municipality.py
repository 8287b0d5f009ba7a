"""Municipalities of Japan and overseas."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iclei_portal.bilingual.formats import country_name
from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts
from iclei_portal.pictures.models import picture_field
from members.addresses import profile_path
from members.choices import HEAD_TITLES, Kind, Prefecture, Region
from members.fields import CodeField, KanaField
from members.querysets import MunicipalityQuerySet
from members.validators import (
    validate_country,
    validate_kana,
    validate_municipality_code,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Municipality(Sourced):
    """A local government; it exists whether or not it is a member.

    `code` is the municipality code of six digits (全国地方公共団体コード), empty
    overseas. `slug` follows the official romanisation; a former one leads on.
    """

    slug = models.SlugField(_("slug"), unique=True)
    code = CodeField(
        _("municipality code"),
        max_length=6,
        blank=True,
        validators=[validate_municipality_code],
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    country = models.CharField(
        _("country"), max_length=2, default="JP", validators=[validate_country]
    )
    name = models.CharField(_("name"), max_length=80)
    name_kana = KanaField(
        _("reading"),
        max_length=80,
        validators=[validate_kana],
        db_collation="ja-x-icu",
    )
    profile = models.TextField(_("profile"), null=True, blank=True)
    site = models.URLField(_("website"), blank=True)
    picture = picture_field(_("picture"), related_name="municipalities")

    objects: ClassVar[MunicipalityQuerySet[Municipality]] = (
        MunicipalityQuerySet.as_manager()
    )

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name_kana"]
        constraints = [
            *bilingual_texts("municipality", required=("name",), optional=("profile",)),
            models.UniqueConstraint(
                fields=["code"],
                condition=~Q(code=""),
                name="municipality_code_once",
                violation_error_message=_(
                    "Code: another municipality has this municipality code."
                ),
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.OVERSEAS, code="")
                | (~Q(kind=Kind.OVERSEAS) & ~Q(code="") & Q(country="JP")),
                name="municipality_code_in_japan",
                violation_error_message=_(
                    "Code: a municipality in Japan has a municipality code, one "
                    "overseas has none."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the profile in the active language."""
        return profile_path(self.slug)

    @property
    def head_title(self) -> StrPromise:
        """The title of its head: governor or mayor, by the kind."""
        return HEAD_TITLES[self.kind]

    @property
    def prefecture(self) -> Prefecture | None:
        """The prefecture it lies in, from the code; None overseas."""
        return Prefecture(self.code[:2]) if self.code else None

    @property
    def country_name(self) -> str:
        """The name of its country in the active language."""
        return country_name(self.country)

    @property
    def region(self) -> Region | None:
        """The region it lies in, from the code; None overseas."""
        return Region.of(self.code)
