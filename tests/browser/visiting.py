"""A visit to every kind of page: what is to be seen of it, at three widths."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.browser.contrast import faint
from tests.browser.places import Place, places

WIDTHS = (320, 768, 1312)
LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE: dict[str, Any] = {
    "runOnly": list(TAGS),
    "resultTypes": ["violations", "incomplete"],
}
# Each rule, with what it found: enough to mend it, little to carry.
RUN_AXE = """async options => {
  const found = await axe.run(options);
  const short = rules => rules.map(rule => ({
    id: rule.id, tags: rule.tags, nodes: rule.nodes.slice(0, 4).map(node =>
      `${node.target} ${node.html.slice(0, 120)} ${node.any.concat(node.all, node.none)
        .map(check => check.message).join("; ").slice(0, 160)}`)}));
  return {version: found.testEngine.version, violations: short(found.violations),
    incomplete: short(found.incomplete.filter(rule => rule.id !== "color-contrast")),
    unsure: found.incomplete.filter(rule => rule.id === "color-contrast")
      .flatMap(rule => rule.nodes.map(node => node.target[0])),
    passes: found.passes.map(rule => rule.id)};
}"""


@dataclass(frozen=True)
class Visit:
    """One page in one language: looks by width, with scripts and without."""

    place: Place
    language: str
    looks: dict[int, dict[str, Any]] = field(default_factory=dict)
    still: dict[int, dict[str, Any]] = field(default_factory=dict)
    axe: dict[int, dict[str, Any]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    @property
    def path(self) -> str:
        """Return the address with its language."""
        return f"/{self.language}/{self.place.address}"


@contextmanager
def listening(page: Page, url: str, status: int, said: list[str]) -> Iterator[None]:
    """Write down what the console says and which requests fail, but the page's own."""
    own = re.compile(f"status of {status} .*{re.escape(url)}$")

    def hear_console(one: ConsoleMessage) -> None:
        told = f"{one.text} {one.location['url']}"
        if status == 200 or not own.search(told):
            said.append(told)

    def hear_response(one: Response) -> None:
        if one.status >= 400 and (one.url, one.status) != (url, status):
            said.append(f"{one.status} {one.url}")

    def hear_failure(one: Request) -> None:
        said.append(f"failed: {one.url}")

    page.on("console", hear_console)
    page.on("response", hear_response)
    page.on("requestfailed", hear_failure)
    yield
    page.remove_listener("console", hear_console)
    page.remove_listener("response", hear_response)
    page.remove_listener("requestfailed", hear_failure)


def visit(page: Page, portal_url: str, place: Place, language: str) -> Visit:
    """Look at a page at every width, and let axe look too."""
    seen = Visit(place, language)
    url = portal_url + seen.path
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    with listening(page, url, place.status, seen.said):
        answer = page.goto(url)
    assert answer is not None
    if (answer.url, answer.status) != (url, place.status):
        seen.said.append(f"{answer.status} {answer.url}")
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        seen.looks[width] = page.evaluate(LOOK)
        found = seen.axe[width] = page.evaluate(RUN_AXE, AXE)
        found["faint"] = faint(page, found.pop("unsure"))
    return seen


def visit_still(page: Page, portal_url: str, seen: Visit) -> None:
    """Look at a page again, in a browser that runs no script."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    page.goto(portal_url + seen.path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        seen.still[width] = page.evaluate(LOOK)


def visits(browser: Browser, portal_url: str, language: str) -> list[Visit]:
    """Visit every kind of page in a language."""
    context = browser.new_context(locale=language)
    page = context.new_page()
    seen = [visit(page, portal_url, place, language) for place in places()]
    context.close()
    # axe waits for timers, which do not run here: the page is looked at alone.
    still = browser.new_context(locale=language, java_script_enabled=False)
    page = still.new_page()
    for one in seen:
        visit_still(page, portal_url, one)
    still.close()
    return seen
