"""Partner organisations, and records that belong to one party of several kinds."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts, exactly_one
from members.choices import OrganisationKind
from members.fields import KanaField
from members.models.municipality import Municipality
from members.validators import validate_country, validate_kana


class Organisation(Sourced):
    """A partner: ministry, network, NPO, university, company, office of ICLEI."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    name_kana = KanaField(
        _("reading"),
        max_length=200,
        blank=True,
        validators=[validate_kana],
        db_collation="ja-x-icu",
    )
    abbreviation = models.CharField(_("abbreviation"), max_length=30, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    country = models.CharField(
        _("country"), max_length=2, blank=True, validators=[validate_country]
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name_kana", "slug"]
        constraints = [*bilingual_texts("organisation", required=("name",))]

    def __str__(self) -> str:
        return self.name


class Party(models.Model):
    """A record of a municipality or an organisation, exactly one of the two."""

    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("municipality"),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("organisation"),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("municipality", "organisation"),
                name="%(app_label)s_%(class)s_one_party",
                violation_error_message=_(
                    "Name a municipality or an organisation, one of the two."
                ),
            ),
        ]

    @property
    def party(self) -> Municipality | Organisation:
        """The municipality or the organisation."""
        party = self.municipality or self.organisation
        if party is None:
            raise ValueError("a record without a party cannot be saved")
        return party
