"""The ledger of an edition: every numeral in it, and the records that it is from.

An edition is laid out once more, with marks around its values, and read in the order
of print.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cattrs.preconf.json import make_converter

from reports.choices import Language
from reports.contents.edition import Edition
from reports.contents.snapshots import editions_of
from reports.rendering.bookkeeping import Binding, Bookkeeper, Entry
from reports.rendering.documents import laid_out
from reports.rendering.html import preview_html
from reports.rendering.layout import LayoutReader
from reports.rendering.marks import marking

if TYPE_CHECKING:
    from reports.models import Snapshot, Version

_converter = make_converter(omit_if_default=True)
# The parts of an edition around its chapters, by the classes of their elements.
FRAME = ("cover", "contents", "corrections", "summary", "colophon")


@dataclass(frozen=True)
class Ledger:
    """All numerals of an edition in the order of print."""

    entries: tuple[Entry, ...]

    @property
    def unbound(self) -> list[Entry]:
        """The numerals behind which no record stands."""
        return [entry for entry in self.entries if entry.binding == Binding.NONE]


def ledger_of(
    editions: Mapping[str, Edition], language: str, chapter: str | None = None
) -> Ledger:
    """Return the ledger of an edition, or of the preview of one of its chapters.

    `language` is one of reports.choices.Language. Raises KeyError for no chapter.
    """
    with marking() as values:
        if chapter:
            html = preview_html(editions[language], chapter)
        else:
            html = laid_out(editions, Language(language))
    layout = LayoutReader(FRAME).read(html)
    return Ledger(tuple(Bookkeeper(layout, values, editions.values()).entries()))


def frozen_ledgers(snapshot: Snapshot) -> dict[str, Any]:
    """Return the ledgers of all editions as JSON values: templates may change."""
    editions = editions_of(snapshot)
    return {
        language.value: _converter.unstructure(ledger_of(editions, language))
        for language in Language
    }


def frozen_ledger(version: Version, language: str) -> Ledger:
    """Return the ledger of an edition as it was frozen."""
    return _converter.structure(version.ledgers[language], Ledger)
