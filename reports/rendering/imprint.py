"""What a printed document says of where its values are: the keywords of the PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from reports.models import Snapshot

KEYWORDS = re.compile(
    r"fiscal year (?P<fiscal_year>[0-9]{4}), edition (?P<language>[a-z-]+), "
    r"version (?P<version>[0-9]+), values (?P<digest>[0-9a-f]{64})"
    r"(?:, chapter (?P<chapter>[a-z-]+))?"
)


@dataclass(frozen=True)
class Imprint:
    """Which edition of which snapshot a document is, or which chapter of it."""

    fiscal_year: str
    language: str
    version: str
    digest: str
    chapter: str | None = None

    @classmethod
    def of(cls, snapshot: Snapshot, language: str, chapter: str | None = None) -> Self:
        """Return the imprint of a document with the values of a snapshot."""
        values = snapshot.values[language[:2]]
        version = values["version"]["content"]
        return cls(str(values["year"]), language, version, snapshot.digest, chapter)

    @classmethod
    def read(cls, keywords: str) -> Self | None:
        """Return the imprint that a PDF's keywords are, None where they are none."""
        found = KEYWORDS.fullmatch(keywords)
        return cls(**found.groupdict()) if found else None

    def __str__(self) -> str:
        words = (
            f"fiscal year {self.fiscal_year}, edition {self.language}, "
            f"version {self.version}, values {self.digest}"
        )
        return f"{words}, chapter {self.chapter}" if self.chapter else words
