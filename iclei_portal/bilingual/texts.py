"""A record's text in the reader's language, or in the other, and which it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import get_language

# Two or more Latin words in a row, with what stands between and around them. A word
# may start with a digit (2nd); a number with a Japanese counter is none of them.
LATIN_WORD = r"(?=[0-9.-]*[A-Za-zÀ-ɏ])[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9’'‐–—&./-]*+"
NUMBER = r"[0-9][0-9.,]*+(?![\u3040-\u30ff\u3400-\u9fff])"
LATIN_RUN = re.compile(rf"{LATIN_WORD}(?:[ :,;?!“”\"()&–-]+(?:{LATIN_WORD}|{NUMBER}))+")
JAPANESE_RUN = re.compile(
    r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
    r"(?:[\w\u3000-\u30ff\u3400-\u9fff\uff00-\uffef・ー]*"
    r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef])?"
)


def active_language() -> str:
    """Return the active language, ja or en."""
    return "en" if (get_language() or "ja").startswith("en") else "ja"


@dataclass(frozen=True)
class Text:
    """A text and the language it is in; `missing` where it is not the reader's."""

    content: str
    language: str
    missing: bool


def text_of(record: Model, field: str, language: str | None = None) -> Text:
    """Return a translated field of `record` in `language`, the active one if None.

    Where it is missing the other language stands in; where both are, the content
    is empty and nothing counts as missing.
    """
    wanted = language or active_language()
    other = "en" if wanted == "ja" else "ja"
    content = getattr(record, f"{field}_{wanted}")
    if content:
        return Text(content, wanted, missing=False)
    stand_in = getattr(record, f"{field}_{other}") or ""
    return Text(stand_in, other if stand_in else wanted, missing=bool(stand_in))


def languages_of(record: Model, *fields: str) -> list[str]:
    """Return the languages in which every one of the fields is there."""
    return [
        language
        for language in ("ja", "en")
        if not any(text_of(record, field, language).missing for field in fields)
    ]


def foreign_runs(content: str, language: str) -> list[tuple[str, bool]]:
    """Split `content` into runs, each with whether it is in the other language.

    In Japanese texts, two Latin words or more in a row are foreign: a single
    name or acronym belongs to the sentence. In English texts every run of
    Japanese characters is.
    """
    pattern = LATIN_RUN if language == "ja" else JAPANESE_RUN
    runs: list[tuple[str, bool]] = []
    position = 0
    for match in pattern.finditer(content):
        if match.start() > position:
            runs.append((content[position : match.start()], False))
        runs.append((match.group(), True))
        position = match.end()
    if position < len(content):
        runs.append((content[position:], False))
    return runs
