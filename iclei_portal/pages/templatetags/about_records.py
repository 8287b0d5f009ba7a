"""Tags of the pages about ICLEI: terms, addresses, figures with their sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from babel import Locale
from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from iclei_portal.bilingual.formats import bracketed, dated, day_text
from iclei_portal.bilingual.templatetags.bilingual import (
    period,
    recorded_on,
    runs,
    text,
)
from iclei_portal.bilingual.texts import active_language
from iclei_portal.valid_time import ONE_DAY

if TYPE_CHECKING:
    from iclei_portal.pages.contents.documents import DatedDocument
    from iclei_portal.pages.contents.facts import Fact, Value
    from iclei_portal.pages.contents.governance import Handover
    from iclei_portal.valid_time import ValidTime
    from members.models import Office

register = template.Library()


@register.simple_tag
def recorded_period(record: ValidTime) -> str:
    """Print a period, and the first day of which sources speak where no more is known.

    Records from the first day of a source on look like those that begin then.
    """
    if record.since:
        return period(record)
    first = _("on record from %(day)s") % {"day": day_text(record.valid.lower)}
    separator = pgettext("between the names of a list", ", ")
    return separator.join(found for found in (first, period(record)) if found)


@register.simple_tag
def recorded_together(asked: date, records: Sequence[ValidTime]) -> date | str:
    """Give the last day that sources speak of, where it is one for several records."""
    days = {record.attested_on or asked for record in records}
    if len(records) == 1 or len(days) != 1:
        return ""
    return recorded_on(asked, *records)


@register.simple_tag
def noted(*notes: object) -> SafeString:
    """Print notes in one line, those that are empty left out."""
    found = ((note,) for note in notes if note)
    return format_html_join(" · ", "{}", found)


@register.simple_tag
def standing_of(dated_document: DatedDocument, day: date) -> SafeString:
    """Print whether a document is in force on a day."""
    document = dated_document.document
    if dated_document.is_in_force:
        words, kind = _("In force on %(day)s"), "tag standing-now"
    elif document.last_day and dated_document.is_former:
        words, kind, day = _("In force until %(day)s"), "tag", document.last_day
    else:
        words, kind, day = _("In force only from %(day)s"), "tag", document.valid.lower
    words %= {"day": day_text(day)}
    return format_html('<span class="{}">{}</span>', kind, words)


@register.simple_tag
def language_named(code: str) -> str:
    """Print the name of a language in the reader's."""
    return str(Locale(active_language()).languages.get(code, code))


@register.simple_tag
def handover_of(handover: Handover) -> SafeString:
    """Print who handed a seat over to whom, with a way to the last day before."""
    last = handover.day - ONE_DAY
    sentence = format_html(
        # Translators: names of persons, and the first day of the second one.
        _("{before} handed over to {after} on {day}."),
        before=runs(handover.before.person.name),
        after=runs(handover.after.person.name),
        day=day_text(handover.day),
    )
    return format_html(
        '{} <a href="?as_of={}">{}</a>',
        sentence,
        last.isoformat(),
        _("Show %(day)s") % {"day": day_text(last)},
    )


@register.simple_tag
def place_of(office: Office) -> SafeString:
    """Print where an office is: ドイツ・ボン or Bonn, Germany."""
    city = text(office, "city")
    if office.country_name == office.city:
        return city
    if active_language() == "ja":
        return format_html("{}・{}", office.country_name, city)
    return format_html("{}, {}", city, office.country_name)


@register.simple_tag
def addresses_of(office: Office) -> SafeString:
    """Print the address of an office in the reader's language, then in the other."""
    own = active_language()
    headings = {
        "ja": _("Address in Japanese"),
        "en": _("Address in English"),
        own: pgettext("of an office", "Address"),
    }
    return format_html_join(
        "",
        "<h3>{}</h3><address{}>{}</address>",
        (
            (
                headings[language],
                format_html(' lang="{}"', language) if language != own else "",
                format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines)),
            )
            for language in (own, "en" if own == "ja" else "ja")
            if (lines := address_lines(office, language))
        ),
    )


def address_lines(office: Office, language: str) -> list[str]:
    """Return the lines of an address in a language's own order, none without it.

    Japanese goes from the postal code down to the building and the name, English
    from the name up to the country.
    """
    address: str | None = getattr(office, f"address_{language}")
    if not address:
        return []
    with override(language):
        name = _("ICLEI Japan") if office.country == "JP" else office.name
        country = office.country_name
    if language == "ja":
        code = [f"〒{office.postal_code}"] if office.postal_code else []
        return [*code, *address.split(), name]
    *lines, city = address.split(", ")
    return [name, *lines, f"{city} {office.postal_code}".strip(), country]


@register.simple_tag
def source_mark(value: Value) -> SafeString:
    """Print the number of a value's source, a link into the list of sources."""
    if value.source is None:
        return SafeString("")
    return format_html(
        '<sup><a href="#source-{0}" aria-label="{1}">{0}</a></sup>',
        value.source,
        _("Source %(number)s") % {"number": value.source},
    )


@register.simple_tag
def earlier_values(fact: Fact) -> SafeString:
    """Print the earlier values of a figure with their dates, the latest first."""
    if not fact.earlier:
        return SafeString("")
    return format_html(
        '<ul class="plain">{}</ul>',
        format_html_join(
            "",
            "<li>{}{}{}</li>",
            (
                (
                    value.figure.phrase,
                    bracketed(dated(value.figure.as_of, value.figure.precision)),
                    source_mark(value),
                )
                for value in fact.earlier
            ),
        ),
    )
