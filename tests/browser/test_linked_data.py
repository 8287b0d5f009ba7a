"""Blocks of data for machines, under the rules for scripts of a real browser."""

import json

import pytest
from playwright.sync_api import Browser


@pytest.mark.parametrize("address", ["", "members/kyoto/", "events/cop26/programme/"])
def test_browser_keeps_the_data_and_refuses_nothing(
    browser: Browser, portal_url: str, address: str
) -> None:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))

    response = page.goto(f"{portal_url}/en/{address}")

    assert response is not None
    assert "script-src 'self'" in response.headers["content-security-policy"]
    blocks = page.locator('script[type="application/ld+json"]').all_text_contents()
    assert blocks
    assert all(json.loads(block)["@context"] for block in blocks)
    assert told == []
    page.close()
