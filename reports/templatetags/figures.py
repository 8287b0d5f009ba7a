"""Tags that draw the map and the charts of an edition.

Each number and name in a drawing is marked as the value it is, like those that the
filters of an edition print.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from iclei_portal.bilingual.formats import bracketed
from iclei_portal.drawings.bars import Bar, Pair, Row, pairs, rows, titled_rows
from iclei_portal.drawings.matrix import Grid, Line, Mark, matrix
from iclei_portal.drawings.member_map import Spot, member_map
from iclei_portal.drawings.svg import Words, framed, joined
from members.templatetags.maps import inset_names
from reports.rendering.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iclei_portal.bilingual.texts import Text
    from reports.contents import taking_part
    from reports.contents.conferences import Months, Roles
    from reports.contents.figures import MemberMap
    from reports.contents.values import Count
    from reports.rendering.marks import Value

register = template.Library()

# More would not be told apart.
MOST_COLUMNS = 20
MARKS = {None: Mark.NONE, True: Mark.FILLED, False: Mark.HOLLOW}


def words_of(text: Text) -> Words:
    """Print a text in a drawing."""
    language = text.language if text.missing else ""
    return _marked(Words(text.content, language), text)


def number(count: Count) -> Words:
    """Print a counted number in a drawing."""
    return _marked(Words(f"{count.value:,}"), count)


def _marked(words: Words, value: Value) -> Words:
    opening, _between, closing = marked(SafeString("-"), value).partition("-")
    return replace(words, opening=opening, closing=closing)


def names(texts: Iterable[Text]) -> str:
    """Return names in a row for an alternative text, which is not printed."""
    separator = pgettext("between the names of a list", ", ")
    return separator.join(text.content for text in texts)


@register.simple_tag
def drawn_map(found: MemberMap, prefix: str) -> SafeString:
    """Draw the members on the map."""
    spots = [
        Spot(words_of(one.name), one.at, one.prefecture if one.is_prefecture else "")
        for one in found.places
        if one.at
    ]
    alternative = _("A map of Japan with the members where they are.")
    if found.densest:
        alternative = _(
            "A map of Japan with the members where they are. The most are in "
            "%(densest)s."
        ) % {"densest": names(found.densest)}
    drawing = member_map(spots, inset_names())
    return framed(drawing, alternative=alternative, key=f"{prefix}figures-map-chart")


@register.simple_tag
def drawn_months(found: Months, prefix: str) -> SafeString:
    """Draw how often municipalities took part, and the conferences, by month."""
    key = [
        Words(_("Participating municipalities")),
        Words(pgettext("key of a chart", "Conferences")),
    ]
    bars = [
        Pair(
            first=Bar(month.participations.value, number(month.participations)),
            second=Bar(month.conferences.value, number(month.conferences)),
            name=words_of(month.short),
            group=words_of(month.year) if month.year else None,
        )
        for month in found.months
    ]
    alternative = _("A bar chart by month. Nobody took part in any conference.")
    if found.busiest:
        alternative = _(
            "A bar chart by month. The most municipalities took part in %(months)s."
        ) % {"months": names(found.busiest)}
    key_of = f"{prefix}figures-months-chart"
    return framed(pairs(bars, key), alternative=alternative, key=key_of)


@register.simple_tag
def drawn_roles(found: Roles, prefix: str) -> SafeString:
    """Draw how often ICLEI Japan had each role."""
    key = [
        Words(_("Conferences with members")),
        Words(_("Other meetings")),
    ]
    bars = [
        Row(
            name=words_of(each.name),
            parts=(each.conferences.value, each.meetings.value),
            total=number(each.total),
        )
        for each in found.rows
    ]
    alternative = _(
        "A bar chart by role. What ICLEI Japan did most often: %(roles)s."
    ) % {"roles": names(found.most)}
    key_of = f"{prefix}figures-roles-chart"
    return framed(rows(bars, key), alternative=alternative, key=key_of)


def _column(column: taking_part.Column) -> Words:
    """Print a municipality over its column, one that is no member in brackets."""
    words = words_of(column.name)
    if column.is_member:
        return words
    return replace(words, content=bracketed(words.content).strip())


def _grid(found: taking_part.Grid, first: int, last: int) -> Grid:
    """Print the columns from `first` to before `last`; the sums behind the last."""
    is_end = last >= len(found.columns)
    columns = found.columns[first:last]
    return Grid(
        key=(
            (Mark.FILLED, Words(pgettext("key of a chart", "takes part"))),
            (Mark.HOLLOW, Words(pgettext("key of a chart", "to be confirmed"))),
        ),
        columns=tuple(_column(column) for column in columns),
        rows=tuple(
            Line(
                name=words_of(each.name),
                marks=tuple(MARKS[cell] for cell in each.cells[first:last]),
                total=number(each.total) if is_end else None,
            )
            for each in found.rows
        ),
        total=Words(pgettext("of a column", "Total")),
        sums=tuple(number(column.total) for column in columns),
    )


@register.simple_tag
def drawn_grid(found: taking_part.Grid, prefix: str) -> SafeString:
    """Draw which municipalities take part in which initiatives.

    More municipalities than are wide enough for one drawing go on in the next.
    """
    alternative = _(
        "A grid of initiatives and municipalities. The initiative with the most "
        "municipalities: %(initiatives)s. The municipality in the most initiatives: "
        "%(municipalities)s."
    ) % {
        "initiatives": names(found.widest),
        "municipalities": names(found.busiest),
    }
    parts = math.ceil(len(found.columns) / MOST_COLUMNS)
    columns = math.ceil(len(found.columns) / parts)
    return joined(
        *(
            framed(
                matrix(_grid(found, part * columns, (part + 1) * columns)),
                alternative=alternative,
                key=f"{prefix}figures-initiatives-chart-{part + 1}",
            )
            for part in range(parts)
        )
    )


@register.simple_tag
def drawn_reporting(found: taking_part.Reporting, prefix: str) -> SafeString:
    """Draw how many municipalities reported."""
    bars = [
        Row(
            name=words_of(figure.name),
            parts=(figure.amount,),
            total=words_of(figure.value),
            is_open=figure.is_open,
        )
        for figure in found.figures
    ]
    said = (
        f"{figure.name.content}: {figure.value.content}" for figure in found.figures
    )
    alternative = _("A bar chart. %(figures)s") % {"figures": "; ".join(said)}
    key_of = f"{prefix}figures-reporting-chart"
    return framed(titled_rows(bars), alternative=alternative, key=key_of)
