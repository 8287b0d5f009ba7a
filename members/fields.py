"""Fields that tidy what is typed into the one form in which it is kept."""

from __future__ import annotations

import unicodedata
from typing import Any

from django.db import models

from iclei_portal.bilingual.kana import hiragana


class KanaField(models.CharField):  # type: ignore[type-arg]
    """A reading, kept in hiragana however it is typed."""

    def to_python(self, value: Any) -> Any:
        """Return the reading in hiragana."""
        cleaned = super().to_python(value)
        return hiragana(cleaned) if isinstance(cleaned, str) else cleaned


class CodeField(models.CharField):  # type: ignore[type-arg]
    """A code, kept in half-width characters however it is typed."""

    def to_python(self, value: Any) -> Any:
        """Return the code in half-width characters."""
        cleaned = super().to_python(value)
        return (
            unicodedata.normalize("NFKC", cleaned)
            if isinstance(cleaned, str)
            else cleaned
        )
