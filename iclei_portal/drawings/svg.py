"""SVG as text: elements, words, and the frame of a drawing.

Everything is said in presentation attributes, nothing in styles: browsers under the
portal's Content-Security-Policy and the PDF renderer read them alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from iclei_portal.drawings.lettering import lines, width
from iclei_portal.drawings.plane import Box

INK = "#16211d"
GREEN = "#115a36"
MIDDLE_GREEN = "#9bd4b5"
PALE_GREEN = "#e3eeea"
GREY = "#6b7f77"
WHITE = "#ffffff"

# In the PDF. On pages the style sheet sets the page's own.
FONT = "Report Gothic, BIZ UDPGothic, sans-serif"
# The size of words in units of the drawing; printed at least at 8 pt.
SIZE = 9.0


@dataclass(frozen=True)
class Words:
    """Words in a drawing, and their language where it is not the drawing's.

    `opening` and `closing` stand around them in the file and are not seen.
    """

    content: str
    language: str = ""
    opening: str = ""
    closing: str = ""

    @property
    def width(self) -> float:
        """How wide they are at most."""
        return width(self.content, SIZE)

    def lines(self, most: float) -> list[Words]:
        """Return them on lines that are at most as wide as `most`."""
        found = [Words(line, self.language) for line in lines(self.content, SIZE, most)]
        found[0] = replace(found[0], opening=self.opening)
        found[-1] = replace(found[-1], closing=self.closing)
        return found


@dataclass(frozen=True)
class Drawing:
    """A drawing without its frame: what it is made of, and its size in units."""

    content: SafeString
    width: float
    height: float


def number(value: object) -> str:
    """Return an attribute's value, numbers to a tenth of a unit: 12, 12.5."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def element(name: str, *children: SafeString, **attributes: object) -> SafeString:
    """Return an element; `font_size` stands for font-size, None leaves it out."""
    written = format_html_join(
        "",
        ' {}="{}"',
        (
            (key.strip("_").replace("_", "-"), number(value))
            for key, value in attributes.items()
            if value is not None
        ),
    )
    inside = joined(*children)
    tag = mark_safe(escape(name))  # noqa: S308 - a name from this package
    if not inside:
        return format_html("<{}{}/>", tag, written)
    return format_html("<{}{}>{}</{}>", tag, written, inside, tag)


def joined(*parts: SafeString) -> SafeString:
    """Return elements one after the other."""
    return format_html_join("", "{}", ((part,) for part in parts))


def text(words: Words, x: float, y: float, **attributes: object) -> SafeString:
    """Return words whose base line begins, or as `text_anchor` says, at a point."""
    return element(
        "text",
        SafeString(escape(f"{words.opening}{words.content}{words.closing}")),
        x=x,
        y=y,
        lang=words.language or None,
        **attributes,
    )


def rectangle(box: Box, **attributes: object) -> SafeString:
    """Return an upright box."""
    return element(
        "rect", x=box.left, y=box.top, width=box.width, height=box.height, **attributes
    )


def framed(drawing: Drawing, *, alternative: str, key: str) -> SafeString:
    """Return the whole <svg>; `alternative` is what it says, `key` its unique id.

    The PDF renderer takes the title for the alternative text of the figure.
    """
    return element(
        "svg",
        element("title", SafeString(escape(alternative)), id=f"{key}-alternative"),
        drawing.content,
        id=key,
        class_="drawing",
        viewBox=f"0 0 {number(drawing.width)} {number(drawing.height)}",
        role="img",
        aria_labelledby=f"{key}-alternative",
        font_family=FONT,
        font_size=SIZE,
        fill=INK,
    )
