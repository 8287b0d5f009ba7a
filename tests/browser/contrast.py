"""Contrast measured in pixels, where axe cannot tell what is behind a text."""

import io
from typing import Any

from PIL import Image
from playwright.sync_api import Page

# Hides the letters, but neither what is behind them nor the halo of a drawing's text.
HIDE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { color: transparent !important }
    svg text { fill: transparent !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
SHOW = "() => { document.adoptedStyleSheets = []; }"
TEXTS = """targets => targets.flatMap(target => {
  const one = document.querySelector(target), style = getComputedStyle(one);
  const width = document.documentElement.clientWidth;
  const drawn = one instanceof SVGElement;
  const size = parseFloat(style.fontSize) * (drawn ? one.getScreenCTM().a : 1);
  // A drawing shrunk for a phone is measured where it has its size.
  if (drawn && one.getScreenCTM().a < 1) return [];
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  return [...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
    .flatMap(node => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    })
    .map(box => ({ target, left: Math.max(box.left, 0), top: box.top + scrollY,
      width: Math.min(box.right, width) - Math.max(box.left, 0), height: box.height,
      ink: drawn ? style.fill : style.color, large }));
}).filter(box => box.width >= 4 && box.height >= 4)"""
# The share of a text's ground that may be fainter: a thin line, or a dot of the map.
THIN = 0.06

Colour = tuple[int, int, int]


def faint(page: Page, targets: list[str]) -> list[str]:
    """Return the texts that stand out too little from what is behind them."""
    texts = page.evaluate(TEXTS, targets)
    if not texts:
        return []
    left, top = (min(text[side] for text in texts) for side in ("left", "top"))
    clip = {
        "x": left,
        "y": top,
        "width": max(text["left"] + text["width"] for text in texts) - left,
        "height": max(text["top"] + text["height"] for text in texts) - top,
    }
    page.evaluate(HIDE)
    shot = page.screenshot(clip=clip, full_page=True)  # type: ignore[arg-type]
    page.evaluate(SHOW)
    with Image.open(io.BytesIO(shot)) as image:
        ground = image.convert("RGB")
    return sorted(
        {
            f"{text['target']} {text['ink']}"
            for text in texts
            if share_too_faint(ground, text, left, top) > THIN
        }
    )


def share_too_faint(
    ground: Image.Image, text: dict[str, Any], left: float, top: float
) -> float:
    """Return how much of what is behind a text is too near to its colour."""
    x, y = round(text["left"] - left), round(text["top"] - top)
    right, bottom = x + round(text["width"]), y + round(text["height"])
    # Without the outermost pixels, which may be the neighbours'.
    area = ground.crop((x + 1, y + 1, max(right - 1, x + 2), max(bottom - 1, y + 2)))
    counted: list[tuple[int, Colour]] = area.getcolors(area.width * area.height)  # type: ignore[assignment]
    least = 3.0 if text["large"] else 4.5
    ink = colour_of(text["ink"])
    low = sum(count for count, colour in counted if ratio(ink, colour) < least)
    return low / (area.width * area.height)


def colour_of(value: str) -> Colour:
    """Return the colour that a browser writes as rgb(r, g, b)."""
    red, green, blue = value.removeprefix("rgb(").removesuffix(")").split(", ")
    return int(red), int(green), int(blue)


def ratio(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, as WCAG defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour."""
    red, green, blue = (linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """Return a channel without the gamma of screens."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
