"""What the renderer gets: of the records as they were read, or of a frozen version."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.choices import FailureReason, Language
from reports.contents.snapshots import editions_of
from reports.rendering.fingerprints import printable_as_frozen
from reports.rendering.html import edition_html, nothing, preview_html
from reports.rendering.imprint import Imprint
from reports.rendering.process import RenderError

if TYPE_CHECKING:
    from reports.contents.edition import Edition
    from reports.models import Snapshot, Version


@dataclass(frozen=True)
class Document:
    """A document for print: its HTML, and its values as a JSON attachment."""

    html: str
    data: bytes


def _data(snapshot: Snapshot, language: str) -> bytes:
    values = {code: snapshot.values[code] for code in Language(language).codes}
    return json.dumps(values, ensure_ascii=False, sort_keys=True, indent=1).encode()


def current_document(
    snapshot: Snapshot,
    language: str,
    progress: Callable[[int, int], None] = nothing,
) -> Document:
    """Lay an edition out; `progress` hears of each chapter done."""
    html = laid_out(
        editions_of(snapshot),
        Language(language),
        progress,
        imprint=Imprint.of(snapshot, language),
    )
    return Document(html, _data(snapshot, language))


def chapter_document(snapshot: Snapshot, language: str, chapter: str) -> Document:
    """Lay one chapter out alone. Raises KeyError."""
    edition = editions_of(snapshot)[Language(language).codes[0]]
    imprint = Imprint.of(snapshot, edition.language, chapter)
    html = preview_html(edition, chapter, imprint=imprint)
    return Document(html, _data(snapshot, language))


def frozen_document(version: Version, language: str) -> Document:
    """Return an edition as it was laid out when it was frozen.

    Raises RenderError where it would no longer print to the same bytes.
    """
    if not printable_as_frozen(version.fingerprints):
        raise RenderError(FailureReason.CHANGED, str(version.number))
    return Document(version.documents[language], _data(version.snapshot, language))


def frozen_documents(snapshot: Snapshot) -> dict[str, str]:
    """Return the HTML of every edition: what a frozen version is printed from."""
    editions = editions_of(snapshot)
    return {
        language.value: laid_out(
            editions, language, imprint=Imprint.of(snapshot, language.value)
        )
        for language in Language
    }


def laid_out(
    editions: Mapping[str, Edition],
    language: Language,
    progress: Callable[[int, int], None] = nothing,
    *,
    imprint: Imprint | None = None,
) -> str:
    """Return the HTML of one edition; `progress` hears of each chapter done."""
    chosen = [editions[code] for code in language.codes]
    others = [each for code, each in editions.items() if code not in language.codes]
    other = others[0] if others else None
    return edition_html(chosen, progress, other=other, imprint=imprint)
