"""What stands in one language only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from reports.choices import FindingKind
from reports.contents.edition import LANGUAGES
from reports.readiness.fields import PERSON, column, is_translated, model_label

if TYPE_CHECKING:
    from reports.readiness.findings import Finding
    from reports.readiness.inspection import Inspection

NO_ENGLISH = _("The English text is missing.")
NO_JAPANESE = _("The Japanese text is missing.")
IN_JAPANESE = _("The English text is in Japanese.")
MISSING = {"ja": NO_JAPANESE, "en": NO_ENGLISH}
JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
LETTER = re.compile(r"[^\W\d_]")


def missing_languages(inspection: Inspection) -> Iterator[Finding]:
    """Find texts that the other language stands in for.

    Persons from overseas have a name in Latin letters alone.
    """
    for language in LANGUAGES:
        for place, text in inspection.printed[language].texts.values():
            latin = language == "ja" and model_label(text.source) == PERSON
            if text.missing and not latin:
                yield inspection.find(
                    FindingKind.UNTRANSLATED,
                    MISSING[language],
                    column(text, language),
                    place,
                )


def japanese_in_english(inspection: Inspection) -> Iterator[Finding]:
    """Find English texts that are Japanese for the most part."""
    for place, text in inspection.printed["en"].texts.values():
        letters = len(LETTER.findall(text.content))
        japanese = len(JAPANESE.findall(text.content))
        is_english = text.language == "en" and is_translated(text.source)
        if is_english and japanese * 2 > letters:
            yield inspection.find(
                FindingKind.UNTRANSLATED, IN_JAPANESE, column(text), place
            )


CHECKS = (missing_languages, japanese_in_english)
