"""Snapshots of a report: its editions read at one moment, kept, and read back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.db import connection, transaction

from iclei_portal.bilingual.texts import Text, source_of, text_of
from reports.contents.changes import Change, differences
from reports.contents.edition import (
    Corrections,
    Edition,
    collect_editions,
    read_edition,
    written,
)
from reports.models import AnnualReport, Snapshot, Version

OTHER = {"ja": "en", "en": "ja"}


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read the records as they are now, whatever is saved meanwhile."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def editions_of(snapshot: Snapshot) -> dict[str, Edition]:
    """Return the editions of a snapshot by language."""
    values: Mapping[str, Mapping[str, Any]] = snapshot.values
    return {language: read_edition(each) for language, each in values.items()}


def current_editions(report: AnnualReport) -> dict[str, Edition]:
    """Return both editions as the records are now, with what they correct."""
    with _one_moment():
        editions = collect_editions(report)
        corrected = (
            report.versions.filter(
                published_at__isnull=False, number__lt=report.version
            )
            .select_related("snapshot")
            .order_by("-number")
            .first()
        )
    if corrected is None:
        return editions
    lines = changes_between(editions_of(corrected.snapshot), editions)
    return {
        language: replace(
            edition,
            corrections=Corrections(
                Text(
                    str(corrected.number),
                    language,
                    missing=False,
                    source=source_of(corrected, "number"),
                ),
                _reason(corrected, language),
                tuple(lines[language]),
            ),
        )
        for language, edition in editions.items()
    }


def _reason(version: Version, language: str) -> Text | None:
    reason = text_of(version, "reason", language)
    return reason if reason.content else None


def changes_between(
    before: Mapping[str, Edition], after: Mapping[str, Edition]
) -> dict[str, list[Change]]:
    """Return the same lines for both languages.

    What was changed in one language only stands in the other's list in that
    language, as missing.
    """
    found = {
        language: differences(before[language], after[language]) for language in after
    }
    return {
        language: [
            changes[source] if source in changes else _foreign(other[source])
            for source in dict.fromkeys([*changes, *other])
        ]
        for language, changes in found.items()
        for other in [found[OTHER[language]]]
    }


def _foreign(change: Change) -> Change:
    return Change(
        change.chapter,
        replace(change.label, missing=True),
        change.before and replace(change.before, missing=True),
        change.after and replace(change.after, missing=True),
    )


def keep_snapshot(report: AnnualReport, editions: Mapping[str, Edition]) -> Snapshot:
    """Store the values of both editions; the same values are stored once."""
    values = {language: written(edition) for language, edition in editions.items()}
    content = json.dumps(
        values, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    digest = hashlib.sha256(content.encode()).hexdigest()
    snapshot, _created = Snapshot.objects.get_or_create(
        report=report, digest=digest, defaults={"values": values}
    )
    return snapshot


def take_snapshot(report: AnnualReport, chapter: str = "") -> Snapshot:
    """Read both editions now, or one chapter of both, and keep them."""
    if not chapter:
        return keep_snapshot(report, current_editions(report))
    with _one_moment():
        editions = collect_editions(report, only=chapter)
    return keep_snapshot(report, editions)
