"""The history of a record, in its two languages."""

from __future__ import annotations

from typing import Any

import simple_history
from django.db.models import Model
from modeltranslation.translator import NotRegistered, translator


def translated_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the names of the fields that stand in two languages."""
    try:
        options: Any = translator.get_options_for_model(model)
    except NotRegistered:
        return ()
    return tuple(options.fields)


def keep_history(model: type[Model], **options: Any) -> None:
    """Keep who changed a record when, from what to what.

    The bare column of a translated text follows whichever language was active,
    so the history holds the two columns of the languages only.
    """
    simple_history.register(
        model, excluded_fields=list(translated_fields(model)), **options
    )
