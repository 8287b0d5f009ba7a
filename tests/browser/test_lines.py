"""How Japanese headings and buttons fall into lines on phones."""

import pytest
from playwright.sync_api import Browser

PAGES = (
    "",
    "about/",
    "about/benefits/",
    "about/officers/",
    "about/history/",
    "members/",
    "members/kyoto/",
    "initiatives/",
    "initiatives/cdp-iclei/",
    "events/2021/",
    "events/cop26/",
    "news/",
    "reports/",
    "nowhere/",
)
# The last lines of headings and buttons, where there is more than one line.
LAST_LINES = """
(chosen) => [...document.querySelectorAll(chosen)].flatMap((element) => {
  const lines = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest("rt, rp, .hidden")) continue;
    [...walker.currentNode.data].forEach((letter, at) => {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      const box = range.getBoundingClientRect();
      if (!letter.trim() || box.width < 1) return;
      const line = lines.at(-1);
      if (!line || box.top > line.bottom - 4) {
        lines.push({ bottom: box.bottom, words: letter });
      } else {
        line.words += letter;
      }
    });
  }
  return lines.length > 1 ? [[element.textContent.trim(), lines.at(-1).words]] : [];
})
"""
CHOSEN = "h1, h2, h3, .action, button"
FEWEST = 3


@pytest.mark.parametrize("width", [320, 375, 414])
def test_no_last_line_is_one_or_two_characters(
    browser: Browser, portal_url: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    orphans, seen = {}, 0
    for address in PAGES:
        page.goto(f"{portal_url}/ja/{address}")
        for words, last in page.evaluate(LAST_LINES, CHOSEN):
            seen += 1
            if len(last) < FEWEST:
                orphans[f"{address}: {words}"] = last
    page.close()

    assert orphans == {}
    assert seen > 0
