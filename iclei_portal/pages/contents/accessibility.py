"""The accessibility statement: what a test run found of JIS X 8341-3:2016.

`criteria.json` holds what the standard asks, `accessibility.json` what the run of the
tests found; `make accessibility` writes the latter anew.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

FOLDER = Path(__file__).parent.parent
CRITERIA = FOLDER / "criteria.json"
RESULT = FOLDER / "accessibility.json"

# What a criterion can come to, and how that is told.
OUTCOMES: dict[str, StrPromise] = {
    "met": _("Met"),
    "partly": _("Met as far as a machine can tell; a person has yet to judge the rest"),
    "nothing": _("Nothing on the site to apply it to"),
    "open": _("Not tested: a person has yet to judge it"),
    "failed": _("Not met"),
}
# The ways of testing, by the file of the tests that go them.
METHODS: dict[str, StrPromise] = {
    "test_pages": _("axe-core and own checks on every kind of page in the browser"),
    "test_keyboard": _("tasks done with the keyboard alone"),
    "test_modes": _("enlarged text, wider spacing, forced colours and print"),
    "test_crawl": _("a walk along every link of the site"),
    "test_validity": _("an HTML checker"),
}


@dataclass(frozen=True)
class Criterion:
    """A success criterion, what came of it, and how it was tested."""

    number: str
    level: str
    name: str
    outcome: str
    methods: tuple[StrPromise, ...]

    @property
    def label(self) -> StrPromise:
        """Return the outcome in words."""
        return OUTCOMES[self.outcome]


@dataclass(frozen=True)
class Statement:
    """What the page prints, in one language."""

    language: str
    criteria: tuple[Criterion, ...]
    result: dict[str, Any]

    @cached_property
    def tested_on(self) -> date:
        """Return the day of the test."""
        return date.fromisoformat(self.result["tested_on"])

    @property
    def tools(self) -> list[tuple[str, str]]:
        """Return the tools with their versions."""
        return sorted(self.result["tools"].items())

    @property
    def pages(self) -> list[tuple[str, str]]:
        """Return address and title of the pages that were tested."""
        found: dict[str, str] = self.result["pages"].get(self.language, {})
        return [
            (f"/{self.language}/{address}", title.rpartition(" | ")[0] or title)
            for address, title in found.items()
        ]

    @property
    def counts(self) -> list[tuple[StrPromise, int]]:
        """Return how many criteria came to what, without what none came to."""
        outcomes = [criterion.outcome for criterion in self.criteria]
        return [
            (label, outcomes.count(key))
            for key, label in OUTCOMES.items()
            if key in outcomes
        ]


def statement(language: str) -> Statement:
    """Return the statement in a language, read from the two files."""
    result = json.loads(RESULT.read_text(encoding="utf-8"))
    criteria = json.loads(CRITERIA.read_text(encoding="utf-8"))
    return Statement(
        language,
        tuple(
            criterion(one, result["criteria"].get(one["number"]), language)
            for one in criteria
        ),
        result,
    )


def criterion(
    asked: dict[str, Any], found: dict[str, Any] | None, language: str
) -> Criterion:
    """Return a criterion with what the tests found of it."""
    tests = found["tests"] if found else []
    ways = dict.fromkeys(
        label
        for name, label in METHODS.items()
        for test in tests
        if test.startswith(name)
    )
    return Criterion(
        asked["number"],
        asked["level"],
        asked[f"name_{language}"],
        outcome(found, person=asked["person"]),
        tuple(ways),
    )


def outcome(found: dict[str, Any] | None, *, person: bool) -> str:
    """Return what a criterion came to; `person` where a machine cannot tell all."""
    if not found:
        return "open"
    if not found["passed"]:
        return "failed"
    if not found["applies"]:
        return "nothing"
    return "partly" if person else "met"
