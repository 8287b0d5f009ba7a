"""Tags that print the list of the members.

What they print is a function of their arguments alone: it is kept for the next reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from iclei_portal.as_of import AsOf
from iclei_portal.bilingual.formats import period_text
from iclei_portal.bilingual.templatetags.bilingual import runs
from iclei_portal.bilingual.texts import active_language
from members.addresses import profile_path
from members.choices import HEAD_TITLES
from members.contents.listing import Former, Group, Member, Place, SpecialMember
from members.forms import Field
from members.templatetags.parties import named, recorded_note

register = template.Library()

ROW = (
    '<li><a class="member-name" href="{}{}">{}</a>'
    ' <span class="member-place">{}</span> <span class="member-head">{}</span>{}</li>'
)
GROUP = (
    '<section class="initial{}" aria-labelledby="{}">'
    '<{} id="{}">{}</{}>\n<ul class="members">{}</ul></section>\n'
)


def _lies(place: Place, *, within: bool) -> str:
    """Return the reading, where the reader needs it, and the prefecture.

    The prefecture is left out for a row that stands `within` it.
    """
    prefecture = None if within else place.prefecture
    parts = [place.name_kana] if active_language() == "ja" else []
    return " · ".join([*parts, *([str(prefecture.label)] if prefecture else [])])


def _head(member: Member) -> SafeString:
    title = HEAD_TITLES[member.place.kind]
    if member.head is None:
        return format_html("{}: {}", title, _("no record for this day"))
    name = runs(member.head.in_language(active_language()))
    return format_html('{} <span class="person">{}</span>', title, name)


def _row(
    member: Member, as_of: AsOf, recorded_on: date | None, within: bool
) -> SafeString:
    return format_html(
        ROW,
        profile_path(member.place.slug),
        as_of.query,
        named(member.place),
        _lies(member.place, within=within),
        _head(member),
        _note(member.attested_on, as_of.day, recorded_on),
    )


def _note(
    attested_on: date | None, asked: date, recorded_on: date | None
) -> SafeString:
    """Return when a fact was recorded, unless that is the day of the whole list."""
    if attested_on is None or attested_on >= asked or attested_on == recorded_on:
        return SafeString("")
    return recorded_note(attested_on)


@lru_cache(maxsize=1024)
def _section(
    group: Group, as_of: AsOf, recorded_on: date | None, view: str, language: str
) -> SafeString:
    """Return a group of members in the active language, which `language` names."""
    del language
    on_map = view == "map"
    level = "h3" if on_map else "h2"
    return format_html(
        GROUP,
        "" if view == "reading" else " places",
        group.anchor,
        SafeString(level),
        group.anchor,
        group.heading,
        SafeString(level),
        SafeString(
            "\n".join(
                _row(one, as_of, recorded_on, within=on_map) for one in group.members
            )
        ),
    )


@register.simple_tag
def member_groups(
    groups: Iterable[Group], as_of: AsOf, recorded_on: date | None, view: str
) -> SafeString:
    """Print members with their heads as rows under headings.

    A row says when it was recorded where that is not the day of the whole list.
    """
    language = active_language()
    return SafeString(
        "".join(_section(group, as_of, recorded_on, view, language) for group in groups)
    )


@register.simple_tag
def jumps(groups: Iterable[Group]) -> SafeString:
    """Print links to the headings of a list."""
    return format_html_join(
        "",
        '<li><a href="#{}">{}</a></li>',
        ((group.anchor, group.heading) for group in groups),
    )


@register.simple_tag
def former_rows(members: Iterable[Former], as_of: AsOf) -> SafeString:
    """Print former members, and from when until when they were members."""
    return format_html_join(
        "\n",
        ROW,
        (
            (
                profile_path(member.place.slug),
                as_of.query,
                named(member.place),
                _lies(member.place, within=False),
                period_text(member.since, member.until),
                "",
            )
            for member in members
        ),
    )


@lru_cache(maxsize=256)
def _special(
    members: tuple[SpecialMember, ...],
    asked: date,
    recorded_on: date | None,
    language: str,
) -> SafeString:
    again = pgettext("special member named twice", " (see above)")
    return format_html_join(
        "\n",
        '<li><span class="person">{}{}</span> <span class="post">{}</span>{}</li>',
        (
            (
                runs(one.person.in_language(language)),
                again if one.again else "",
                named(one),
                _note(one.attested_on, asked, recorded_on),
            )
            for one in members
        ),
    )


@register.simple_tag
def special_rows(
    members: Iterable[SpecialMember], as_of: AsOf, recorded_on: date | None
) -> SafeString:
    """Print special members in their capacities."""
    return _special(tuple(members), as_of.day, recorded_on, active_language())


@lru_cache(maxsize=256)
def _options(field: Field) -> SafeString:
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (one.value, SafeString(" selected" if one.chosen else ""), one.label)
            for one in field.options
        ),
    )


@register.simple_tag
def options(field: Field) -> SafeString:
    """Print the choices of a filter."""
    return _options(field)
