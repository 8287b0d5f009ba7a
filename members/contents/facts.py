"""What was fetched with a municipality: its population, its documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from members.contents.values import in_language
from members.models import Municipality


@dataclass(frozen=True)
class Resident:
    """How many people live there: a number, its date and its source."""

    value: int
    as_of: date
    source: str


def population_of(municipality: Municipality) -> Resident | None:
    """Return the newest population that `for_profile` found up to its day."""
    found = vars(municipality)["resident"]
    if found is None:
        return None
    return Resident(found["value"], date.fromisoformat(found["as_of"]), found["source"])


@dataclass(frozen=True)
class Paper:
    """A document of a municipality at its address."""

    name_ja: str
    name_en: str | None
    url: str
    published_on: date | None
    precision: str
    language: str

    def name_in(self, language: str) -> tuple[str, str]:
        """Return the title for readers of a language, and the language it is in."""
        return in_language(self.name_ja, self.name_en, language)


def documents_of(municipality: Municipality) -> list[Paper]:
    """Return the documents that `for_profile` found, the newest first."""
    return [
        Paper(
            found["title_ja"],
            found["title_en"],
            found["url"],
            found["published_on"] and date.fromisoformat(found["published_on"]),
            found["precision"],
            found["language"],
        )
        for found in vars(municipality)["papers"]
    ]
