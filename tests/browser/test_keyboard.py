"""Ten tasks done with the keyboard alone; the focus is seen at every step."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from members.models import User
from reports.choices import JobState
from reports.models import AnnualReport
from tests.browser.walking import all_stops, focused, go_to, jumps, step
from tests.factories import RenderJobFactory

pytestmark = pytest.mark.shows("2.1.1", "2.1.2", "2.4.3", "2.4.7", "3.2.1", "3.2.2")


@pytest.fixture
def page(browser: Browser, corrected_url: str) -> Iterator[Page]:
    page = browser.new_page(
        base_url=f"{corrected_url}/en/", viewport={"width": 1024, "height": 768}
    )
    yield page
    page.close()


@pytest.mark.shows("2.4.1")
def test_first_stop_leads_past_the_navigation(page: Page) -> None:
    page.goto("members/")

    assert step(page)["name"] == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.locator("main :focus").count() == 1
    focused(page)


def test_language_is_switched_and_back(page: Page) -> None:
    page.goto("members/kyoto/")

    go_to(page, "日本語")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("京都市")
    go_to(page, "English")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("City of Kyoto")


def test_members_are_opened_and_one_of_them(page: Page) -> None:
    page.goto("")

    go_to(page, "Members")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Members")
    go_to(page, "City of Kyoto", within="main")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("City of Kyoto")


def test_members_are_filtered(page: Page) -> None:
    page.goto("members/")

    go_to(page, "Kind of municipality")
    page.keyboard.press("p")
    # To choose is not yet to ask.
    expect(page.locator(".member-name")).to_have_count(21)
    go_to(page, "Filter")
    page.keyboard.press("Space")

    expect(page.locator("main")).to_contain_text("Kyoto Prefecture")
    expect(page.locator("main .members")).not_to_contain_text(["City of Kyoto"])
    expect(page.locator("#kind")).to_have_value("prefecture")


def test_another_day_is_chosen(page: Page) -> None:
    page.goto("about/officers/")

    go_to(page, "Show another day")
    page.keyboard.press("Enter")
    go_to(page, "Day to show")
    page.keyboard.type("31 March 2022")
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_contain_text("HAMANAKA Hironori")
    expect(page.locator(".as-of-shown")).to_contain_text("31 March 2022")


@pytest.mark.shows("3.3.1", "3.3.3")
def test_day_that_is_none_is_told_in_words_with_an_example(page: Page) -> None:
    page.goto("about/officers/")

    go_to(page, "Show another day")
    page.keyboard.press("Enter")
    go_to(page, "Day to show")
    page.keyboard.type("30 February 2022")
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_contain_text("30 February 2022")
    expect(page.locator("main")).to_contain_text("2022-03-31")


def test_map_is_opened_and_a_member_from_the_list_beside_it(page: Page) -> None:
    page.goto("members/")

    go_to(page, "Map")
    page.keyboard.press("Enter")
    expect(page.locator("main svg").first).to_be_visible()
    go_to(page, "City of Sapporo", within="main ul")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("City of Sapporo")


def test_wide_table_is_scrolled(page: Page) -> None:
    page.set_viewport_size({"width": 800, "height": 700})
    page.goto("initiatives/matrix/")
    region = page.locator("main .scroll").first

    while not region.evaluate("region => region === document.activeElement"):
        step(page)
    for _press in range(4):
        page.keyboard.press("ArrowRight")

    expect(region).to_be_focused()
    expect(region).not_to_have_js_property("scrollLeft", 0)


@pytest.fixture
def edition(secretary: User, corrected_url: str) -> None:
    """Let an edition of the report be ready."""
    assert corrected_url
    version = AnnualReport.objects.get(fiscal_year=2021).versions.get(number=2)
    RenderJobFactory(
        report=version.report,
        version=version,
        language="en",
        state=JobState.READY,
        output="x",
        size=2_000_000,
        pages=36,
        finished_at=version.frozen_at,
        requested_by=secretary,
    )


@pytest.mark.usefixtures("edition")
def test_report_is_read_and_its_download_reached(page: Page) -> None:
    page.goto("reports/2021/")
    download = page.locator("main a[href$='.pdf']").first

    while not download.evaluate("link => link === document.activeElement"):
        step(page)
    page.goto("reports/2021/")
    go_to(page, "Members of ICLEI Japan", within="main")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("Members of ICLEI Japan")


def test_article_is_opened_from_the_news(page: Page) -> None:
    page.goto("")

    go_to(page, "News")
    page.keyboard.press("Enter")
    title = page.locator("main .entry-title a").first.inner_text()
    go_to(page, title, within="main")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text(title)


def test_missing_page_leads_back_to_the_members(page: Page) -> None:
    page.goto("members/nowhere/")

    go_to(page, "Members", within="main")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Members")
    page.go_back()
    expect(page.locator("h1")).to_have_text("There is no such page")


@pytest.mark.parametrize(
    "address", ["", "members/?as_of=2022-03-31", "members/kyoto/", "initiatives/"]
)
def test_focus_follows_what_is_seen_and_leaves_the_page(
    page: Page, address: str
) -> None:
    page.goto(address)

    stops = all_stops(page)

    assert len(stops) > 20
    assert jumps([stop for stop in stops if stop["tag"] != "main"]) == []


def test_focus_goes_the_same_way_back(page: Page) -> None:
    page.goto("members/kyoto/")
    forth = [step(page)["name"] for _step in range(12)]

    back = [step(page, "Shift+Tab")["name"] for _step in range(11)]

    assert back == forth[-2::-1]
