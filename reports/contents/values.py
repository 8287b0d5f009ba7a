"""Values of a report that are counted, not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import record_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model


@dataclass(frozen=True)
class Count:
    """How many records there are: `of` names what was counted, and of which."""

    value: int
    of: str
    records: tuple[str, ...]

    @classmethod
    def of_records(cls, of: str, records: Iterable[Model]) -> Count:
        """Count records, and name them."""
        named = tuple(record_of(record) for record in records)
        return cls(len(named), of, named)
