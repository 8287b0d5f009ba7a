"""Binds the numerals of a layout to the values of its edition.

A numeral that no value printed, that is not in the value, or whose value is none of
the edition's, is bound to nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from operator import itemgetter

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from iclei_portal.bilingual.texts import Text
from reports.contents.values import Count
from reports.rendering.layout import NOWHERE, Layout, Place, Span
from reports.rendering.marks import Value
from reports.rendering.numerals import NUMERAL, plain

# How much is shown around a numeral, without the words that are cut there.
AROUND = 32
FIRST_WORD = re.compile(r"^[A-Za-z]+(?=\s)")
LAST_WORD = re.compile(r"(?<=\s)[A-Za-z]+$")
SPACE = re.compile(r"\s+")


class Binding(TextChoices):
    """What a numeral is bound to."""

    FIGURE = "figure", _("dated figure")
    COUNT = "count", _("count of records")
    FIELD = "field", _("field of a record")
    STRUCTURE = "structure", pgettext_lazy("kind of a number", "numbering")
    NONE = "none", pgettext_lazy("what a number is bound to", "nothing")


@dataclass(frozen=True)
class Entry:
    """A numeral, the sources of its value, and the words around it.

    A source is a field, "events.event:12.title", or, of a counted number, a record;
    `of` is then what was counted. The number of a page is not known before it is
    printed: `target` is the id of what stands on the page.
    """

    numeral: str
    binding: Binding
    sources: tuple[str, ...] = ()
    of: str = ""
    target: str = ""
    before: str = ""
    after: str = ""
    place: Place = NOWHERE

    def __str__(self) -> str:
        return f"“{self.before}[{self.numeral}]{self.after}”"


@dataclass(frozen=True)
class Sourced:
    """A numeral in the content of a text."""

    numeral: str
    binding: Binding
    source: str


class Bookkeeper:
    """Enters the numerals of one layout, whose values `values` are as marked."""

    def __init__(
        self, layout: Layout, values: Sequence[Value], editions: Iterable[object]
    ) -> None:
        self._layout = layout
        self._values = values
        self._known = {key_of(value) for each in editions for value in values_of(each)}
        self._starts = [start for start, _place in layout.places]
        self._unread: dict[Span, list[Sourced]] = {}

    def entries(self) -> Iterator[Entry]:
        """Go through all numerals, and the numbers of pages between them."""
        found = [
            (at, at, Entry("", Binding.STRUCTURE, target=target))
            for at, target in self._layout.links
        ]
        for start, end, span in self._layout.pieces():
            matches = NUMERAL.finditer(self._layout.text, start, end)
            found += [(*each.span(), self._bound(each[0], span)) for each in matches]
        for start, end, entry in sorted(found, key=itemgetter(0, 1)):
            yield self._placed(entry, start, end)

    def _placed(self, entry: Entry, start: int, end: int) -> Entry:
        text, places = self._layout.text, self._layout.places
        return replace(
            entry,
            before=before(text, start),
            after=after(text, end),
            place=places[bisect_right(self._starts, start) - 1][1],
        )

    def _bound(self, numeral: str, span: Span | None) -> Entry:
        nothing = Entry(numeral, Binding.NONE)
        if span is None:
            return nothing
        value = self._values[span.value]
        if isinstance(value, int):
            structure = Entry(numeral, Binding.STRUCTURE)
            return structure if numeral == f"{value:02d}" else nothing
        if key_of(value) not in self._known:
            return nothing
        if isinstance(value, Count):
            counted = Entry(numeral, Binding.COUNT, value.records, value.of)
            return counted if numeral == f"{value.value:,}" else nothing
        unread = self._unread.setdefault(span, sourced(value))
        for position, one in enumerate(unread):
            if one.numeral == numeral:
                # Markdown leaves out addresses and the numbers of lists.
                del unread[: position + 1]
                return Entry(numeral, one.binding, (one.source,))
        return nothing


def before(text: str, position: int) -> str:
    """Return the words before a numeral in one line."""
    words = text[max(position - AROUND, 0) : position]
    return SPACE.sub(" ", FIRST_WORD.sub("", words)).lstrip()


def after(text: str, position: int) -> str:
    """Return the words behind a numeral in one line."""
    words = text[position : position + AROUND]
    return SPACE.sub(" ", LAST_WORD.sub("", words)).rstrip()


def values_of(value: object) -> Iterator[Text | Count]:
    """Go through all texts and counts of an edition, or of a part of it."""
    if isinstance(value, Text | Count):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from values_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from values_of(getattr(value, field.name))


def key_of(value: Text | Count) -> object:
    """Return what makes a value that of its source."""
    return (value.source, value.content) if isinstance(value, Text) else value


def sourced(text: Text) -> list[Sourced]:
    """Return the numerals of a text, each with the field or figure that it is from.

    A text without a source binds none of its numerals.
    """
    content, cursor = plain(text.content), 0
    figures: list[tuple[int, int, str]] = []
    for filled in text.figures:
        phrase = re.escape(plain(filled.phrase))
        whole = re.compile(rf"(?<![0-9])(?<![0-9][.,:]){phrase}(?![0-9])")
        if found := whole.search(content, cursor):
            figures.append((*found.span(), filled.source))
            cursor = found.end()
    entered = []
    for match in NUMERAL.finditer(content):
        source, binding = text.source, Binding.FIELD
        for start, end, figure in figures:
            if start <= match.start() < end:
                source, binding = figure, Binding.FIGURE
        entered.append(Sourced(match[0], binding, source))
    return [one for one in entered if one.source]
