"""Charters and strategies: what is in force on a day, and what is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import groupby

from iclei_portal.about.choices import DocumentKind
from iclei_portal.about.models import Document


class Standing(IntEnum):
    """Whether a document is in force, in the order in which they are shown."""

    IN_FORCE = 1
    TO_COME = 2
    FORMER = 3


@dataclass(frozen=True)
class DatedDocument:
    """A document as it stands on a day, and the one that took its place, if any."""

    document: Document
    standing: Standing
    follower: Document | None

    @property
    def is_in_force(self) -> bool:
        """Tell whether it is in force on the day."""
        return self.standing is Standing.IN_FORCE

    @property
    def is_former(self) -> bool:
        """Tell whether it was in force before the day, and is not any more."""
        return self.standing is Standing.FORMER


def standing_on(day: date, document: Document) -> Standing:
    """Return whether a document is in force on `day`."""
    if day in document.valid:
        return Standing.IN_FORCE
    return Standing.TO_COME if day < document.valid.lower else Standing.FORMER


def documents_by_kind(
    documents: Iterable[Document], day: date
) -> list[tuple[DocumentKind, list[DatedDocument]]]:
    """Group documents that stand newest first by kind, those in force at the top."""
    found = list(documents)
    followers = {one.follows_id: one for one in found if one.follows_id}
    kinds = list(DocumentKind)
    dated = sorted(
        (
            DatedDocument(one, standing_on(day, one), followers.get(one.pk))
            for one in found
        ),
        key=lambda one: (kinds.index(DocumentKind(one.document.kind)), one.standing),
    )
    return [
        (DocumentKind(kind), list(group))
        for kind, group in groupby(dated, lambda one: one.document.kind)
    ]
