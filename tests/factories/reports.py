"""Records of the reports app."""

from datetime import date

from factory.declarations import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from reports.choices import FindingKind, ReportState, Section
from reports.models import Allowance, AnnualReport, RenderJob, SectionText


class AnnualReportFactory(DjangoModelFactory[AnnualReport]):
    class Meta:
        model = AnnualReport

    fiscal_year = Sequence(lambda n: 2021 + n % 78)
    as_of = LazyAttribute(lambda report: date(report.fiscal_year + 1, 3, 31))
    state = ReportState.PUBLISHED
    title_ja = "年次報告書"
    title_en = "Annual Report"


class SectionTextFactory(DjangoModelFactory[SectionText]):
    class Meta:
        model = SectionText

    report = SubFactory(AnnualReportFactory)
    section = Section.ABOUT
    text_ja = "文章。"
    text_en = "Text."


class RenderJobFactory(DjangoModelFactory[RenderJob]):
    class Meta:
        model = RenderJob

    report = SubFactory(AnnualReportFactory)
    language = "ja"


def allow_findings(report: AnnualReport, most: int = 500) -> None:
    """Let so many findings of each kind be open when a report is frozen."""
    for kind in FindingKind:
        Allowance.objects.update_or_create(
            report=report, kind=kind, defaults={"most": most}
        )
