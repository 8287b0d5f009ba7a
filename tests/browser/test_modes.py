"""Pages as readers change them: larger text, wider spacing, own colours, paper."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

ADDRESSES = (
    "",
    "about/",
    "about/officers/?as_of=2022-03-31",
    "about/facts/",
    "accessibility/",
    "members/",
    "members/?view=map",
    "members/kyoto/?as_of=2022-03-31",
    "initiatives/",
    "initiatives/matrix/",
    "initiatives/cdp-iclei/",
    "events/2021/",
    "events/cop29-pavilion/programme/",
    "news/fy2021-activity-record/",
    "reports/2021/calendar/",
    "nowhere/",
)
# What WCAG 1.4.12 asks pages to bear.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
# Set through the object model: the pages' policy allows no style of others.
STYLED = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
LOST = (Path(__file__).parent / "lost.js").read_text(encoding="utf-8")


@pytest.fixture(params=["ja", "en"])
def page(
    request: pytest.FixtureRequest, browser: Browser, corrected_url: str
) -> Iterator[Page]:
    page = browser.new_page(base_url=f"{corrected_url}/{request.param}/")
    yield page
    page.close()


def lost(page: Page, width: int, css: str = "") -> dict[str, list[str]]:
    """Return what is cut off or covered, by address, under a reader's style."""
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for address in ADDRESSES:
        page.goto(address)
        page.evaluate(STYLED, css)
        found[address] = page.evaluate(LOST)
    return {address: faults for address, faults in found.items() if faults}


@pytest.mark.shows("1.4.4")
def test_wider_spacing_loses_nothing(page: Page) -> None:
    assert lost(page, 320, SPACED) == {}
    assert lost(page, 1280, SPACED) == {}


@pytest.mark.shows("1.4.4")
def test_text_twice_as_large_loses_nothing(page: Page) -> None:
    # As a reader sets it in the browser: not the page's own style.
    sizes = {"standard": 32, "fixed": 26}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})

    assert lost(page, 640) == {}
    assert lost(page, 1280) == {}


def test_cut_and_covered_text_would_be_seen(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 300})
    page.set_content(
        "<p style='height:10px;overflow:hidden'>cut off text</p><p>one text</p>"
        "<p style='margin-top:-34px'>another text</p>"
    )

    assert [fault.split()[0] for fault in page.evaluate(LOST)] == ["cut", "over"]
    page.close()


def test_own_colours_leave_links_controls_and_drawings_to_be_seen(
    browser: Browser, corrected_url: str
) -> None:
    context = browser.new_context(base_url=corrected_url, forced_colors="active")
    page = context.new_page()
    page.goto("/en/members/?view=map")

    action = page.get_by_role("button", name="Filter")
    styles: dict[str, Any] = action.evaluate("one => ({ ...getComputedStyle(one) })")
    expect(page.locator("main svg").first).to_be_visible()
    assert styles["borderTopStyle"] != "none"
    assert styles["color"] != styles["backgroundColor"]
    page.keyboard.press("Tab")
    outline = page.locator(":focus").evaluate(
        "one => getComputedStyle(one).outlineStyle"
    )
    assert outline != "none"
    context.close()


def test_movement_stops_for_who_asks_for_less(
    browser: Browser, corrected_url: str
) -> None:
    context = browser.new_context(base_url=corrected_url, reduced_motion="reduce")
    page = context.new_page()
    page.goto("/ja/")

    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter(one => {
          const style = getComputedStyle(one);
          return parseFloat(style.transitionDuration) > 0.01 ||
            style.animationName !== "none";
        }).length"""
    )

    assert moving == 0
    context.close()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("address", ["members/kyoto/", "about/facts/"])
def test_paper_shows_the_content_without_the_ways_to_other_pages(
    browser: Browser, corrected_url: str, language: str, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{corrected_url}/{language}/{address}")
    heading = page.locator("h1").evaluate("one => one.textContent.trim().slice(0, 3)")

    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4"))) as paper:
        text = "\n".join(sheet.get_textpage().get_text_range() for sheet in paper)
    page.emulate_media(media="print")

    assert heading in text
    assert page.locator("h1:visible").count() == 1
    assert page.locator("nav:visible, form:visible, .skip:visible").count() == 0
    assert page.evaluate(LOST) == []
    page.close()
