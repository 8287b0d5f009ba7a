"""Filters that print the collected texts of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from events.templatetags.event_lines import joined_by, organised_by
from iclei_portal.bilingual.templatetags.bilingual import in_a_row, runs
from reports.rendering.prose import prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from events.contents import Organisers
    from iclei_portal.bilingual.texts import Text
    from reports.contents.events import EventRow, RoleRead
    from reports.contents.initiatives import Party

register = template.Library()

# The mark of a fact that has still to be confirmed; each chapter explains it.
MARK = "※"
# Stands where nothing was read, so that the mark has something to mark.
NOT_READ = "–"


@register.filter
def said(text: Text | None) -> SafeString:
    """Print a text; one that stands in from the other language is marked."""
    if text is None:
        return SafeString("")
    if text.missing:
        return format_html('<span lang="{}">{}</span>', text.language, text.content)
    return runs(text.content)


@register.filter
def row(texts: Iterable[Text]) -> SafeString:
    """Print names in a row."""
    return in_a_row(said(text) for text in texts)


@register.filter
def passage(text: Text | None) -> SafeString:
    """Print Markdown as paragraphs; a text of the other language is marked."""
    if text is None:
        return SafeString("")
    html = prose(text.content)
    if text.missing:
        return format_html('<div lang="{}">{}</div>', text.language, html)
    return html


@register.filter
def mark(confirmed: bool) -> str:
    """Print the mark behind a fact that is not confirmed."""
    return "" if confirmed else MARK


@register.filter
def organised(organisers: Organisers[Text]) -> SafeString:
    """Print who stands behind an event: 主催者（○○後援）."""
    return organised_by(organisers, row)


@register.filter
def participating(event: EventRow) -> SafeString:
    """Print the municipalities at an event: 名古屋市、他9自治体."""
    return joined_by(row(event.participants), event.further)


@register.filter
def roles(found: Iterable[RoleRead]) -> SafeString:
    """Print ICLEI Japan's roles, the open ones marked."""
    return in_a_row(
        format_html(
            "{}{}",
            NOT_READ if role.is_open else said(role.text),
            mark(role.confirmed),
        )
        for role in found
    )


@register.filter
def parties(found: Iterable[Party]) -> SafeString:
    """Print who takes part, the open ones marked."""
    return in_a_row(
        format_html("{}{}", said(party.name), mark(party.confirmed)) for party in found
    )
