"""Every kind of page of the annual report, its readers' and its makers'."""

from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from events.models import Event
from members.models import User
from reports import actions
from reports.choices import FailureReason, JobState
from reports.models import AnnualReport
from tests.browser.conftest import logged_in
from tests.factories import AnnualReportFactory, RenderJobFactory, allow_findings

READERS = (
    "reports/",
    "reports/2021/",
    "reports/2021/about/",
    "reports/2021/members/",
    "reports/2021/figures/",
    "reports/2021/calendar/",
    "reports/2021/highlights/cop26/",
    "reports/2021/corrections/",
)
STAFF = (
    "annualreport/{report}/desk/",
    "annualreport/{draft}/desk/",
    "annualreport/{report}/texts/publicity/",
    "annualreport/{report}/preview/calendar/ja/",
    "annualreport/{report}/preview/highlights/en/cop26/",
    "annualreport/{report}/changes/{ready}/",
    "annualreport/{report}/readiness/",
    "annualreport/{report}/ledger/",
    "renderjob/{waiting}/change/",
    "renderjob/{failed}/change/",
)
NARROWEST, LEAST_TARGET = 320, 44
PHONE, SCREEN = 390, 1312
TARGETS = (
    ".report-contents a, .report-turn a, .report-jump a, .report-above a, "
    ".report-side a, .action, .preview-links a, .preview-links button, "
    ".bench button, .bench-rows a, .bench-links a, .bench-jobs a, .bench summary"
)
SMALL_TARGETS = """([targets, least]) => [...document.querySelectorAll(targets)]
  .filter(one => one.getClientRects().length)
  .map(one => [one.innerText, one.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < least)
  .map(([text, box]) => `${text}: ${box.width} x ${box.height}`)"""


@pytest.fixture(scope="module")
def report(secretary: User) -> AnnualReport:
    """Publish the report, correct it, and publish it again."""
    report = AnnualReport.objects.get(fiscal_year=2021)
    actions.keep_as_published(report=report)
    actions.reopen_report(
        report=report, by=secretary, reason_ja="訂正", reason_en="A slip"
    )
    Event.objects.filter(slug="cop26").update(title_ja="COP26", title_en="COP26")
    allow_findings(report)
    actions.send_to_review(report=report, by=secretary)
    actions.freeze_report(report=report, by=secretary)
    actions.publish_report(report=report, by=secretary)
    return report


@pytest.fixture(scope="module")
def numbers(secretary: User, report: AnnualReport) -> dict[str, int]:
    """Return what the addresses of the desk name."""
    version = report.versions.get(number=2)
    ended = {"finished_at": version.frozen_at, "requested_by": secretary}
    jobs = {
        "ready": RenderJobFactory(
            report=report, version=version, state=JobState.READY, output="x", **ended
        ),
        "failed": RenderJobFactory(
            report=report,
            language="en",
            state=JobState.FAILED,
            failure_reason=FailureReason.TIME,
            **ended,
        ),
        "waiting": RenderJobFactory(report=report, language="ja-en"),
    }
    draft = AnnualReportFactory(fiscal_year=2022, state="draft")
    return {"report": report.pk, "draft": draft.pk} | {
        name: job.pk for name, job in jobs.items()
    }


def addresses(numbers: dict[str, int], language: str) -> list[str]:
    """Return the pages of readers and of staff in a language."""
    staff = [f"admin/reports/{page.format(**numbers)}" for page in STAFF]
    return [f"/{language}/{page}" for page in (*READERS, *staff)]


@dataclass(frozen=True)
class Visit:
    """What was seen of a page: at a width, and its width on the narrowest phone."""

    address: str
    said: tuple[str, ...]
    faults: str
    small: tuple[str, ...]
    narrowest: int


def visited(page: Page, portal_url: str, address: str) -> Visit:
    """Look at a page with axe, and at its size."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("console", hear)
    page.goto(portal_url + address)
    # What axe does to a page is not always to the policy's liking.
    page.remove_listener("console", hear)
    results = Axe().run(page)
    size = page.viewport_size
    assert size is not None
    small = page.evaluate(SMALL_TARGETS, [TARGETS, LEAST_TARGET])
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    narrowest = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(size)
    faults = results.generate_report() if results.violations_count else ""
    return Visit(address, tuple(said), faults, tuple(small), narrowest)


@pytest.fixture(
    scope="module",
    params=[("ja", PHONE), ("en", SCREEN)],
    ids=["ja on a phone", "en on a screen"],
)
def visits(
    request: pytest.FixtureRequest,
    browser: Browser,
    portal_url: str,
    secretary: User,
    numbers: dict[str, int],
) -> list[Visit]:
    """Visit every page once for the tests below."""
    language, width = request.param
    page = logged_in(
        browser, secretary, portal_url, viewport={"width": width, "height": 900}
    )
    seen = [
        visited(page, portal_url, address) for address in addresses(numbers, language)
    ]
    page.context.close()
    return seen


def test_pages_have_no_fault_that_axe_finds(visits: list[Visit]) -> None:
    assert [(one.address, one.faults) for one in visits if one.faults] == []


def test_pages_show_no_console_error(visits: list[Visit]) -> None:
    assert [(one.address, one.said) for one in visits if one.said] == []


def test_links_and_buttons_are_large_enough(visits: list[Visit]) -> None:
    assert [(one.address, one.small) for one in visits if one.small] == []


def test_pages_fit_the_narrowest_phone(visits: list[Visit]) -> None:
    assert len(visits) == len(READERS) + len(STAFF)
    assert {one.address for one in visits if one.narrowest != NARROWEST} == set()


def test_rows_of_a_table_are_cards_on_a_phone_and_stay_a_table(
    browser: Browser, portal_url: str, report: AnnualReport
) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 900})
    page.goto(f"{portal_url}/en/reports/{report.fiscal_year}/calendar/")
    table = page.get_by_role("table").first
    row = table.get_by_role("row").nth(1)

    labels = row.get_by_role("cell").evaluate_all(
        "cells => cells.map(one => getComputedStyle(one, '::before').content)"
    )
    tops = row.locator("> *").evaluate_all(
        "cells => cells.map(one => one.getBoundingClientRect().top)"
    )

    assert table.get_by_role("columnheader").count() == 4
    assert row.get_by_role("rowheader").count() == 1
    assert labels[1:] == [
        '"Participating municipalities: "',
        '"Role of ICLEI Japan: "',
    ]
    assert tops == sorted(set(tops))
    page.close()


def test_paper_shows_the_chapter_alone_with_its_tables(
    browser: Browser, portal_url: str, report: AnnualReport
) -> None:
    page = browser.new_page(viewport={"width": 680, "height": 900})
    page.goto(f"{portal_url}/ja/reports/{report.fiscal_year}/calendar/")
    page.emulate_media(media="print")

    expect(page.locator("nav.report-contents")).to_be_hidden()
    expect(page.locator(".report-turn")).to_be_hidden()
    expect(page.locator("table thead").first).to_be_visible()
    expect(page.locator("table").first).to_have_css("display", "table")
    page.close()
