"""Tags that print texts, names and dates in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from html import unescape
from typing import Protocol

import markdown as markdown_library
import nh3
from django import template
from django.db.models import Model
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, override, pgettext

from iclei_portal.bilingual import formats
from iclei_portal.bilingual.phrases import in_phrases
from iclei_portal.bilingual.texts import Text, active_language, foreign_runs, text_of
from iclei_portal.fiscal_year import FiscalYear
from iclei_portal.valid_time import ValidTime, attested_until

register = template.Library()

OTHER = {"ja": "en", "en": "ja"}
HTML_TAG = re.compile(r"(<[^>]*>)")
ALLOWED_TAGS = {
    "p", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote", "br", "span",
}  # fmt: skip


@register.filter
def runs(content: object) -> SafeString:
    """Mark the runs of the other language in a text of the active one."""
    language = active_language()
    return format_html_join(
        "",
        "{}",
        (
            (
                format_html('<span lang="{}">{}</span>', OTHER[language], run)
                if foreign
                else run,
            )
            for run, foreign in foreign_runs(str(content), language)
        ),
    )


def runs_in(html: SafeString) -> SafeString:
    """Mark the runs of the other language in the texts of an HTML fragment."""
    return mark_safe(  # noqa: S308 - tags as they were, and escaped texts
        "".join(
            piece if piece.startswith("<") else runs(unescape(piece))
            for piece in HTML_TAG.split(html)
        )
    )


class Fills(Protocol):
    """Figures that fill the {keys} of a text."""

    def fill(self, text: str | None) -> str:
        """Return the text with the figures of the active language."""


@register.simple_tag
def text(record: Model, field: str, figures: Fills | None = None) -> SafeString:
    """Print a translated field; where it is missing, the other language, marked."""
    found = text_of(record, field)
    content = filled(found, figures)
    if found.missing:
        return format_html('<span lang="{}">{}</span>', found.language, content)
    return runs(content)


@register.simple_tag
def heading(record: Model, field: str) -> SafeString:
    """Print a translated field as a heading, its Japanese in unbroken phrases."""
    return in_phrases(text(record, field))


@register.filter
def phrased(content: str) -> SafeString:
    """Print words of the interface as a heading, their Japanese in unbroken phrases."""
    return in_phrases(conditional_escape(content))


@register.simple_tag
def prose_of(record: Model, field: str, figures: Fills | None = None) -> SafeString:
    """Print a translated field of Markdown, like `text`."""
    found = text_of(record, field)
    with override(found.language):
        html = prose(filled(found, figures))
    if found.missing:
        return format_html('<div lang="{}">{}</div>', found.language, html)
    return html


def filled(found: Text, figures: Fills | None) -> str:
    """Return the content with its figures, in the content's own language."""
    with override(found.language):
        return figures.fill(found.content) if figures else found.content


@register.simple_tag
def is_missing(record: Model, *fields: str) -> bool:
    """Tell whether one of the fields is not there in the reader's language."""
    return any(text_of(record, field).missing for field in fields)


@register.filter
def prose(content: str | None) -> SafeString:
    """Print Markdown in the active language as clean HTML, foreign runs marked."""
    html = nh3.clean(
        markdown_library.markdown(content or ""),
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}},
    )
    return runs_in(mark_safe(html))  # noqa: S308 - nh3 leaves plain formatting only


@register.filter
def day(value: date | None) -> str:
    """Print a day."""
    return formats.day_text(value) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """Print a day and a time of day, those of Japan."""
    return formats.moment_text(value) if value else ""


@register.filter
def month(value: date) -> str:
    """Print a month with its year."""
    return formats.month_text(value)


@register.simple_tag
def dated(value: date, precision: str) -> str:
    """Print a date as exactly as it is known."""
    return formats.dated(value, precision)


@register.simple_tag
def days(first: date, last: date, precision: str = "day") -> str:
    """Print a range of days; both bounds are inclusive."""
    return formats.days_text(first, last, precision)


@register.filter
def weekday(value: date) -> str:
    """Print a day with its weekday."""
    return formats.day_text(value, weekday=True)


@register.filter
def period(record: ValidTime) -> str:
    """Print from when until when a record holds, as far as that is known."""
    precision = getattr(record, "start_precision", "day")
    return formats.period_text(record.since, record.last_day, precision)


@register.simple_tag
def times(first: datetime, last: datetime | None, base: date) -> str:
    """Print times, with a mark where they are not on the day `base`."""
    return formats.times_text(first, last, base)


@register.simple_tag
def recorded_on(asked: date, *records: ValidTime | None) -> date | str:
    """Give the last day a source speaks of, where that is before the day `asked`."""
    day = attested_until(asked, [record for record in records if record])
    return day if day < asked else ""


@register.filter
def without_scheme(address: str) -> str:
    """Print the address of a site as people write it: japan.iclei.org/ja."""
    return address.partition("://")[2].rstrip("/")


@register.simple_tag
def being_confirmed() -> SafeString:
    """Print the mark of a fact that staff have yet to confirm."""
    words = gettext("being confirmed")
    return format_html('<span class="tag tag-open">{}</span>', words)


@register.filter
def offset(value: datetime) -> str:
    """Print the distance from UTC."""
    return formats.utc_offset(value)


@register.filter
def bracketed(content: object) -> str:
    """Print what follows a word in brackets, nothing where it is empty."""
    return formats.bracketed(str(content)) if content else ""


@register.filter
def fiscal(value: FiscalYear | int) -> str:
    """Print the name of a fiscal year."""
    return formats.fiscal_year_name(
        value if isinstance(value, FiscalYear) else FiscalYear(value)
    )


@register.filter
def fiscal_short(value: FiscalYear) -> str:
    """Print a fiscal year in a row of links: 2021年度, FY2021."""
    return f"{value.year}年度" if active_language() == "ja" else str(value)


def in_a_row(names: Iterable[SafeString]) -> SafeString:
    """Join printed names: 京都市、横浜市 or City of Kyoto, City of Yokohama.

    English names that contain commas themselves stand between semicolons.
    """
    found = list(names)
    separator = pgettext("between the names of a list", ", ")
    if any(separator in name for name in found):
        separator = "; "
    return format_html_join(separator, "{}", ((name,) for name in found))
