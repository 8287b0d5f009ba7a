"""Many times the events of a year, with all that belongs to them."""

from __future__ import annotations

import itertools
from typing import Any

from django.db.models import ForeignKey, Model

from events.models import (
    Event,
    EventOrganisation,
    EventParticipant,
    EventRole,
    Session,
    SessionHost,
    SessionLink,
    SessionPart,
)
from iclei_portal.fiscal_year import FiscalYear

COPIES = itertools.count(1)
# What goes with an event or with one of its sessions.
BELOW = {
    *(EventOrganisation, EventParticipant, EventRole),
    *(Session, SessionHost, SessionLink, SessionPart),
}


def multiply_events(year: FiscalYear, times: int) -> int:
    """Copy the events of a year until there are so many times as many."""
    originals = list(Event.objects.in_fiscal_year(year))
    for _time in range(1, times):
        for event in originals:
            copy(event)
    return Event.objects.in_fiscal_year(year).count()


def copy(record: Model, **values: Any) -> None:
    """Copy a record and the records that stand under it; no history is written."""
    model = type(record)
    fields = [field for field in record._meta.concrete_fields if not field.primary_key]
    same = {field.attname: getattr(record, field.attname) for field in fields}
    if "slug" in same:
        same["slug"] = f"copy-{next(COPIES)}"
    (made,) = model._default_manager.bulk_create([model(**{**same, **values})])
    for relation in record._meta.related_objects:
        field = relation.field
        if isinstance(field, ForeignKey) and field.model in BELOW:
            for each in field.model._default_manager.filter(**{field.name: record}):
                copy(each, **{field.attname: made.pk})
