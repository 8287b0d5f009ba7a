"""Tags that print the rows of a profile."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from iclei_portal.as_of import AsOf
from iclei_portal.bilingual import formats
from iclei_portal.bilingual.templatetags.bilingual import (
    being_confirmed,
    bracketed,
    period,
    runs,
    text,
)
from iclei_portal.valid_time import attested_until
from members.contents.facts import Resident
from members.contents.profile import Joined
from members.templatetags.parties import recorded_note

if TYPE_CHECKING:
    from events.models import EventParticipant, EventRole
    from initiatives.models import Participation

register = template.Library()

KANJI = re.compile(r"[\u3400-\u9fff々]")
ENTRY = (
    '<li><p class="entry-title"><a href="{}{}">{}</a>{}</p>'
    '<p class="entry-note">{}</p></li>'
)


def _confirming(*, confirmed: bool) -> SafeString:
    """Return the mark of a fact that was read from a damaged print."""
    if confirmed:
        return SafeString("")
    return format_html(" {}", being_confirmed())


@register.filter
def is_hard_to_read(name: str) -> bool:
    """Tell whether a name is more than kana and the kanji of its kind: さいたま市."""
    return len(KANJI.findall(name)) > 1


@register.filter
def residents(population: Resident) -> str:
    """Print how many people live there."""
    return _("%(number)s people") % {"number": f"{population.value:,}"}


@register.filter
def host(address: str) -> str:
    """Print the host of a web address; cards of a profile have no room for more."""
    return urlsplit(address).hostname or address


@register.simple_tag
def participation_rows(joined: Joined, *, ended: bool, as_of: AsOf) -> SafeString:
    """Print in which initiatives it takes part, or took part: as what, and when.

    A row says when it was recorded where that is not the day of all of them.
    """

    def note(one: Participation) -> SafeString:
        role = capfirst(one.get_role_display())
        held = bracketed(period(one))
        day = attested_until(as_of.day, [one])
        is_news = not ended and day < as_of.day and day != joined.recorded_on
        return format_html("{}{}{}", role, held, recorded_note(day) if is_news else "")

    return format_html_join(
        "\n",
        ENTRY,
        (
            (
                one.initiative.get_absolute_url(),
                as_of.query,
                text(one.initiative, "name"),
                _confirming(confirmed=one.confirmed),
                note(one),
            )
            for one in (joined.ended if ended else joined.current)
        ),
    )


@register.simple_tag
def peer_rows(joined: Joined, as_of: AsOf) -> SafeString:
    """Print in which networks beside ICLEI Japan it took part, and by which source."""

    def note(one: Participation) -> SafeString:
        role = capfirst(one.get_role_display())
        # Where the beginning is not known, the end is that of the source's year.
        held = bracketed(period(one) if one.start_known else "")
        if one.attested_on is None:
            return format_html("{}{}", role, held)
        words = _("according to a source of %(year)s") % {"year": one.attested_on.year}
        return format_html("{}{} · {}", role, held, words)

    return format_html_join(
        "\n",
        ENTRY,
        (
            (
                one.initiative.get_absolute_url(),
                as_of.query,
                text(one.initiative, "name"),
                _confirming(confirmed=one.confirmed),
                note(one),
            )
            for one in joined.peers
        ),
    )


def _role(role: EventRole) -> SafeString:
    words = runs(role) if role.role != "none" else ""
    mark = _confirming(confirmed=role.confirmed)
    return format_html('<span class="role">{}{}</span>', words, mark)


@register.simple_tag
def event_rows(participants: Iterable[EventParticipant]) -> SafeString:
    """Print in which events it took part: when, and what ICLEI Japan did there."""
    separator = pgettext("between the names of a list", ", ")

    def note(one: EventParticipant) -> SafeString:
        event = one.event
        days = formats.days_text(event.start_on, event.last_day, event.precision)
        printed = event.printed_roles or list(event.roles.all())
        # A dash says that nothing was printed: worth a word only while it is open.
        roles = [one for one in printed if one.role != "none" or not one.confirmed]
        if not roles:
            return SafeString(days)
        row = format_html_join(separator, "{}", ((_role(role),) for role in roles))
        return format_html("{} · {} {}", days, _("ICLEI Japan:"), row)

    return format_html_join(
        "\n",
        ENTRY,
        (
            (
                one.event.get_absolute_url(),
                "",
                text(one.event, "title"),
                "",
                note(one),
            )
            for one in participants
        ),
    )
