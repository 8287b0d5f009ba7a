"""Markup that a report does not know, and prints as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from iclei_portal.about.validators import REFERENCE
from reports.choices import FindingKind
from reports.contents.edition import LANGUAGES
from reports.readiness.fields import column

if TYPE_CHECKING:
    from reports.readiness.findings import Finding
    from reports.readiness.inspection import Inspection

AS_TYPED = _("The report prints this as it is typed: %(markup)s")
# Tags, pictures, braces, and links to what is no page.
UNKNOWN = re.compile(
    r"</?[A-Za-z][^<>]{0,300}>|!\[|\{\{?[^{}]{0,300}\}{0,2}|\]\((?!https?:|mailto:)[^()]{0,300}\)"
)
SHOWN, LENGTH = 3, 60


def _unknown(content: str) -> Iterator[str]:
    for found in UNKNOWN.finditer(content):
        if not REFERENCE.fullmatch(found[0]):
            yield Truncator(found[0]).chars(LENGTH)


def markup(inspection: Inspection) -> Iterator[Finding]:
    """Find texts with HTML, pictures, braces or links that stay as they are."""
    for language in LANGUAGES:
        for place, text in inspection.printed[language].texts.values():
            pieces = list(islice(_unknown(text.content), SHOWN))
            if pieces:
                yield inspection.find(
                    FindingKind.OUT_OF_ORDER,
                    AS_TYPED,
                    column(text),
                    place,
                    markup=" ".join(pieces),
                )


CHECKS = (markup,)
