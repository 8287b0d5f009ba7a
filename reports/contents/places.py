"""Where the items of a chapter are found by the name in their address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from reports.contents.events import EventRow
from reports.contents.programmes import Programme

Item = EventRow | Programme


def items_of(contents: object) -> Iterator[Item]:
    """Yield the events and programmes of a chapter, in their order."""
    if isinstance(contents, Item):
        yield contents
    elif isinstance(contents, tuple):
        for each in contents:
            yield from items_of(each)
    elif is_dataclass(contents):
        values: Any = (getattr(contents, field.name) for field in fields(contents))
        for value in values:
            yield from items_of(value)


def item_named(contents: object, slug: str) -> Item | None:
    """Return the item with the slug, None where there is none."""
    return next((item for item in items_of(contents) if item.slug == slug), None)
