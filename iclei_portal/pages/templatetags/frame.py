"""Tags that print the frame of a page: what is alike on many is rendered once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from iclei_portal.as_of import FIELD, AsOf
from iclei_portal.asked import PAGE
from iclei_portal.bilingual.texts import active_language
from iclei_portal.fiscal_year import FiscalYear, today_in_japan
from iclei_portal.pages.contents.parts import PARTS

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.http import HttpRequest
    from django.template.context import RequestContext
    from django_stubs_ext import StrPromise

register = template.Library()

# By the second part of a path: its name in the navigation, and the view of its list.
SECTIONS: dict[str, tuple[StrPromise, str]] = {
    "members": (_("Members"), "members:list"),
    "initiatives": (_("Initiatives"), "initiatives:list"),
    "events": (_("Events"), "events:list"),
    "news": (_("News"), "news:list"),
    "reports": (_("Annual reports"), "reports:list"),
    "about": (_("About ICLEI"), "about:overview"),
}
# The ends of so many past fiscal years are offered as days to choose.
YEARS_OFFERED = 5


@register.simple_tag(takes_context=True)
def part(context: RequestContext, template_name: str) -> SafeString:
    """Print a part of the frame; it may depend on language, section and day alone."""
    as_of = context.get("as_of")
    render = _rendered if settings.DEBUG else _kept
    return render(
        template_name,
        active_language(),
        section_of(context.get("request")),
        as_of.query if isinstance(as_of, AsOf) else "",
    )


def section_of(request: HttpRequest | None) -> str:
    """Return the section of the portal that an address is in, empty for none."""
    parts = request.path.split("/", 3) if request else []
    return parts[2] if len(parts) > 2 and parts[2] in SECTIONS else ""  # noqa: PLR2004 - /ja/members/


def _rendered(name: str, language: str, section: str, as_of: str) -> SafeString:
    context = {
        "language": language,
        "section": section,
        "as_of": as_of,
        "parts": PARTS,
    }
    return render_to_string(name, context)


_kept = lru_cache(maxsize=1024)(_rendered)


@register.simple_tag(takes_context=True)
def language_links(context: RequestContext) -> SafeString:
    """Print the page in each language, by the language's own name."""
    return format_html_join(
        "",
        "<li>{}</li>",
        (
            (
                format_html(
                    '<span lang="{0}" aria-current="true">{1}</span>',
                    one["language"],
                    one["name"],
                )
                if one["current"]
                else format_html(
                    '<a href="{0}" lang="{1}" hreflang="{1}">{2}</a>',
                    one["path"],
                    one["language"],
                    one["name"],
                ),
            )
            for one in context.get("alternates") or ()
        ),
    )


@register.simple_tag
def pages_around(page: Page[Any]) -> list[int | None]:
    """Give the numbers of pages to link: both ends, the neighbours; None for a gap."""
    around = page.paginator.get_elided_page_range
    numbers = around(page.number, on_each_side=1, on_ends=1) or ()
    return [number if isinstance(number, int) else None for number in numbers]


@dataclass(frozen=True)
class Section:
    """A section of the portal by its name, and where its list is."""

    name: StrPromise
    address: str


@register.simple_tag(takes_context=True)
def nearest_section(context: RequestContext) -> Section | None:
    """Give the section that an address is in; None outside them."""
    section = section_of(context.get("request"))
    if not section:
        return None
    name, view = SECTIONS[section]
    return Section(name, reverse(view))


@register.simple_tag(takes_context=True)
def day_control(context: RequestContext) -> SafeString:
    """Print for which day a page is shown, and how to choose another one."""
    fields = context["request"].GET.copy()
    for name in (FIELD, PAGE):
        fields.pop(name, None)
    render = _rendered_control if settings.DEBUG else _kept_control
    return render(
        active_language(), context["as_of"], today_in_japan(), fields.urlencode()
    )


def _rendered_control(
    language: str, as_of: AsOf, today: date, others: str
) -> SafeString:
    del language  # only the cache asks for it
    context = {
        "as_of": as_of,
        "today": today,
        "others": others,
        "kept": parse_qsl(others, keep_blank_values=True),
        "days": ends_of_years(today),
    }
    return render_to_string("partials/day_control.html", context)


_kept_control = lru_cache(maxsize=512)(_rendered_control)


def ends_of_years(today: date) -> list[date]:
    """Return the last days of the past fiscal years, newest first."""
    current = FiscalYear.of(today)
    return [
        FiscalYear(current.year - 1 - number).last_day
        for number in range(YEARS_OFFERED)
    ]
