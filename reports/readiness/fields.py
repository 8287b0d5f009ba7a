"""How the field of a printed text is named where it is edited."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.apps import apps

from iclei_portal.bilingual.history import translated_fields

if TYPE_CHECKING:
    from iclei_portal.bilingual.texts import Text

PERSON = "members.person"


@cache
def _translated(label: str) -> tuple[str, ...]:
    return translated_fields(apps.get_model(label))


def model_label(source: str) -> str:
    """Return the model of a record or a field: events.event."""
    return source.partition(":")[0]


def is_translated(source: str) -> bool:
    """Tell whether a field stands in two languages."""
    return source.rpartition(".")[2] in _translated(model_label(source))


def column(text: Text, language: str = "") -> str:
    """Return the field that a text is edited in, of its language or of another."""
    record, _dot, name = text.source.rpartition(".")
    code = language or text.language
    if model_label(record) == PERSON and name == "name":
        return f"{record}.family_name_{code}"
    return f"{text.source}_{code}" if is_translated(text.source) else text.source
