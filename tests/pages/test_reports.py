import pytest

from reports.actions import keep_as_published
from tests.factories import AnnualReportFactory
from tests.pages.conftest import Read

pytestmark = pytest.mark.django_db


def test_list_says_what_to_expect(read: Read) -> None:
    assert "chapter by chapter, and as a PDF in Japanese" in read("/en/reports/")


def test_report_without_pdfs_says_what_to_expect(read: Read) -> None:
    report = AnnualReportFactory(fiscal_year=2021, title_ja="報告書")
    keep_as_published(report=report)

    assert "They will be offered here in Japanese and English." in read(
        "/en/reports/2021/"
    )
    assert "報告書 2021年度（令和3年度）" in read("/ja/reports/")
