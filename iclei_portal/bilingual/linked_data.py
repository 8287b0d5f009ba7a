"""What a page says to machines, in the words of schema.org.

A node is a plain dictionary; what the records do not state is left out of it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Model

from iclei_portal.bilingual.texts import active_language, text_of

Node = dict[str, Any]
# Makes an address absolute, as HttpRequest.build_absolute_uri does.
Absolute = Callable[[str], str]


def node(kind: str, **values: Any) -> Node:
    """Return a node of a type of schema.org, without what is empty."""
    return {"@type": kind} | {
        name: value for name, value in values.items() if value not in ("", None, [], {})
    }


def names_of(record: Model, field: str = "name") -> Node:
    """Return the name in the reader's language and, where there is one, the other."""
    language = active_language()
    here = text_of(record, field, language)
    other = text_of(record, field, "en" if language == "ja" else "ja")
    named: Node = {"name": here.content}
    if not here.missing and not other.missing and other.content != here.content:
        named["alternateName"] = other.content
    return named


def day_value(day: date, precision: str = "day") -> str:
    """Return a date as exactly as it is known: 2021-06-10, 2021-06 or 2021."""
    length = {"year": 4, "month": 7}.get(precision, 10)
    return day.isoformat()[:length]
