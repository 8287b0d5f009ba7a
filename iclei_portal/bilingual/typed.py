"""What a person typed into a form that cannot be taken: it is shown, not lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from django.http import QueryDict
    from django_stubs_ext import StrPromise


@dataclass(frozen=True)
class Typed:
    """A text as it was typed, in the language that its field is for."""

    language: str
    name: StrPromise
    content: str


def typed_texts(posted: QueryDict) -> Iterator[Typed]:
    """Yield the texts of a form; only fields of one language hold texts."""
    for field, content in posted.items():
        for language, name in settings.LANGUAGES:
            if field.endswith(f"_{language}") and str(content).strip():
                yield Typed(language, name, str(content))
