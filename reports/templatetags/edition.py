"""Filters that print the collected values of an edition.

Every value with a numeral in it goes through one of them, once, in printing order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import override, pgettext

from events.templatetags.event_lines import joined_by, organised_by
from iclei_portal.bilingual.phrases import in_phrases
from iclei_portal.bilingual.templatetags.bilingual import in_a_row, runs
from reports.rendering.marks import marked
from reports.rendering.prose import prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from events.contents import Organisers
    from iclei_portal.bilingual.texts import Text
    from reports.contents.events import EventRow, RoleRead
    from reports.contents.initiatives import Party
    from reports.contents.values import Count

register = template.Library()

# Stands where nothing was read, so that the note has something to stand by.
NOT_READ = "–"


class Fact(Protocol):
    """What may have to be confirmed."""

    @property
    def confirmed(self) -> bool:
        """Whether it is sure."""


@register.filter
def said(text: Text | str | None) -> SafeString:
    """Print a text; one that stands in from the other language is marked."""
    if text is None:
        return SafeString("")
    if isinstance(text, str):
        return runs(text)
    if text.missing:
        foreign = '<span lang="{}">{}</span>'
        return marked(format_html(foreign, text.language, text.content), text)
    return marked(runs(text.content), text)


@register.filter
def headline(text: Text | str | None) -> SafeString:
    """Print a text as a heading: Japanese breaks between phrases."""
    return in_phrases(said(text))


@register.filter
def row(texts: Iterable[Text | str]) -> SafeString:
    """Print names in a row."""
    return in_a_row(said(text) for text in texts)


@register.filter
def passage(text: Text | None) -> SafeString:
    """Print Markdown as paragraphs; a text of the other language is marked."""
    if text is None:
        return SafeString("")
    with override(text.language):
        html = prose(text.content)
    if text.missing:
        html = format_html('<div lang="{}">{}</div>', text.language, html)
    return marked(html, text)


@register.filter
def counted(count: Count) -> SafeString:
    """Print how many records were counted."""
    return marked(SafeString(f"{count.value:,}"), count)


@register.filter
def ordinal(number: int) -> SafeString:
    """Print the number of a chapter or of an entry in a list: 01."""
    return marked(SafeString(f"{number:02d}"), number)


@register.filter
def mark(fact: Fact | None) -> SafeString:
    """Print the note behind a fact that is not confirmed.

    What it means is for paper: at the foot of a page there is room for it.
    """
    if fact is None or fact.confirmed:
        return SafeString("")
    return format_html(
        '<span class="note">{}<span class="why" hidden>{}</span></span>',
        pgettext("note on a fact", "To be confirmed"),
        pgettext("note on a fact", ": this could not be read for certain."),
    )


@register.filter
def unread(fact: Fact) -> SafeString:
    """Print that nothing was read for sure, with the note."""
    return format_html("{}{}", NOT_READ, mark(fact))


@register.filter
def organised(organisers: Organisers[Text]) -> SafeString:
    """Print who stands behind an event: 主催者（○○後援）."""
    return organised_by(organisers, row)


@register.filter
def participating(event: EventRow) -> SafeString:
    """Print the municipalities at an event: 名古屋市、他9自治体."""
    return joined_by(row(event.participants), said(event.further))


@register.filter
def roles(found: Iterable[RoleRead]) -> SafeString:
    """Print ICLEI Japan's roles, the open ones with a note."""
    return in_a_row(
        unread(role)
        if role.is_open
        else format_html("{}{}", said(role.text), mark(role))
        for role in found
    )


@register.filter
def parties(found: Iterable[Party]) -> SafeString:
    """Print who takes part, the open ones with a note."""
    return in_a_row(
        format_html("{}{}", said(party.name), mark(party)) for party in found
    )
