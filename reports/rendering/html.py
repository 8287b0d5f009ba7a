"""An edition of a report as one HTML document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from reports.contents.chapters import CHAPTERS
from reports.contents.year import ReportYear

if TYPE_CHECKING:
    from collections.abc import Callable

    from reports.models import AnnualReport


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents."""

    key: str
    title: str


def nothing(done: int, total: int) -> None:
    """Take no notice of the progress."""


def edition_html(
    report: AnnualReport,
    language: str,
    progress: Callable[[int, int], None] = nothing,
) -> str:
    """Collect and lay out every chapter; `progress` hears of each one done."""
    with translation.override(language):
        year = ReportYear.of(report, language)
        chapters: list[SafeString] = []
        entries = [Entry(chapter.key, str(chapter.title)) for chapter in CHAPTERS]
        progress(0, len(CHAPTERS))
        for number, chapter in enumerate(CHAPTERS, start=1):
            context = {
                "key": chapter.key,
                "number": number,
                "title": chapter.title,
                "year": year,
                "contents": chapter.collect(year),
            }
            html = render_to_string(f"reports/pdf/{chapter.key}.html", context)
            chapters.append(mark_safe(html))  # noqa: S308 - a template's own output
            progress(number, len(CHAPTERS))
        return render_to_string(
            "reports/pdf/edition.html",
            {
                "report": report,
                "title": year.text(report, "title"),
                "year": year,
                "entries": entries,
                "chapters": chapters,
            },
        )
