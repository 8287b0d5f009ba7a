"""The desk on which the secretariat makes a report."""

import re

import pytest
from django.test import Client

from reports.choices import FailureReason, JobState, ReportState
from reports.contents.chapters import CHAPTERS
from reports.models import AnnualReport, RenderJob, SectionText
from tests.factories import (
    AnnualReportFactory,
    EventFactory,
    RenderJobFactory,
)
from tests.reports.desk import address, in_words
from tests.types import Queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("report_root")]


def test_desk_leads_to_everything_of_the_report(
    desk: Client, draft: AnnualReport
) -> None:
    AnnualReportFactory(fiscal_year=2022)

    page = desk.get(address(draft)).content.decode()

    for chapter in CHAPTERS:
        assert f'href="{address(draft, f"texts/{chapter.key}/")}"' in page
        assert f'href="{address(draft, f"preview/{chapter.key}/en/")}"' in page
        assert f'action="{address(draft, f"pages/{chapter.key}/ja/")}"' in page
    for language in ("ja", "en", "ja-en"):
        assert f'action="{address(draft, f"render/{language}/")}"' in page
    for place in ("readiness/", "ledger/"):
        assert f'href="{address(draft, place)}' in page
    assert "FY2022" in page


def test_last_ten_files_are_offered_the_newest_first(
    desk: Client, draft: AnnualReport
) -> None:
    jobs = [
        RenderJobFactory(
            report=draft,
            state=JobState.READY,
            output=f"{number}.pdf",
            finished_at=f"2022-04-{number:02d}T09:00:00+09:00",
        )
        for number in range(1, 13)
    ]

    page = desk.get(address(draft)).content.decode()

    offered = [int(one) for one in re.findall(r"renderjob/(\d+)/download", page)]
    assert offered == [job.pk for job in reversed(jobs)][:10]


def test_edition_that_failed_last_says_why_until_it_is_asked_for_again(
    desk: Client, draft: AnnualReport
) -> None:
    RenderJobFactory(
        report=draft,
        language="en",
        state=JobState.FAILED,
        failure_reason=FailureReason.TIME,
        finished_at="2022-03-31T23:30:00Z",
    )
    sentence = "1 April 2022, 08:30: Making the PDF took too long."

    before = in_words(desk.get(address(draft, "editions/")).content.decode())
    desk.post(address(draft, "render/en/"))
    after = in_words(desk.get(address(draft, "editions/")).content.decode())

    assert sentence in before
    assert sentence not in after
    assert "On their way" in after


@pytest.mark.parametrize(
    "place",
    ["step/review/", "render/ja/", "pages/cafe/ja/", "texts/cafe/"],
)
def test_onlooker_changes_nothing(
    onlooker: Client, draft: AnnualReport, place: str
) -> None:
    answer = onlooker.post(address(draft, place), {"cafe-text_ja": "書いた"})

    draft.refresh_from_db()
    assert answer.status_code == 403
    assert draft.state == ReportState.DRAFT
    assert not RenderJob.objects.exists()
    assert not SectionText.objects.exists()


def test_onlooker_sees_no_button(onlooker: Client, draft: AnnualReport) -> None:
    RenderJobFactory(
        report=draft, state=JobState.FAILED, failure_reason=FailureReason.TIME
    )

    page = onlooker.get(address(draft)).content.decode()

    assert "Read the texts" in page
    assert "Making the PDF took too long." in page
    assert '<form method="post" action="/en/admin/reports/' not in page


@pytest.mark.parametrize(
    "place", ["desk/", "editions/", "preview/cafe/ja/", "texts/cafe/", "changes/1/"]
)
def test_stranger_is_sent_to_the_log_in(
    client: Client, draft: AnnualReport, place: str
) -> None:
    answer = client.get(address(draft, place))

    assert answer.status_code == 302
    assert "/login/" in answer["Location"]


def _grow(report: AnnualReport, size: int) -> None:
    for number in range(size):
        RenderJobFactory(
            report=report,
            state=JobState.READY,
            output=f"{number}.pdf",
            finished_at="2022-04-01T09:00:00+09:00",
        )
        EventFactory()


@pytest.mark.parametrize("size", [2, 8])
def test_desk_needs_the_same_queries(
    desk: Client, draft: AnnualReport, django_assert_num_queries: Queries, size: int
) -> None:
    _grow(draft, size)
    desk.get(address(draft))

    with django_assert_num_queries(41):
        desk.get(address(draft))


@pytest.mark.parametrize("size", [2, 8])
def test_part_of_the_desk_needs_few_queries(
    desk: Client, draft: AnnualReport, django_assert_num_queries: Queries, size: int
) -> None:
    _grow(draft, size)

    with django_assert_num_queries(6):
        desk.get(address(draft, "editions/"))
