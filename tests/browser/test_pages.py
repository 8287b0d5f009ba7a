"""Every kind of public page, in both languages, on a phone and on a screen."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PAGES = (
    "",
    "about/",
    "about/benefits/",
    "about/officers/",
    "about/councils/?as_of=2022-03-31",
    "about/offices/",
    "about/history/",
    "members/",
    "members/?as_of=2000-01-01",
    "members/kyoto/",
    "members/niigata/",
    "initiatives/",
    "initiatives/cdp-iclei/",
    "initiatives/tap/",
    "events/2021/",
    "events/2021/10/",
    "events/2021/meetings/",
    "events/2021/cafe/",
    "events/cop26/",
    "events/cop29-pavilion/programme/",
    "news/",
    "news/fy2021-activity-record/",
    "members/?as_of=x",
    "nowhere/",
)
NARROWEST = 320


@pytest.fixture(params=[390, 1312], ids=["phone", "screen"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    yield page
    page.close()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_page_has_no_fault_that_axe_finds(
    page: Page, portal_url: str, language: str, address: str
) -> None:
    page.goto(f"{portal_url}/{language}/{address}")

    results = Axe().run(page)

    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_pages_fit_the_narrowest_phone(
    browser: Browser, portal_url: str, language: str
) -> None:
    page = browser.new_page(viewport={"width": NARROWEST, "height": 640})
    widths = {}
    for address in PAGES:
        page.goto(f"{portal_url}/{language}/{address}")
        widths[address] = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert widths == dict.fromkeys(PAGES, NARROWEST)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_pages_show_no_console_error(
    page: Page, portal_url: str, language: str
) -> None:
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    for address in PAGES[:-2]:
        page.goto(f"{portal_url}/{language}/{address}")

    assert faults == []
