"""The tests of all pages would see the faults that they look for."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.contrast import faint, ratio
from tests.browser.visiting import LOOK

FAULTY = """<!DOCTYPE html><html lang="ja"><title>x</title><body>
<h1>京都市</h1><h3>取組</h3><p id="a">環境</p><p id="a" lang="en">Kyoto</p>
<p>参加は Race to Zero です。</p><p lang="en">The city of 京都市</p>
<p><img alt="The mayor of Kyoto" src=""></p><button style="height:20px">送る</button>
<div style="width:500px">{wide}</div><script>1</script><audio></audio>
<p style="background:linear-gradient(#fff,#eee)" id="grey"><span id="pale"
 style="color:#aaa">淡い</span> <span id="dark" style="color:#333">濃い</span></p>
</body></html>"""


@pytest.fixture(scope="module")
def records() -> None:
    """Leave the portal empty: the tests bring their own page."""


@pytest.fixture(scope="module")
def faulty(browser: Browser) -> Page:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.set_content(FAULTY.format(wide="東" * 50))
    return page


@pytest.fixture(scope="module")
def look(faulty: Page) -> dict[str, Any]:
    found: dict[str, Any] = faulty.evaluate(LOOK)
    return found


def test_skipped_level_double_name_and_small_button_are_seen(
    look: dict[str, Any],
) -> None:
    assert (look["skipped"], look["twice"]) == ([3], ["a"])
    assert len(look["small"]) == 1
    assert "送る" in look["small"][0]


def test_words_of_the_other_language_are_seen(look: dict[str, Any]) -> None:
    assert [found.partition(" <")[0] for found in look["foreign"]] == [
        "ja: Race to Zero",
        "en: 京都市",
        "ja: The mayor of Kyoto",
    ]


def test_what_is_too_wide_and_what_plays_or_runs_is_seen(look: dict[str, Any]) -> None:
    assert look["overflow"] > 0
    assert (len(look["playing"]), len(look["scripts"])) == (1, 1)


def test_pale_text_on_a_gradient_is_seen(faulty: Page) -> None:
    assert faint(faulty, ["#pale", "#dark"]) == ["#pale rgb(170, 170, 170)"]
    assert round(ratio((119, 119, 119), (255, 255, 255)), 2) == 4.48
