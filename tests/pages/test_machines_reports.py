"""What the pages of annual reports say in the words of schema.org."""

import pytest
import time_machine
from django.test import Client

from reports.actions import keep_as_published
from reports.choices import JobState
from reports.models import AnnualReport
from tests.factories import AnnualReportFactory, RenderJobFactory
from tests.pages.schema_org import said

pytestmark = pytest.mark.django_db

PORTAL = "http://testserver"


@pytest.fixture
def report() -> AnnualReport:
    made: AnnualReport = AnnualReportFactory(
        fiscal_year=2021, title_ja="年次報告書", title_en="Annual Report"
    )
    with time_machine.travel("2022-07-01T00:30:00+09:00"):
        keep_as_published(report=made)
    return made


def test_report_says_its_year_its_day_and_its_files(
    client: Client, report: AnnualReport
) -> None:
    for language in ("ja", "ja-en"):
        RenderJobFactory(
            report=report,
            version=report.versions.get(),
            language=language,
            state=JobState.READY,
            output="x.pdf",
            size=1234,
            finished_at="2022-07-02T12:00:00+09:00",
        )

    node = said(client, "/en/reports/2021/", "Report")

    assert node["name"].startswith("Annual Report")
    assert node["url"] == f"{PORTAL}/en/reports/2021/"
    assert node["inLanguage"] == "en"
    assert node["datePublished"] == "2022-07-01"
    assert node["temporalCoverage"] == "2021-04-01/2022-03-31"
    assert node["version"] == 1
    assert node["publisher"]["name"] == "ICLEI Japan"
    name = "en/reports/2021/iclei-japan-annual-report-2021"
    assert [
        (one["contentUrl"], one["inLanguage"], one["contentSize"])
        for one in node["encoding"]
    ] == [
        (f"{PORTAL}/{name}-ja.pdf", "ja", "1234"),
        (f"{PORTAL}/{name}-ja-en.pdf", ["ja", "en"], "1234"),
    ]


def test_report_without_files_says_none(client: Client, report: AnnualReport) -> None:
    del report

    assert "encoding" not in said(client, "/ja/reports/2021/", "Report")


def test_chapter_says_which_report_it_is_part_of(
    client: Client, report: AnnualReport
) -> None:
    del report

    node = said(client, "/ja/reports/2021/members/", "Chapter")

    assert node["url"] == f"{PORTAL}/ja/reports/2021/members/"
    assert node["inLanguage"] == "ja"
    assert node["isPartOf"]["url"] == f"{PORTAL}/ja/reports/2021/"
