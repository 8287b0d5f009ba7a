"""Marks in a layout: which printed words are which value.

A layout that is read, not printed, is made within `marking()`: every value that a
filter prints then stands between two marks, characters that are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

from django.utils.safestring import SafeString, mark_safe

from iclei_portal.bilingual.texts import Text
from reports.contents.values import Count

# A text, a count of records, or a number that only orders: of a chapter, in a list.
Value: TypeAlias = Text | Count | int

# Unicode's noncharacters: no text holds them, and no parser of HTML minds them.
START, END = "\ufdd0", "\ufdd1"
DIGITS = [chr(0xFDE0 + digit) for digit in range(16)]
MARK = re.compile(f"({START}[{DIGITS[0]}-{DIGITS[-1]}]+|{END})")

_marked: ContextVar[list[Value] | None] = ContextVar("marked values", default=None)


@contextmanager
def marking() -> Iterator[list[Value]]:
    """Have values marked, and give the list that the marks count in."""
    values: list[Value] = []
    token = _marked.set(values)
    try:
        yield values
    finally:
        _marked.reset(token)


def marked(html: SafeString, value: Value) -> SafeString:
    """Return a printed value between marks, or as it is where nobody asked."""
    values = _marked.get()
    if values is None:
        return html
    values.append(value)
    number = "".join(DIGITS[int(digit, 16)] for digit in f"{len(values) - 1:x}")
    return mark_safe(f"{START}{number}{html}{END}")  # noqa: S308 - it was safe


def number_of(mark: str) -> int:
    """Return which value a mark that starts one stands for."""
    return int("".join(f"{ord(each) - 0xFDE0:x}" for each in mark[1:]), 16)
