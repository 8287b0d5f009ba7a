"""Bars: upright pairs along a row, and lying ones in parts, each with its number.

There is no axis with numbers: every bar says its own. The first kind of bar is
filled, the second an outline, so that nobody needs the colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from iclei_portal.drawings.plane import Box
from iclei_portal.drawings.svg import (
    GREEN,
    GREY,
    SIZE,
    WHITE,
    Drawing,
    Words,
    element,
    joined,
    rectangle,
    text,
)

WIDTH = 296.0
LINE_HEIGHT = 1.25 * SIZE
# From the top of a line to its base line.
BASE = 0.98 * SIZE


@dataclass(frozen=True)
class Bar:
    """How long a bar is, and the words beside it that say so."""

    amount: float
    words: Words


@dataclass(frozen=True)
class Pair:
    """Two upright bars over a name; `group` stands under the first of a group."""

    name: Words
    first: Bar
    second: Bar
    group: Words | None = None


@dataclass(frozen=True)
class Row:
    """A name and a lying bar of one or two parts, with words at its end.

    An open bar is longer than anybody knows: it ends in an arrow.
    """

    name: Words
    parts: tuple[float, ...]
    total: Words
    is_open: bool = False


def _filled(box: Box) -> SafeString:
    return rectangle(box, fill=GREEN)


def _outlined(box: Box) -> SafeString:
    half = 0.4
    inner = Box(box.left + half, box.top + half, box.right - half, box.bottom - half)
    return rectangle(inner, fill=WHITE, stroke=GREEN, stroke_width=2 * half)


KINDS = (_filled, _outlined)


def _key(names: Sequence[Words]) -> SafeString:
    """Draw which kind of bar stands for what."""
    parts, x = [], 0.0
    for name, kind in zip(names, KINDS, strict=False):
        parts += [kind(Box(x, 1.0, x + 9.0, 10.0)), text(name, x + 13.0, 9.0)]
        x += 13.0 + name.width + 14.0
    return joined(*parts)


# Upright bars: from the top the key, room for the numbers, the bars, two lines.
TOP, TALLEST, SIDE, THIN = 34.0, 104.0, 1.0, 10.0


def pairs(found: Sequence[Pair], key: Sequence[Words]) -> Drawing:
    """Draw two upright bars for each name along a row; `key` says what they are."""
    bars = [bar for pair in found for bar in (pair.first, pair.second)]
    most = max((bar.amount for bar in bars), default=0)
    base = TOP + TALLEST
    step = (WIDTH - 2 * SIDE) / max(len(found), 1)
    parts = [_key(key)]
    for number, pair in enumerate(found):
        middle = SIDE + (number + 0.5) * step
        for bar, kind, left in (
            (pair.first, _filled, middle - THIN - 0.5),
            (pair.second, _outlined, middle + 0.5),
        ):
            top = base - TALLEST * bar.amount / max(most, 1)
            if bar.amount:
                parts.append(kind(Box(left, top, left + THIN, base)))
            at = left + THIN / 2
            parts.append(text(bar.words, at, top - 3, text_anchor="middle"))
        parts.append(text(pair.name, middle, base + LINE_HEIGHT, text_anchor="middle"))
        if pair.group:
            at = middle - step / 2 + 2
            parts.append(text(pair.group, at, base + 2.2 * LINE_HEIGHT, fill=GREEN))
    line = element("line", x1=0, y1=base, x2=WIDTH, y2=base, stroke=GREY)
    return Drawing(joined(*parts, line), WIDTH, base + 2.2 * LINE_HEIGHT + 3)


# Lying bars: the names' width, and from bar to bar.
LONGEST_NAME, THICK, BETWEEN = 104.0, 11.0, 6.0


def rows(found: Sequence[Row], key: Sequence[Words]) -> Drawing:
    """Draw a lying bar behind each name; `key` says what its parts are."""
    names = [row.name.lines(LONGEST_NAME) for row in found]
    left = 8 + max((each.width for name in names for each in name), default=0)
    unit = _unit(found, WIDTH - left)
    top = y = 22.0
    parts = [_key(key)]
    for row, name in zip(found, names, strict=True):
        height = max(THICK, len(name) * LINE_HEIGHT)
        first = y + (height - len(name) * LINE_HEIGHT) / 2 + BASE
        parts += [
            text(each, left - 6, first + n * LINE_HEIGHT, text_anchor="end")
            for n, each in enumerate(name)
        ]
        parts.append(_bar(row, left, y + (height - THICK) / 2, unit))
        y += height + BETWEEN
    axis = element("line", x1=left, y1=top - 3, x2=left, y2=y - 4, stroke=GREY)
    return Drawing(joined(*parts, axis), WIDTH, y)


def titled_rows(found: Sequence[Row]) -> Drawing:
    """Draw a lying bar under each name, for names that are sentences."""
    unit = _unit(found, WIDTH)
    parts, y = [], 0.0
    for row in found:
        for each in row.name.lines(WIDTH):
            parts.append(text(each, 0.0, y + BASE))
            y += LINE_HEIGHT
        parts.append(_bar(row, 0.0, y + 3, unit))
        y += THICK + 3 + 2 * BETWEEN
    return Drawing(joined(*parts), WIDTH, y)


def _unit(found: Sequence[Row], room: float) -> float:
    """Return how long a bar of one is, words and arrows at the ends counted in."""
    end = max((row.total.width for row in found), default=0)
    most = max((sum(row.parts) for row in found), default=0)
    return (room - end - THICK) / max(most, 1)


def _bar(row: Row, left: float, top: float, unit: float) -> SafeString:
    parts, x = [], left
    for amount, kind in zip(row.parts, KINDS, strict=False):
        if amount:
            parts.append(kind(Box(x, top, x + amount * unit, top + THICK)))
        x += amount * unit
    if row.is_open:
        points = f"{x:.1f},{top} {x + 6:.1f},{top + THICK / 2} {x:.1f},{top + THICK}"
        parts.append(element("polygon", points=points, fill=GREEN))
        x += 6
    return joined(*parts, text(row.total, x + 4, top + 8.8, font_weight="bold"))
