"""Tags that print municipalities and organisations: by name, and as rows of lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iclei_portal.bilingual import formats
from iclei_portal.bilingual.templatetags.bilingual import in_a_row, runs, text
from iclei_portal.bilingual.texts import active_language
from members.contents.values import Named
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


@register.filter
def named(record: Named) -> SafeString:
    """Print a name in two languages; where English is missing, Japanese, marked."""
    name, language = record.name_in(active_language())
    if language == active_language():
        return runs(name)
    return format_html('<span lang="{}">{}</span>', language, name)


def recorded_note(day: date) -> SafeString:
    """Print that a fact is known as of an earlier day than the one asked for."""
    words = _("as recorded on %(day)s") % {"day": formats.day_text(day)}
    return format_html(' <span class="recorded">{}</span>', words)
