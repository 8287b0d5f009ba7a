"""The admin of annual reports: what they are, and the way to their desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from iclei_portal.desk.admin import RecordAdmin, RecordInline
from reports.admin.chapters import ChapterPages
from reports.admin.ledger import LedgerPages
from reports.admin.readiness import ReadinessPages
from reports.models import Allowance, AnnualReport, SectionText

if TYPE_CHECKING:
    from django.urls import URLPattern
    from django.utils.safestring import SafeString


class SectionTextInline(RecordInline):
    """The texts of a report."""

    model = SectionText


class AllowanceInline(admin.TabularInline[Allowance, AnnualReport]):
    """How much may be open at the freeze."""

    model = Allowance
    extra = 0


@admin.register(AnnualReport)
class AnnualReportAdmin(ReadinessPages, LedgerPages, ChapterPages, RecordAdmin):
    """Annual reports; their state changes on the desk alone."""

    list_display = ("fiscal_year", "title_ja", "title_en", "as_of", "state", "work")
    list_filter = ("state",)
    search_fields = ("fiscal_year", "title_ja", "title_en")
    readonly_fields = ("state", "version")
    inlines = (AllowanceInline, SectionTextInline)
    change_form_template = "admin/reports/annualreport/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        """Add the pages of the desk."""
        return [*self.desk_urls(), *super().get_urls()]

    @admin.display(description=_("desk"))
    def work(self, report: AnnualReport) -> SafeString:
        """Link to the desk of a report."""
        address = reverse("admin:reports_annualreport_desk", args=[report.pk])
        return format_html('<a href="{}">{}</a>', address, _("Work on it"))
