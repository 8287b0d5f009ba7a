"""Names of persons as each language prints them.

Apart from the models: the type checker goes round in circles about named tuples
beside them.
"""

from __future__ import annotations

from typing import NamedTuple


class FullName(NamedTuple):
    """What a person's name is made of, in the order of a query."""

    family_ja: str | None
    given_ja: str | None
    family_en: str | None
    given_en: str | None
    family_first: bool

    def in_language(self, language: str) -> str:
        """Return the name in `language`, else in the other, else empty."""
        names = {
            "ja": (self.family_ja, self.given_ja),
            "en": (self.family_en, self.given_en),
        }
        for one in (language, "en" if language == "ja" else "ja"):
            family, given = names[one]
            if family:
                return self._joined(family, given or "", one)
        return ""

    def _joined(self, family: str, given: str, language: str) -> str:
        if language == "ja":
            return (
                f"{family} {given}" if self.family_first else f"{given}・{family}"
            ).strip(" ・")
        return (
            f"{family.upper()} {given}" if self.family_first else f"{given} {family}"
        ).strip()
