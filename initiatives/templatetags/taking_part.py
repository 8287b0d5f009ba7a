"""Tags that print who takes part in an initiative, in lists and in the matrix."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from iclei_portal.bilingual.formats import dated, day_text
from iclei_portal.bilingual.templatetags.bilingual import (
    being_confirmed,
    in_a_row,
    text,
)
from initiatives.choices import Role
from members.templatetags.parties import linked, recorded_note

if TYPE_CHECKING:
    from iclei_portal.as_of import AsOf
    from initiatives.contents.matrix import Mark, Matrix, Row
    from initiatives.models import Initiative, Participation
    from members.models import Municipality

register = template.Library()

NOTHING = SafeString("")


def since(participation: Participation) -> SafeString:
    """Print since when, as exactly as it is known; nothing where it is not."""
    if participation.since is None:
        return NOTHING
    words = _("since %(day)s") % {
        "day": dated(participation.since, participation.start_precision)
    }
    return format_html(' <span class="member-place">{}</span>', words)


def recorded(participation: Participation, as_of: AsOf) -> SafeString:
    """Print of which day the record is, where that is before the day shown."""
    day = participation.attested_on
    if day is None or day >= as_of.day:
        return NOTHING
    if not participation.initiative.is_peer:
        return recorded_note(day)
    words = _("according to a source of %(year)s") % {"year": day.year}
    return format_html(' <span class="recorded">{}</span>', words)


def open_tag(*, confirmed: bool) -> SafeString:
    """Print that staff are confirming it, where they are."""
    if confirmed:
        return NOTHING
    return format_html(" {}", being_confirmed())


def _name(participation: Participation, as_of: AsOf) -> SafeString:
    return format_html(
        '<span class="member-name">{}</span>', linked(participation.party, as_of.query)
    )


@register.simple_tag
def participants(found: Iterable[Participation], as_of: AsOf) -> SafeString:
    """Print those who take part, each with since when or as recorded when."""
    return format_html_join(
        "\n",
        "<li>{}{}{}{}</li>",
        (
            (
                _name(one, as_of),
                open_tag(confirmed=one.confirmed),
                since(one),
                recorded(one, as_of),
            )
            for one in found
        ),
    )


def _until(participation: Participation) -> str:
    if participation.end_known and participation.last_day:
        return _("until %(day)s") % {"day": day_text(participation.last_day)}
    day = participation.attested_on or participation.valid.lower
    return _("recorded in %(year)s") % {"year": day.year}


@register.simple_tag
def former_participants(found: Iterable[Participation], as_of: AsOf) -> SafeString:
    """Print those who took part before, each with the role and until when."""
    return format_html_join(
        "\n",
        '<li>{}{} <span class="member-place">{}</span>'
        ' <span class="member-place">{}</span></li>',
        (
            (
                _name(one, as_of),
                open_tag(confirmed=one.confirmed),
                capfirst(one.get_role_display()),
                _until(one),
            )
            for one in found
        ),
    )


@register.simple_tag
def parties_in_a_row(found: Iterable[Participation], as_of: AsOf) -> SafeString:
    """Print the parties in a row, municipalities with their profiles."""
    return in_a_row(linked(one.party, as_of.query) for one in found)


@register.simple_tag
def initiative_link(initiative: Initiative, as_of: AsOf) -> SafeString:
    """Print the name of an initiative; it leads to its page."""
    return format_html(
        '<a href="{}{}">{}</a>',
        initiative.get_absolute_url(),
        as_of.query,
        text(initiative, "name"),
    )


@register.simple_tag
def role_shape(role: Role, *, confirmed: bool = True) -> SafeString:
    """Print the shape of a role, hollow while it is not confirmed."""
    return format_html(
        '<svg class="mark{}" aria-hidden="true"><use href="#mark-{}"/></svg>',
        "" if confirmed else " mark-open",
        role,
    )


def mark_words(mark: Mark) -> str:
    """Return a mark in words."""
    words = capfirst(str(mark.role.label))
    if mark.confirmed:
        return words
    return _("%(role)s, being confirmed") % {"role": words}


def _cell(marks: Iterable[Mark]) -> SafeString:
    return format_html_join(
        " ",
        '{}<span class="hidden">{}</span>',
        (
            (role_shape(mark.role, confirmed=mark.confirmed), mark_words(mark))
            for mark in marks
        ),
    )


@register.simple_tag
def matrix_row(row: Row, as_of: AsOf) -> SafeString:
    """Print a row of the matrix with its sum."""
    cells = format_html_join("", "<td>{}</td>", ((_cell(cell),) for cell in row.cells))
    return format_html(
        '<tr><th scope="row">{}</th>{}<td class="sum">{}</td></tr>',
        linked(row.municipality, as_of.query),
        cells,
        row.total,
    )


def _taken(
    initiative: Initiative, marks: Iterable[Mark], as_of: AsOf
) -> tuple[SafeString, SafeString, str]:
    shapes = ((role_shape(mark.role, confirmed=mark.confirmed),) for mark in marks)
    return (
        format_html_join("", "{}", shapes),
        initiative_link(initiative, as_of),
        pgettext("between the names of a list", ", ").join(map(mark_words, marks)),
    )


@register.simple_tag
def matrix_entry(row: Row, found: Matrix, as_of: AsOf) -> SafeString:
    """Print a row of the matrix as a list of initiatives with the roles in them."""
    cells = zip(found.initiatives, row.cells, strict=True)
    taken = format_html_join(
        "",
        '<li>{} {} <span class="member-place">{}</span></li>',
        (_taken(initiative, marks, as_of) for initiative, marks in cells if marks),
    )
    return format_html(
        '<li class="card"><h3>{} <span class="count">{}</span></h3>{}</li>',
        linked(row.municipality, as_of.query),
        row.total,
        format_html('<ul class="matrix-taken">{}</ul>', taken) if taken else NOTHING,
    )


@register.filter
def place(municipality: Municipality) -> str:
    """Print the prefecture of a municipality, overseas its country."""
    if municipality.prefecture:
        return str(municipality.prefecture.label)
    return municipality.country_name
