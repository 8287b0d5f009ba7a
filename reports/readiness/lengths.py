"""Texts that are too long for their place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from reports.choices import FindingKind
from reports.contents.edition import LANGUAGES
from reports.readiness.fields import column
from reports.validators import LONGEST_TEXT

if TYPE_CHECKING:
    from reports.readiness.findings import Finding
    from reports.readiness.inspection import Inspection

TOO_LONG = _("The text has %(count)s characters; %(most)s are the most for a section.")
LONG_TITLE = _("The title is too long for a list, or runs over several lines.")
TITLES = ("title", "name", "label", "place", "venue", "post")
# In half-width letters.
WIDEST = 200


def width(text: str) -> int:
    """Return the width of a text: Japanese letters take the room of two Latin ones."""
    wide = sum(unicodedata.east_asian_width(letter) in "WFA" for letter in text)
    return len(text) + wide


def lengths(inspection: Inspection) -> Iterator[Finding]:
    """Find texts and titles that the layout was not made for."""
    for language in LANGUAGES:
        for place, text in inspection.printed[language].texts.values():
            content = text.content
            is_title = text.source.rpartition(".")[2] in TITLES
            if is_title and (width(content) > WIDEST or "\n" in content.strip()):
                yield inspection.find(
                    FindingKind.OUT_OF_ORDER, LONG_TITLE, column(text), place
                )
            elif len(content) > LONGEST_TEXT:
                yield inspection.find(
                    FindingKind.OUT_OF_ORDER,
                    TOO_LONG,
                    column(text),
                    place,
                    count=f"{len(content):,}",
                    most=f"{LONGEST_TEXT:,}",
                )


CHECKS = (lengths,)
