"""Values in two languages that come from a query, not from a record."""

from __future__ import annotations

from typing import Protocol


class Named(Protocol):
    """What has a name in Japanese, perhaps in English too."""

    def name_in(self, language: str) -> tuple[str, str]:
        """Return the name for readers of a language, and the language it is in."""


def in_language(ja: str, en: str | None, language: str) -> tuple[str, str]:
    """Return a text for readers of `language`, and the language it is in."""
    return (en, "en") if language == "en" and en else (ja, "ja")
