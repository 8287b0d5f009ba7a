"""Records of the news app."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from iclei_portal.about.validators import validate_references
from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts, known_fiscal_year
from iclei_portal.fiscal_year import FISCAL_YEAR_VALIDATORS
from iclei_portal.pictures.models import picture_field
from iclei_portal.publishing import Publishable
from members.models import Municipality, Organisation
from news.choices import Kind
from news.querysets import ArticleQuerySet


class Article(Publishable, Sourced):
    """A news item; the body is Markdown in each language."""

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    published_on = models.DateField(_("date"))
    title = models.CharField(_("title"), max_length=200)
    body = models.TextField(_("text"), validators=[validate_references])
    source_name = models.CharField(
        _("name of the source"), max_length=120, null=True, blank=True
    )
    source_url = models.URLField(_("address of the source"), blank=True)
    picture = picture_field(_("picture"), related_name="articles")
    municipalities = models.ManyToManyField(
        Municipality,
        related_name="articles",
        blank=True,
        verbose_name=_("municipalities"),
    )

    objects: ClassVar[ArticleQuerySet[Article]] = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-published_on", "slug"]
        constraints = [
            *bilingual_texts(
                "article", required=("title", "body"), optional=("source_name",)
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the article in the active language."""
        return reverse("news:detail", args=[self.slug])


class Publication(Sourced):
    """A publication that ICLEI Japan made or had a part in, by fiscal year."""

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    fiscal_year = models.PositiveSmallIntegerField(
        _("fiscal year"), validators=FISCAL_YEAR_VALIDATORS
    )
    title = models.CharField(_("title"), max_length=300)
    publisher = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name=_("publisher"),
    )
    part = models.CharField(_("part of ICLEI Japan"), max_length=200)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-fiscal_year", "order"]
        constraints = [
            known_fiscal_year("publication"),
            *bilingual_texts("publication", required=("title", "part")),
        ]

    def __str__(self) -> str:
        return self.title
