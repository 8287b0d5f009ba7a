"""A report is made on the desk: without JavaScript, with it, and by the keyboard."""

import pytest
from playwright.sync_api import Browser, expect

from members.models import User
from reports.actions import keep_as_published
from reports.choices import FailureReason, JobState, ReportState
from reports.models import AnnualReport, RenderJob
from tests.browser.conftest import logged_in
from tests.factories import AnnualReportFactory, RenderJobFactory


@pytest.fixture(scope="module")
def records() -> None:
    """Leave the portal empty: the reports of the tests are enough."""


def another_year() -> int:
    """Return a fiscal year that has no report yet."""
    return 2040 + AnnualReport.objects.count()


@pytest.fixture
def draft(secretary: User) -> AnnualReport:
    assert secretary.is_superuser
    report: AnnualReport = AnnualReportFactory(
        fiscal_year=another_year(), state=ReportState.DRAFT
    )
    return report


@pytest.fixture
def job(secretary: User) -> RenderJob:
    """Return a chapter of a published report that is being laid out."""
    assert secretary.is_superuser
    report = AnnualReportFactory(fiscal_year=another_year())
    keep_as_published(report=report)
    rendering: RenderJob = RenderJobFactory(
        report=report,
        chapter="cafe",
        language="en",
        state=JobState.RENDERING,
        lease_until="2099-01-01T00:00:00+09:00",
    )
    return rendering


def tell(job: RenderJob, **values: object) -> None:
    """Change the row of a job as a worker does."""
    RenderJob.objects.filter(pk=job.pk).update(**values)


def test_report_is_made_without_javascript(
    browser: Browser, portal_url: str, secretary: User, draft: AnnualReport
) -> None:
    desk = f"{portal_url}/en/admin/reports/annualreport/{draft.pk}"
    page = logged_in(browser, secretary, portal_url, java_script_enabled=False)

    page.goto(f"{desk}/texts/cafe/")
    page.get_by_label("Japanese").fill("カフェの文章。")
    page.get_by_label("English").fill("The text of the Café.")
    page.get_by_role("button", name="Save and look at the preview").click()
    expect(page.locator("main")).to_contain_text("The text of the Café.")

    page.goto(f"{desk}/desk/")
    page.get_by_role("button", name="Make the edition in English").click()
    expect(page.get_by_role("status")).to_contain_text("Queued")
    made = RenderJob.objects.get(report=draft)
    tell(made, state=JobState.RENDERING, chapters_done=5, chapters_total=36)
    expect(page.get_by_role("status")).to_contain_text("Chapter 5 of 36", timeout=9_000)

    page.get_by_role("button", name="Cancel the rendering").click()
    expect(page.get_by_role("status")).to_contain_text("Cancelled")
    assert RenderJob.objects.get(pk=made.pk).cancelled_by == secretary
    page.context.close()


def test_progress_moves_by_itself_and_leaves_the_focus(
    browser: Browser, portal_url: str, secretary: User, job: RenderJob
) -> None:
    page = logged_in(browser, secretary, portal_url)
    page.goto(f"{portal_url}/en/admin/reports/renderjob/{job.pk}/change/")
    cancel = page.get_by_role("button", name="Cancel the rendering")
    cancel.focus()
    cancel.evaluate("button => { button.seen = true; }")

    tell(job, chapters_done=12, chapters_total=18)
    expect(page.get_by_role("status")).to_contain_text("Chapter 12 of 18")
    expect(cancel).to_be_focused()
    assert cancel.evaluate("button => button.seen")

    tell(job, state=JobState.READY, output="x", size=1, pages=2, lease_until=None)
    expect(page.get_by_role("link", name="Look at the pages")).to_be_visible()
    expect(cancel).to_have_count(0)
    expect(page.locator("#progress-now")).to_be_focused()
    page.context.close()


def test_desk_shows_by_itself_what_came_of_an_edition(
    browser: Browser, portal_url: str, secretary: User, job: RenderJob
) -> None:
    page = logged_in(browser, secretary, portal_url)
    page.goto(f"{portal_url}/ja/admin/reports/annualreport/{job.report_id}/desk/")
    page.locator(".bench-reopen summary").click()
    page.locator("#id_reason_ja").fill("書きかけの理由")

    tell(job, state=JobState.FAILED, failure_reason=FailureReason.MEMORY)

    expect(page.locator(".bench-failed")).to_contain_text("イクレイカフェ")
    expect(page.locator("#id_reason_ja")).to_have_value("書きかけの理由")
    page.context.close()


def test_step_is_reached_and_taken_with_the_keyboard(
    browser: Browser, portal_url: str, secretary: User, draft: AnnualReport
) -> None:
    page = logged_in(browser, secretary, portal_url)
    address = f"{portal_url}/en/admin/reports/annualreport/{draft.pk}/desk/"
    page.goto(address)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reached = []
    for _step in range(6):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.innerText"))
        if reached[-1] == "Send to review":
            page.keyboard.press("Enter")
            break

    expect(page.locator("[aria-current=step]")).to_have_text("In review")
    assert reached[-1] == "Send to review"
    page.context.close()
