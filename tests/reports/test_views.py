"""The public pages of the reports, and their PDFs."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from reports.actions import keep_as_published
from reports.choices import JobState, ReportState
from reports.models import AnnualReport, RenderJob, Version
from reports.rendering.work import carry_out
from tests.factories import AnnualReportFactory, RenderJobFactory
from tests.types import Queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("report_root")]

PDF = "/en/reports/2021/iclei-japan-annual-report-2021-{language}.pdf"


@pytest.fixture
def version(report: AnnualReport) -> Version:
    """Return the version of a report that every reader sees."""
    keep_as_published(report=report)
    return report.versions.get()


@pytest.fixture
def rendered(version: Version) -> RenderJob:
    """Return a finished edition in English."""
    job: RenderJob = RenderJobFactory(
        report=version.report, version=version, language="en"
    )
    carry_out(job.pk)
    job.refresh_from_db()
    return job


def test_list_shows_published_reports_only(client: Client) -> None:
    published = AnnualReportFactory(fiscal_year=2021, title_en="Report of 2021")
    keep_as_published(report=published)
    AnnualReportFactory(
        fiscal_year=2022, title_en="Report of 2022", state=ReportState.DRAFT
    )

    page = client.get("/en/reports/").content.decode()

    assert "Report of 2021" in page
    assert "Report of 2022" not in page


def test_page_offers_each_edition_with_language_and_size(
    client: Client, rendered: RenderJob
) -> None:
    page = client.get("/en/reports/2021/").content.decode()

    assert f'href="{PDF.format(language="en")}"' in page
    assert f"{rendered.pages} pages" in page
    assert PDF.format(language="ja") not in page


def test_page_says_the_day_in_tokyo(client: Client, version: Version) -> None:
    RenderJobFactory(
        report=version.report,
        version=version,
        state=JobState.READY,
        output="x.pdf",
        finished_at=datetime(2022, 3, 31, 23, 30, tzinfo=UTC),
    )

    page = client.get("/en/reports/2021/").content.decode()

    assert "made on 1 April 2022" in page


def test_page_without_an_edition_says_so(client: Client, version: Version) -> None:
    page = client.get(f"/en/reports/{version.report.fiscal_year}/").content.decode()

    assert "The PDFs of this report are being prepared." in page


def test_draft_of_a_later_version_is_not_offered(
    client: Client, version: Version
) -> None:
    draft = RenderJobFactory(
        report=version.report, state=JobState.READY, output="draft.pdf"
    )

    assert draft not in RenderJob.objects.newest_editions().filter(version=version)
    assert (
        PDF.format(language="ja")
        not in client.get("/en/reports/2021/").content.decode()
    )
    assert client.get(PDF.format(language="ja")).status_code == 404


def test_pdf_is_served_under_its_stable_name(
    client: Client, rendered: RenderJob
) -> None:
    response = client.get(PDF.format(language="en"))

    assert b"".join(response.streaming_content) == rendered.path.read_bytes()  # type: ignore[attr-defined]
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == (
        'inline; filename="iclei-japan-annual-report-2021-en.pdf"'
    )
    assert response["Content-Language"] == "en"


def test_newest_edition_is_served(client: Client, rendered: RenderJob) -> None:
    rendered.path.with_name("newer.pdf").write_bytes(b"%PDF newer")
    RenderJobFactory(
        report=rendered.report,
        version=rendered.version,
        language="en",
        state=JobState.READY,
        output="newer.pdf",
        finished_at=rendered.finished_at,
    )

    response = client.get(PDF.format(language="en"))

    assert b"".join(response.streaming_content) == b"%PDF newer"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "address",
    [
        PDF.format(language="ja"),
        PDF.format(language="fr"),
        "/en/reports/2021/iclei-japan-annual-report-2022-en.pdf",
        "/en/reports/2022/iclei-japan-annual-report-2022-en.pdf",
        "/en/reports/2022/",
    ],
)
@pytest.mark.usefixtures("rendered")
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    missing = client.get(address)

    assert missing.status_code == 404
    assert "<h1>" in missing.content.decode()
    assert missing["Content-Type"].startswith("text/html")


def test_report_that_was_never_published_is_not_found(
    client: Client, report: AnnualReport
) -> None:
    statuses = [
        client.get(address).status_code
        for address in (PDF.format(language="en"), "/en/reports/2021/about/")
    ]

    assert report.versions.count() == 0
    assert statuses == [404, 404]


def test_lost_file_is_not_found(
    client: Client, rendered: RenderJob, report_root: Path
) -> None:
    (report_root / rendered.output).unlink()

    missing = client.get(PDF.format(language="en"))

    assert missing.status_code == 404
    assert "There is no such page" in missing.content.decode()


@pytest.mark.parametrize("size", [1, 4])
def test_list_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, size: int
) -> None:
    for number in range(size):
        keep_as_published(report=AnnualReportFactory(fiscal_year=2030 + number))

    with django_assert_num_queries(1):
        client.get("/en/reports/")


@pytest.mark.parametrize("size", [1, 4])
def test_page_needs_the_same_queries(
    client: Client, version: Version, django_assert_num_queries: Queries, size: int
) -> None:
    for number in range(size):
        RenderJobFactory(
            report=version.report,
            version=version,
            state=JobState.READY,
            output=f"{number}.pdf",
            pages=1,
        )

    with django_assert_num_queries(2):
        client.get("/en/reports/2021/")
