"""Filters that print municipalities and organisations by name."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from iclei_portal.bilingual.templatetags.bilingual import in_a_row, text
from members.models import Municipality, Organisation, Party

register = template.Library()


@register.filter
def linked(party: Municipality | Organisation, query: str = "") -> SafeString:
    """Print a name; that of a municipality leads to its profile."""
    name = text(party, "name")
    if isinstance(party, Organisation):
        return name
    return format_html('<a href="{}{}">{}</a>', party.get_absolute_url(), query, name)


@register.filter
def parties(records: Iterable[Party]) -> SafeString:
    """Print the parties of records in a row."""
    return in_a_row(linked(record.party) for record in records)


@register.filter
def municipalities(found: Iterable[Municipality], query: str = "") -> SafeString:
    """Print municipalities in a row, each leading to its profile."""
    return in_a_row(linked(municipality, query) for municipality in found)
