"""A record's text in the reader's language, or in the other, and which it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
class Filled:
    """A dated figure inside a text: the words it is printed in, and its record."""

    phrase: str
    source: str


@dataclass(frozen=True)
class Text:
    """A text and the language it is in; `missing` where it is not the reader's.

    `source` names the field it was read from, "events.event:12.title", and
    `figures` the dated figures that were filled into it: where a text comes from
    makes it no other text.
    """

    content: str
    language: str
    missing: bool
    source: str = field(default="", compare=False)
    figures: tuple[Filled, ...] = field(default=(), compare=False)


def record_of(record: Model) -> str:
    """Return how a record is named as a source: events.event:12."""
    return f"{record._meta.label_lower}:{record.pk}"


def source_of(record: Model, name: str) -> str:
    """Return how a field of a record is named as a source: events.event:12.title."""
    return f"{record_of(record)}.{name}"


def text_of(record: Model, name: str, language: str | None = None) -> Text:
    """Return a translated field of `record` in `language`, the active one if None.

    Where it is missing the other language stands in; where both are, the content
    is empty and nothing counts as missing.
    """
    wanted = language or active_language()
    other = "en" if wanted == "ja" else "ja"
    source = source_of(record, name)
    content = getattr(record, f"{name}_{wanted}")
    if content:
        return Text(content, wanted, missing=False, source=source)
    stand_in = getattr(record, f"{name}_{other}") or ""
    language_found = other if stand_in else wanted
    return Text(stand_in, language_found, missing=bool(stand_in), source=source)


def languages_of(record: Model, *fields: str) -> list[str]:
    """Return the languages in which every one of the fields is there."""
    return [
        language
        for language in ("ja", "en")
        if not any(text_of(record, name, language).missing for name in fields)
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
