"""What the page of an initiative tells of it: facts, criteria, reporting rounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.about.figures import Figures, nearest
from iclei_portal.bilingual.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from iclei_portal.about.models import DatedFigure
    from initiatives.models import (
        CriteriaVersion,
        Initiative,
        InitiativeFact,
        ReportingRound,
    )


@dataclass(frozen=True)
class DatedFact:
    """A fact with the figures of its own day."""

    fact: InitiativeFact
    figures: Figures


@dataclass(frozen=True)
class Version:
    """A version of the criteria; `in_force` on the day shown."""

    criteria: CriteriaVersion
    in_force: bool


def day_shown(initiative: Initiative, day: date) -> date:
    """Return the day of the source for a peer, which no later source speaks of."""
    if initiative.is_peer and initiative.attested_on:
        return initiative.attested_on
    return day


def dated_facts(
    facts: Iterable[InitiativeFact], day: date, figures: Sequence[DatedFigure]
) -> list[DatedFact]:
    """Give each fact the figures of its day; figures stand oldest first."""
    return [DatedFact(fact, nearest(figures, fact.as_of or day)) for fact in facts]


def counts_of(facts: Iterable[InitiativeFact], figures: Figures) -> list[DatedFigure]:
    """Return the figures that facts name, once each, in the order of the facts."""
    texts = (text_of(fact, "text").content for fact in facts)
    named = [one for text in texts for one in figures.named_in(text)]
    return list({figure.key: figure for figure in named}.values())


def versions(criteria: Iterable[CriteriaVersion], day: date) -> list[Version]:
    """Return the versions of the criteria that were known on `day`, newest first."""
    return [
        Version(each, in_force=day in each.valid)
        for each in criteria
        if each.valid.lower <= day
    ]


def rounds_until(initiative: Initiative, day: date) -> list[ReportingRound]:
    """Return the reporting rounds up to the year of `day`, newest first."""
    return [each for each in initiative.rounds.all() if each.year <= day.year]
