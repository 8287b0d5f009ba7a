"""Files for machines: the sitemap, robots.txt and security.txt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta

from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from iclei_portal.bilingual.links import NAMES
from iclei_portal.bilingual.sitemaps import BilingualSitemap
from iclei_portal.fiscal_year import today_in_japan
from members.models import Office

Sections = Mapping[str, type[BilingualSitemap]]

AN_HOUR = 3_600
# RFC 9116 asks for less than a year.
GOOD_FOR = timedelta(days=180)


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def sitemap_index(request: HttpRequest, sections: Sections) -> TemplateResponse:
    """Name the files of the sections that have a page."""
    made = {name: section() for name, section in sections.items()}
    return views.index(
        request,
        {name: section for name, section in made.items() if not section.is_empty()},
        sitemap_url_name="machines:sitemap-section",
    )


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def sitemap_section(
    request: HttpRequest, sections: Sections, section: str
) -> TemplateResponse:
    """Name the pages of a section, each with its twin."""
    return views.sitemap(request, {**sections}, section)


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def robots(request: HttpRequest) -> HttpResponse:
    """Open the public pages to crawlers, and tell them of the sitemap."""
    return text_response(
        [
            "User-agent: *",
            *(f"Disallow: {path}" for path in in_each_language("admin:index")),
            "",
            f"Sitemap: {request.build_absolute_uri(reverse('machines:sitemap'))}",
        ]
    )


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def security(request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a weak point (RFC 9116)."""
    today = today_in_japan()
    offices = Office.objects.as_of(today).filter(country="JP").exclude(email="")
    mail = offices.values_list("email", flat=True).first()
    contacts = (
        [f"mailto:{mail}"]
        if mail
        else map(request.build_absolute_uri, in_each_language("about:contact"))
    )
    expires = datetime.combine(today + GOOD_FOR, time(), tzinfo=UTC)
    return text_response(
        [
            *(f"Contact: {one}" for one in contacts),
            f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
            f"Preferred-Languages: {', '.join(NAMES)}",
            f"Canonical: {request.build_absolute_uri(request.path)}",
        ]
    )


def in_each_language(name: str) -> list[str]:
    """Return the path of a page in each language."""
    found = []
    for language in NAMES:
        with override(language):
            found.append(reverse(name))
    return found


def text_response(lines: Iterable[str]) -> HttpResponse:
    """Return lines of plain text."""
    return HttpResponse(
        "".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8"
    )
