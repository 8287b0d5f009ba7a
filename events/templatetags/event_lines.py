"""Filters that print who stands behind an event, who took part, and its state."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import pgettext

from events.choices import Role
from events.contents import Organisers, further_text, organisers_of, standing_on
from events.models import Event
from iclei_portal.bilingual.templatetags.bilingual import (
    being_confirmed,
    in_a_row,
    runs,
)
from iclei_portal.fiscal_year import today_in_japan
from members.templatetags.parties import linked, municipalities

register = template.Library()

_Name = TypeVar("_Name")

# Stands where the source prints nothing.
NOTHING = "–"


def organised_by(
    organisers: Organisers[_Name], row: Callable[[tuple[_Name, ...]], SafeString]
) -> SafeString:
    """Print who stands behind an event: 主催者（○○後援）; `row` prints names."""
    line = row(organisers.hosts) or SafeString(NOTHING)
    for names, phrase in (
        (
            organisers.co_hosts,
            pgettext("organisers of an event", "{hosts} (co-organised by {names})"),
        ),
        (
            organisers.supporters,
            pgettext("organisers of an event", "{hosts} (supported by {names})"),
        ),
        (
            organisers.cooperators,
            pgettext("organisers of an event", "{hosts} (in cooperation with {names})"),
        ),
    ):
        if names:
            line = format_html(phrase, hosts=line, names=row(names))
    return line


def joined_by(names: SafeString, further: str) -> SafeString:
    """Print who took part: 名古屋市、他9自治体."""
    if not (names and further):
        return names or SafeString(further)
    phrase = pgettext("participants of an event", "{names} {further}")
    return format_html(phrase, names=names, further=further)


@register.filter
def organised(event: Event) -> SafeString:
    """Print who stands behind an event, with links to municipalities."""
    return organised_by(organisers_of(event, lambda one: linked(one.party)), in_a_row)


@register.filter
def participating(event: Event) -> SafeString:
    """Print the municipalities at an event, with links to them."""
    names = municipalities(one.municipality for one in event.participants.all())
    return joined_by(names, further_text(event)) or SafeString(NOTHING)


@register.filter
def standing(event: Event) -> SafeString:
    """Print a mark whether an event takes place, nothing where it took place."""
    said = standing_on(event, today_in_japan())
    return (
        format_html(' <span class="tag">{}</span>', capfirst(said))
        if said
        else SafeString()
    )


@register.filter
def roles(event: Event) -> SafeString:
    """Print what ICLEI Japan did at an event; a dash stands for what was not read."""
    return format_html_join(
        pgettext("between the names of a list", ", "),
        '<span class="role">{}{}</span>',
        (
            (
                NOTHING if role.role == Role.NONE else runs(role),
                "" if role.confirmed else format_html(" {}", being_confirmed()),
            )
            for role in event.printed_roles or event.roles.all()
        ),
    ) or SafeString(NOTHING)
