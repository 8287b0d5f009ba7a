"""The editions of a report as HTML documents for print, and their chapters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from reports.contents.edition import ChapterRead, Edition
from reports.contents.events import EventRow
from reports.contents.places import Item
from reports.rendering.imprint import Imprint

PRINT = "print"
WEB = "web"


@dataclass(frozen=True)
class Part:
    """One language of a document; `prefix` keeps its ids apart from another's."""

    edition: Edition
    prefix: str
    html: SafeString


def chapter_html(
    edition: Edition, chapter: ChapterRead, *, medium: str = PRINT, prefix: str = ""
) -> SafeString:
    """Lay out one chapter in the language of its edition."""
    context = {
        "edition": edition,
        "chapter": chapter,
        "key": chapter.key,
        "number": chapter.number,
        "title": chapter.title,
        "contents": chapter.contents,
        "medium": medium,
        "prefix": prefix,
    }
    with translation.override(edition.language):
        html = render_to_string(f"reports/edition/{chapter.key}.html", context)
    return mark_safe(html)  # noqa: S308 - a template's own output


def item_html(edition: Edition, item: Item, *, medium: str = WEB) -> SafeString:
    """Lay out one event, or one conference with its sessions."""
    template = (
        "reports/edition/_event.html"
        if isinstance(item, EventRow)
        else "reports/edition/_programme.html"
    )
    context = {"edition": edition, "item": item, "medium": medium, "prefix": ""}
    with translation.override(edition.language):
        html = render_to_string(template, context)
    return mark_safe(html)  # noqa: S308 - a template's own output


def nothing(done: int, total: int) -> None:
    """Take no notice of the progress."""


def _framed(parts: Sequence[Part], imprint: Imprint | None) -> str:
    first = parts[0].edition
    context = {"edition": first, "parts": parts, "imprint": imprint}
    with translation.override(first.language):
        return render_to_string("reports/edition/print.html", context)


def edition_html(
    editions: Sequence[Edition],
    progress: Callable[[int, int], None] = nothing,
    *,
    other: Edition | None = None,
    imprint: Imprint | None = None,
) -> str:
    """Lay out an edition, or several as one document, the first one leading.

    An edition that stands alone ends with a summary of the `other`. `progress`
    hears of each chapter done.
    """
    total = sum(len(edition.chapters) for edition in editions)
    done = 0
    parts = []
    progress(done, total)
    for edition in editions:
        prefix = "" if edition is editions[0] else f"{edition.language}-"
        chapters = []
        for chapter in edition.chapters:
            chapters.append(chapter_html(edition, chapter, prefix=prefix))
            done += 1
            progress(done, total)
        context = {
            "edition": edition,
            "other": other,
            "chapters": chapters,
            "prefix": prefix,
        }
        with translation.override(edition.language):
            html = render_to_string("reports/edition/part.html", context)
        parts.append(Part(edition, prefix, mark_safe(html)))  # noqa: S308 - as above
    return _framed(parts, imprint)


def preview_html(edition: Edition, key: str, *, imprint: Imprint | None = None) -> str:
    """Lay out one chapter alone as its pages will look. Raises KeyError."""
    html = chapter_html(edition, edition.chapter(key))
    return _framed([Part(edition, "", html)], imprint)
