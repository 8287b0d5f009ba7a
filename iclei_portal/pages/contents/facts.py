"""The fact sheet: figures with their dates and sources, and how they changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from iclei_portal.about.choices import FigureTopic
from iclei_portal.about.models import DatedFigure


@dataclass(frozen=True)
class Value:
    """A figure on one date, and the number of its source in the list of sources."""

    figure: DatedFigure
    source: int | None


@dataclass(frozen=True)
class Fact:
    """A figure as known on a day, and its earlier values, the latest first."""

    newest: Value
    earlier: list[Value]

    @property
    def key(self) -> str:
        """The name of the figure, its anchor on the page."""
        return self.newest.figure.key


@dataclass(frozen=True)
class Section:
    """The facts about one topic, those of which the most values are known first."""

    topic: FigureTopic
    facts: list[Fact]

    @property
    def has_earlier(self) -> bool:
        """Tell whether earlier values of one of them are known."""
        return any(fact.earlier for fact in self.facts)


@dataclass(frozen=True)
class FactSheet:
    """The facts known on a day by topic, and the documents they were taken from.

    `later` is the first day on which a figure begins that was not known yet.
    """

    sections: list[Section]
    sources: list[str]
    later: date | None
    held: tuple[date, date | None] | None


def fact_sheet(figures: Iterable[DatedFigure], day: date) -> FactSheet:
    """Put the figures known on `day` together, from all that stand newest first."""
    sources: dict[str, int] = {}

    def value(figure: DatedFigure) -> Value:
        if not figure.source:
            return Value(figure, None)
        return Value(figure, sources.setdefault(figure.source, len(sources) + 1))

    known: dict[FigureTopic, list[list[DatedFigure]]] = {}
    coming: list[date] = []
    for _key, group in groupby(figures, lambda figure: figure.key):
        dated = list(group)
        past = [figure for figure in dated if figure.as_of <= day]
        if past:
            known.setdefault(FigureTopic(past[0].topic), []).append(past)
        else:
            coming.append(dated[-1].as_of)
    sections = [
        Section(
            topic,
            [
                Fact(value(past[0]), [value(figure) for figure in past[1:]])
                for past in sorted(known[topic], key=len, reverse=True)
            ],
        )
        for topic in FigureTopic
        if topic in known
    ]
    first = min(coming, default=None)
    held = (first, None) if first and not sections else None
    return FactSheet(sections, list(sources), first, held)
