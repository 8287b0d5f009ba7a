"""A walk through pages with the keyboard alone, watching the focus at each step."""

from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

from tests.browser.contrast import Colour, colour_of, ratio

FAR = 150  # steps: more than any page has
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  const names = document.getElementById(one.getAttribute("aria-labelledby") ?? "");
  const label = one.getAttribute("aria-label") ?? names?.innerText ??
    one.labels?.[0]?.innerText ?? one.innerText ?? "";
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!colour.startsWith("rgba")) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const inside = (from, length, end) =>
    Math.min(Math.max(from + Math.min(length, 40) / 2, 1), end - 1);
  const above = document.elementFromPoint(
    inside(box.left, box.width, innerWidth), inside(box.top, box.height, innerHeight));
  return { name: label.trim().replace(/\\s+/g, " "), tag: one.tagName.toLowerCase(),
    line: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    colour: style.outlineColor, fill: ground(one), around: ground(one.parentElement),
    left: box.left, right: box.right,
    top: box.top + scrollY, bottom: box.bottom + scrollY,
    seen: box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
    covered: !(above === one || one.contains(above) || above?.contains(one)) };
}"""

Focus = dict[str, Any]


def focused(page: Page) -> Focus:
    """Return where the focus is, having seen that it can be seen."""
    found: Focus | None = page.evaluate(FOCUSED)
    assert found is not None, "the focus is lost"
    assert found["seen"], found
    assert not found["covered"], found
    assert found["line"] >= 2, found
    assert stands_out(found), found
    return found


def stands_out(found: Focus) -> bool:
    """Tell whether line and ground of the focus differ enough from what is there."""
    around, fill, line = (colour_of(found[key]) for key in ("around", "fill", "colour"))
    sides: tuple[Colour, ...] = (around, fill)
    return any(ratio(line, side) >= 3 for side in sides)


def step(page: Page, key: str = "Tab") -> Focus:
    """Press a key that moves the focus, and look where it is."""
    page.keyboard.press(key)
    return focused(page)


def go_to(page: Page, name: str, key: str = "Tab", within: str = "") -> Focus:
    """Press Tab until what is named has the focus; `within` leaves out what is not."""
    passed = []
    for _step in range(FAR):
        found = step(page, key)
        passed.append(found["name"])
        inside = not within or page.locator(f"{within} :focus").count()
        if found["name"] == name and inside:
            return found
    raise AssertionError(f"{name} is not reached: {passed}")


def all_stops(page: Page) -> list[Focus]:
    """Press Tab from the top of a page to its end; return each stop."""
    stops: list[Focus] = []
    for _step in range(FAR * 4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            return stops
        stops.append(focused(page))
    raise AssertionError("the focus never leaves the page")


def jumps(stops: list[Focus]) -> list[tuple[str, str]]:
    """Return steps that go up without going on to a column at the right."""
    return [
        (one["name"], other["name"])
        for one, other in pairwise(stops)
        if other["bottom"] <= one["top"] and other["left"] < one["right"] - 4
    ]
