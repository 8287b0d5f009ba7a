"""Annual reports, their texts, and how much may be open when one is frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from iclei_portal.about.validators import validate_references
from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts, known_fiscal_year
from iclei_portal.fiscal_year import FISCAL_YEAR_VALIDATORS, FiscalYear
from reports.choices import FROZEN_STATES, FindingKind, ReportState, Section
from reports.querysets import AnnualReportQuerySet
from reports.validators import validate_length

if TYPE_CHECKING:
    from reports.models.version import Version


class AnnualReport(Sourced):
    """The report on a fiscal year; dated facts in it are those of `as_of`.

    `version` is the number of the version that is being worked on, from 1; it is
    raised when a frozen one is opened again. `state` is that version's.
    """

    fiscal_year = models.PositiveSmallIntegerField(
        _("fiscal year"), unique=True, validators=FISCAL_YEAR_VALIDATORS
    )
    as_of = models.DateField(_("as of"))
    state = models.CharField(
        _("state"), max_length=10, choices=ReportState, default=ReportState.DRAFT
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    title = models.CharField(_("title"), max_length=120)

    objects: ClassVar[AnnualReportQuerySet[AnnualReport]] = (
        AnnualReportQuerySet.as_manager()
    )

    class Meta:
        verbose_name = _("annual report")
        verbose_name_plural = _("annual reports")
        ordering = ["-fiscal_year"]
        constraints = [
            known_fiscal_year("annualreport"),
            *bilingual_texts("annualreport", required=("title",)),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the report in the active language."""
        return reverse("reports:detail", args=[self.fiscal_year])

    @property
    def year(self) -> FiscalYear:
        """The fiscal year as a value."""
        return FiscalYear(self.fiscal_year)

    @property
    def frozen_version(self) -> Version | None:
        """The version that was frozen, while editing the records changes nothing."""
        if self.state not in FROZEN_STATES:
            return None
        return self.versions.filter(number=self.version).first()


class SectionText(Sourced):
    """The text of one section of a report, Markdown paragraphs."""

    report = models.ForeignKey(
        AnnualReport, models.CASCADE, related_name="texts", verbose_name=_("report")
    )
    section = models.CharField(_("section"), max_length=20, choices=Section)
    text = models.TextField(
        _("text"), validators=[validate_references, validate_length]
    )

    class Meta:
        verbose_name = _("text of a section")
        verbose_name_plural = _("texts of sections")
        ordering = ["report", "section"]
        constraints = [
            *bilingual_texts("sectiontext", required=("text",)),
            models.UniqueConstraint(
                fields=["report", "section"], name="sectiontext_once_a_report"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_section_display())


class Allowance(models.Model):
    """How many findings of a kind may be open when a report is frozen; else none."""

    report = models.ForeignKey(
        AnnualReport,
        models.CASCADE,
        related_name="allowances",
        verbose_name=_("report"),
    )
    kind = models.CharField(_("kind"), max_length=14, choices=FindingKind)
    most = models.PositiveSmallIntegerField(_("at most"), default=0)

    class Meta:
        verbose_name = _("allowance")
        verbose_name_plural = _("allowances")
        ordering = ["report", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "kind"],
                name="allowance_once_a_kind",
                violation_error_message=_("Kind: this kind has its number already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.most}"
