"""The tags that list events, one call for a whole list or table."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext

from events.choices import Listing
from events.models import Event
from events.templatetags.event_lines import organised, participating, roles, standing
from iclei_portal.bilingual.formats import days_text
from iclei_portal.bilingual.links import path_of
from iclei_portal.bilingual.templatetags.bilingual import text
from iclei_portal.pictures.templatetags.photos import entry_picture

register = template.Library()


@register.simple_tag
def event_rows(events: Iterable[Event], *, programmes: bool = False) -> SafeString:
    """List events, each with its small picture and a link to its programme.

    `programmes` says that each has one; otherwise those `counting_sessions` have.
    """
    rows = format_html_join(
        "", "{}", ((event_row(one, has_programme=programmes),) for one in events)
    )
    return format_html('<ul class="entries">{}</ul>', rows)


def event_row(event: Event, *, has_programme: bool) -> SafeString:
    """Return the row of an event in a list."""
    counted = getattr(event, "session_count", 0) and event.listing != Listing.CAFE
    return format_html(
        '<li><p class="entry-note">{}{} · {}</p>'
        '<p class="entry-title"><a href="{}">{}</a></p>{}{}</li>',
        days_text(event.start_on, event.last_day, event.precision),
        format_html(" · {}", place) if (place := text(event, "place")) else "",
        text(event, "label") or capfirst(event.get_listing_display()),
        path_of("events:detail", event.slug),
        text(event, "title"),
        programme_link(event.slug) if has_programme or counted else "",
        entry_picture(event.picture),
    )


def programme_link(slug: str) -> SafeString:
    """Return the line that leads to the programme of an event."""
    return format_html(
        '<p class="entry-note"><a href="{}">{}</a></p>',
        path_of("events:programme", slug),
        gettext("Programme"),
    )


@register.simple_tag
def table_rows(events: Iterable[Event], *, participants: bool = False) -> SafeString:
    """Print the rows of a table of events that were fetched `for_listing`.

    The columns: date, event, organisers, `participants` where asked, roles.
    """
    columns = [(gettext("Organisers"), organised)]
    if participants:
        columns.append((gettext("Participants"), participating))
    columns.append((gettext("Role of ICLEI Japan"), roles))
    return format_html_join(
        "\n",
        '<tr><td class="when">{}</td><th scope="row"><a href="{}">{}</a>{}</th>{}</tr>',
        (
            (
                days_text(event.start_on, event.last_day, event.precision),
                path_of("events:detail", event.slug),
                text(event, "title"),
                standing(event),
                format_html_join(
                    "",
                    '<td data-label="{}">{}</td>',
                    ((label, read(event)) for label, read in columns),
                ),
            )
            for event in events
        ),
    )
