"""Texts with the dated figures filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from iclei_portal.about.validators import REFERENCE

if TYPE_CHECKING:
    from iclei_portal.about.models import DatedFigure


class Figures:
    """The dated figures known on a day, for any number of texts: one query."""

    def __init__(self, figures: Mapping[str, DatedFigure]) -> None:
        self._figures = figures

    def __getitem__(self, key: str) -> DatedFigure:
        """Return the figure. Raises KeyError where none is known on the day."""
        return self._figures[key]

    def get(self, key: str) -> DatedFigure | None:
        """Return the figure, or None where none is known on the day."""
        return self._figures.get(key)

    def named_in(self, text: str | None) -> list[DatedFigure]:
        """Return the known figures that the {keys} of a text name, in their order."""
        keys = REFERENCE.findall(text or "")
        return [self._figures[key] for key in keys if key in self._figures]

    def fill(self, text: str | None) -> str:
        """Return `text` with each {key} as the active language prints the figure.

        A key without a figure on the day stays as it is, for all to see.
        """

        def phrase(match: re.Match[str]) -> str:
            figure = self._figures.get(match[1])
            return match[0] if figure is None else figure.phrase

        return REFERENCE.sub(phrase, text or "")


def nearest(figures: Iterable[DatedFigure], day: date) -> Figures:
    """Return the figures of `day`, and the first one of a key not yet known then.

    The figures stand by key, each from the oldest on.
    """
    found: dict[str, DatedFigure] = {}
    for figure in figures:
        if figure.as_of <= day or figure.key not in found:
            found[figure.key] = figure
    return Figures(found)
