"""Records whose slug was changed: old addresses lead on to the new ones."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.http import Http404

_Row = TypeVar("_Row", bound=Model)


class Moved(Http404):
    """There was a record under the slug `old`; its slug is now `new`."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(f"{old} is now {new}")
        self.old, self.new = old, new


def by_slug(records: QuerySet[_Row], slug: str) -> _Row:
    """Return the record with the slug. Raises Http404, Moved where it had it once.

    What the slugs were is in the history of the records.
    """
    found = records.filter(slug=slug).first()
    if found is not None:
        return found
    history: Any = getattr(records.model, "history")  # noqa: B009 - simple-history's
    # Of several that had it, the one that had it last.
    held = history.filter(slug=slug).values("id")
    last = history.filter(slug=slug, id=OuterRef("pk")).order_by("-history_id")
    now = (
        records.filter(pk__in=held)
        .order_by(Subquery(last.values("history_id")[:1]).desc())
        .values_list("slug", flat=True)
        .first()
    )
    if now is None:
        raise Http404
    raise Moved(slug, now)
