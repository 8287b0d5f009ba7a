"""Records about ICLEI."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from iclei_portal.about.choices import (
    DocumentKind,
    FigureTopic,
    Precision,
    Qualifier,
    StatementKind,
)
from iclei_portal.about.querysets import (
    DatedFigureQuerySet,
    DocumentQuerySet,
    StatementQuerySet,
)
from iclei_portal.about.validators import validate_references
from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts
from iclei_portal.valid_time import ValidTime

HUNDRED_MILLION = 100_000_000
BILLION = 1_000_000_000


class DatedFigure(Sourced):
    """A number that is not counted from records, true on its date.

    The same key with another date is another figure, not a contradiction: 1,107,
    1,500 and 2,500 members were each right in their year.
    """

    key = models.SlugField(_("key"))
    topic = models.CharField(
        _("topic"), max_length=12, choices=FigureTopic, default=FigureTopic.OTHER
    )
    label = models.CharField(_("label"), max_length=200)
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=2)
    qualifier = models.CharField(
        _("qualifier"), max_length=10, choices=Qualifier, default=Qualifier.EXACT
    )
    unit = models.CharField(_("unit"), max_length=20, null=True, blank=True)
    as_of = models.DateField(_("as of"))
    precision = models.CharField(
        _("precision"), max_length=5, choices=Precision, default=Precision.DAY
    )

    objects: ClassVar[DatedFigureQuerySet[DatedFigure]] = (
        DatedFigureQuerySet.as_manager()
    )

    class Meta:
        verbose_name = _("dated figure")
        verbose_name_plural = _("dated figures")
        ordering = ["key", "-as_of"]
        constraints = [
            *bilingual_texts("figure", required=("label",), optional=("unit",)),
            models.UniqueConstraint(
                fields=["key", "as_of"],
                name="figure_once_a_date",
                violation_error_message=_(
                    "As of: this figure has a value for the date already."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.compact}"

    @property
    def number(self) -> str:
        """The value with thousands separators, round hundreds of millions in words."""
        hundred_millions, rest = divmod(self.value, HUNDRED_MILLION)
        if hundred_millions and not rest:
            if (get_language() or "ja") == "ja":
                return f"{hundred_millions:,.0f}億"
            return f"{(self.value / BILLION).normalize():f} billion"
        return f"{self.value.normalize():,f}"

    @property
    def compact(self) -> str:
        """The value as a heading prints it: 2,500+ or 2,500以上."""
        if (get_language() or "ja") == "ja":
            return self.phrase
        sign = {Qualifier.AT_LEAST: "+", Qualifier.OVER: "+"}.get(
            Qualifier(self.qualifier), ""
        )
        if self.qualifier in (Qualifier.ABOUT, Qualifier.UNDER, Qualifier.NEARLY):
            return self.phrase
        return f"{self.number}{self.english_unit}{sign}"

    @property
    def phrase(self) -> str:
        """The value inside a sentence of the active language."""
        language = get_language() or "ja"
        if language == "ja":
            unit = getattr(self, "unit_ja", None) or ""
            return {
                Qualifier.EXACT: "{0}",
                Qualifier.AT_LEAST: "{0}以上",
                Qualifier.OVER: "{0}超",
                Qualifier.ABOUT: "約{0}",
                Qualifier.UNDER: "{0}未満",
                Qualifier.NEARLY: "{0}弱",
            }[Qualifier(self.qualifier)].format(f"{self.number}{unit}")
        qualifier = Qualifier(self.qualifier)
        value = f"{self.number}{self.english_unit}"
        if qualifier == Qualifier.EXACT:
            return value
        return f"{qualifier.label} {value}"

    @property
    def english_unit(self) -> str:
        """The unit behind an English number: a sign follows at once, a word apart."""
        unit = getattr(self, "unit_en", None) or ""
        return f" {unit}" if unit[:1].isalpha() else unit


class Statement(ValidTime, Sourced):
    """A passage in ICLEI's words about itself: mission, goal, pathway, benefit."""

    kind = models.CharField(_("kind"), max_length=16, choices=StatementKind)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    title = models.CharField(_("title"), max_length=200, null=True, blank=True)
    text = models.TextField(_("text"), validators=[validate_references])

    objects: ClassVar[StatementQuerySet[Statement]] = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["kind", "order"]
        constraints = [
            *ValidTime.Meta.constraints,
            *bilingual_texts("statement", required=("text",), optional=("title",)),
            ExclusionConstraint(
                name="statement_one_a_place",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    ("order", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_(
                    "Order: another statement has this place in this period."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.order}"


class HistoryEntry(Sourced):
    """A step in ICLEI's history, known to the day, month or year."""

    slug = models.SlugField(_("slug"), unique=True)
    happened_on = models.DateField(_("date"))
    precision = models.CharField(
        _("precision"), max_length=5, choices=Precision, default=Precision.DAY
    )
    text = models.TextField(_("text"), validators=[validate_references])

    class Meta:
        verbose_name = _("history entry")
        verbose_name_plural = _("history entries")
        ordering = ["happened_on", "slug"]
        constraints = [*bilingual_texts("historyentry", required=("text",))]

    def __str__(self) -> str:
        return f"{self.happened_on.year} {self.text[:40]}"


class Document(ValidTime, Sourced):
    """A charter, strategy or declaration, in a version and a language.

    `follows` is the document whose place it took, `changes` what it changed, `url`
    where the original is published.
    """

    slug = models.SlugField(_("slug"), unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=DocumentKind)
    title = models.CharField(_("title"), max_length=200)
    version = models.CharField(_("version"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=2, blank=True)
    follows = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followers",
        verbose_name=_("takes the place of"),
    )
    changes = models.TextField(
        _("what it changed"), null=True, blank=True, validators=[validate_references]
    )
    url = models.URLField(_("address of the original"), blank=True)

    objects: ClassVar[DocumentQuerySet[Document]] = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["kind", "slug"]
        constraints = [
            *ValidTime.Meta.constraints,
            *bilingual_texts("document", required=("title",), optional=("changes",)),
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | ~Q(follows=F("pk")),
                name="document_follows_another",
                violation_error_message=_(
                    "Takes the place of: a document cannot follow itself."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title
