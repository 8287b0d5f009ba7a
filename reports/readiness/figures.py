"""Dated figures that are old, or that a text has typed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from iclei_portal.bilingual.texts import record_of
from reports.choices import FindingKind
from reports.contents.edition import LANGUAGES
from reports.readiness.fields import column
from reports.readiness.japanese import said_in_japanese
from reports.readiness.names import folded, masked
from reports.readiness.quantities import Kind, plain
from reports.readiness.words import day_words

if TYPE_CHECKING:
    from iclei_portal.about.models import DatedFigure
    from iclei_portal.bilingual.texts import Text
    from reports.readiness.findings import Finding
    from reports.readiness.inspection import Inspection
    from reports.readiness.printed import Place

OLD = _("This figure is from %(day)s, more than five years before the report’s day.")
BY_HAND = _(
    "The text has %(number)s typed by hand; write {%(key)s} for the dated figure."
)
YEARS = 5
# Smaller numbers, and years, stand in texts for many things.
LEAST = 100
CALENDAR_YEARS = range(1900, 2101)


def _named(inspection: Inspection) -> Iterator[tuple[str, Place]]:
    """Yield each dated figure that is printed, and where."""
    for language in LANGUAGES:
        for place, text in inspection.printed[language].texts.values():
            for filled in text.figures:
                yield filled.source.rpartition(".")[0], place


def old_figures(inspection: Inspection) -> Iterator[Finding]:
    """Find printed figures much older than the report's day."""
    known = {record_of(each): each for each in inspection.directory.figures.values()}
    day = inspection.report.as_of
    for record, place in _named(inspection):
        figure = known.get(record)
        if figure and figure.as_of.replace(year=figure.as_of.year + YEARS) < day:
            yield inspection.find(
                FindingKind.OUT_OF_ORDER,
                OLD,
                f"{record}.as_of",
                place,
                day=day_words(figure.as_of),
            )


def _typed(text: Text, inspection: Inspection) -> set[Decimal]:
    """Return the numbers of a text that stand for no year, no name and no figure."""
    content = text.content
    for filled in text.figures:
        content = content.replace(filled.phrase, " ", 1)
    read = folded(plain(content))
    nameless = masked(read, inspection.names.find(read, "ja"), every=True)
    return {
        one.first
        for one in said_in_japanese(nameless).certain
        if one.kind == Kind.NUMBER
        and isinstance(one.first, Decimal)
        and one.first >= LEAST
        and one.first not in CALENDAR_YEARS
    }


def typed_by_hand(inspection: Inspection) -> Iterator[Finding]:
    """Find sections with a number that a dated figure has."""
    figures: dict[Decimal, DatedFigure] = {
        each.value: each for each in inspection.directory.figures.values()
    }
    for place, text in inspection.printed["ja"].texts.values():
        if text.source.rpartition(".")[0] not in inspection.sections:
            continue
        for number in sorted(_typed(text, inspection) & figures.keys()):
            yield inspection.find(
                FindingKind.OUT_OF_ORDER,
                BY_HAND,
                column(text),
                place,
                number=f"{number.normalize():,f}",
                key=figures[number].key,
            )


CHECKS = (old_figures, typed_by_hand)
