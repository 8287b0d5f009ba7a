"""ICLEI's history by decade, and the growth of its network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iclei_portal.about.choices import Qualifier
from iclei_portal.about.figures import Figures, nearest
from iclei_portal.about.models import DatedFigure, HistoryEntry
from iclei_portal.about.querysets import NETWORK_KEYS
from iclei_portal.bilingual.formats import dated
from iclei_portal.drawings.bars import Row
from iclei_portal.drawings.svg import Words
from iclei_portal.pages.contents.charts import bar_chart

OPEN = (Qualifier.AT_LEAST, Qualifier.OVER)


@dataclass(frozen=True)
class Step:
    """A step in the history, and the figures of its time that fill its text."""

    entry: HistoryEntry
    figures: Figures


@dataclass(frozen=True)
class Year:
    """What happened in one year."""

    year: int
    steps: list[Step]


@dataclass(frozen=True)
class Decade:
    """The years of a decade in which something happened."""

    first: int
    years: list[Year]


def by_decade(
    entries: Iterable[HistoryEntry], figures: Sequence[DatedFigure]
) -> list[Decade]:
    """Group steps that stand in order by year, and the years by decade.

    The figures stand by key, each from the oldest on.
    """
    years = [
        Year(
            year,
            [Step(entry, nearest(figures, end_of_year(entry))) for entry in group],
        )
        for year, group in groupby(entries, lambda entry: entry.happened_on.year)
    ]
    return [
        Decade(first, list(group))
        for first, group in groupby(years, lambda one: one.year // 10 * 10)
    ]


def end_of_year(entry: HistoryEntry) -> date:
    """Return the last day of the year in which it happened."""
    return date(entry.happened_on.year, 12, 31)


@dataclass(frozen=True)
class Growth:
    """The size of the network on one date; a figure may be missing."""

    members: DatedFigure | None
    countries: DatedFigure | None

    @property
    def dated(self) -> DatedFigure | None:
        """A figure that has the date."""
        return self.members or self.countries


def by_date(figures: Iterable[DatedFigure]) -> list[Growth]:
    """Put the network's figures of one date side by side, from the oldest on."""
    found: dict[date, dict[str, DatedFigure]] = {}
    for figure in figures:
        if figure.key in NETWORK_KEYS:
            found.setdefault(figure.as_of, {})[figure.key] = figure
    return [
        Growth(one.get("network-members"), one.get("network-countries"))
        for _day, one in sorted(found.items())
    ]


def growth_chart(growth: Iterable[Growth]) -> SafeString | None:
    """Draw how many members the network had; None where fewer than two are known.

    A figure that says "at least" has an open bar.
    """
    figures = [one.members for one in growth if one.members]
    if len(figures) < len(("before", "after")):
        return None
    bars = [
        Row(
            name=Words(dated(figure.as_of, figure.precision)),
            parts=(float(figure.value),),
            total=Words(figure.phrase),
            is_open=figure.qualifier in OPEN,
        )
        for figure in figures
    ]
    measure = _("Cities, towns and regions in the network")
    return bar_chart(bars, measure, key="growth-chart")
