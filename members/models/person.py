"""Persons in office."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from iclei_portal.confirmation import Fact, FactQuerySet
from iclei_portal.constraints import bilingual_texts
from iclei_portal.pictures.models import picture_field
from members.fields import KanaField
from members.names import FullName
from members.validators import validate_kana


class Person(Fact):
    """A person; a name in Latin letters alone is enough for one from overseas.

    English prints the person's own order, the surname in capitals where it comes
    first: HAMANAKA Hironori, Frank Cownie (関係府省庁申合せ 2019-10-25).
    """

    slug = models.SlugField(_("slug"), unique=True)
    family_name = models.CharField(
        _("family name"), max_length=40, null=True, blank=True
    )
    given_name = models.CharField(_("given name"), max_length=40, null=True, blank=True)
    family_name_kana = KanaField(
        _("reading of the family name"),
        max_length=40,
        blank=True,
        validators=[validate_kana],
        db_collation="ja-x-icu",
    )
    given_name_kana = KanaField(
        _("reading of the given name"),
        max_length=40,
        blank=True,
        validators=[validate_kana],
        db_collation="ja-x-icu",
    )
    family_name_first = models.BooleanField(_("family name first"), default=True)
    portrait = picture_field(_("portrait"), related_name="portrayed")

    objects: ClassVar[FactQuerySet[Person]] = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["family_name_kana", "given_name_kana", "slug"]
        constraints = [
            *bilingual_texts("person", optional=("family_name", "given_name")),
            models.CheckConstraint(
                condition=models.Q(family_name_ja__isnull=False)
                | models.Q(family_name_en__isnull=False),
                name="person_has_a_name",
                violation_error_message=_(
                    "Family name: a name in Japanese or in Latin letters is needed."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The full name as the active language prints it."""
        return self.name_in(get_language() or "ja")

    def name_in(self, language: str) -> str:
        """Return the full name in `language`, or in the other where it is missing."""
        names = (
            getattr(self, f"{part}_name_{one}")
            for one in ("ja", "en")
            for part in ("family", "given")
        )
        name = FullName._make((*names, self.family_name_first))
        return name.in_language(language) or self.slug
