"""What a reader does: with the keyboard, without JavaScript."""

import pytest
from playwright.sync_api import Browser, Page, expect


def test_first_tab_leads_past_the_navigation(browser: Browser, portal_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{portal_url}/en/members/")

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator("main :focus")).to_have_count(1)
    page.close()


@pytest.fixture
def still_page(browser: Browser) -> Page:
    return browser.new_context(java_script_enabled=False).new_page()


def test_another_day_shows_without_javascript(
    still_page: Page, portal_url: str
) -> None:
    still_page.goto(f"{portal_url}/en/about/officers/")

    still_page.get_by_text("Show another day").click()
    still_page.get_by_label("Day to show").fill("31 March 2022")
    still_page.get_by_role("button", name="Show", exact=True).click()

    expect(still_page.locator("main")).to_contain_text("HAMANAKA Hironori")
    expect(still_page.get_by_text("Shown as of 31 March 2022")).to_be_visible()
    still_page.get_by_role("link", name="Members").first.click()
    expect(still_page).to_have_url(f"{portal_url}/en/members/?as_of=2022-03-31")


def test_language_switch_stays_on_page_and_day(
    still_page: Page, portal_url: str
) -> None:
    still_page.goto(f"{portal_url}/en/members/kyoto/?as_of=2022-03-31")

    still_page.get_by_role("link", name="日本語").first.click()

    expect(still_page).to_have_url(f"{portal_url}/ja/members/kyoto/?as_of=2022-03-31")
    expect(still_page.locator("h1")).to_contain_text("京都市")
