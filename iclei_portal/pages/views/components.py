"""The components that pages are made of, shown to who develops the portal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from iclei_portal.as_of import read_as_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django_stubs_ext import StrPromise

COMPONENTS = {
    "actions": (_("Actions and downloads"), "pages/components/buttons.html"),
    "notices": (_("Notices and tags"), "pages/components/notices.html"),
    "day": (_("The day that is shown"), "pages/components/day.html"),
    "filters": (_("Filters"), "pages/components/filters.html"),
    "ways": (_("Tabs, jumps and pages"), "pages/components/ways.html"),
    "lists": (_("Lists, cards and timelines"), "pages/components/lists.html"),
    "people": (_("People"), "pages/components/people.html"),
    "numbers": (_("Figures and facts"), "pages/components/numbers.html"),
    "tables": (_("Tables"), "pages/components/tables.html"),
    "disclosure": (_("Disclosure"), "pages/components/disclosure.html"),
    "pictures": (_("Pictures"), "pages/components/pictures.html"),
    "mission": (_("Mission"), "pages/components/mission.html"),
}


@dataclass(frozen=True)
class Component:
    """A component: its anchor, its name, what it looks like and how it is written."""

    key: str
    name: StrPromise
    html: str
    source: str


def component(request: HttpRequest, key: str) -> Component:
    """Return a component, rendered."""
    name, path = COMPONENTS[key]
    template = get_template(path)
    page = Paginator(range(100), 10).page(5)
    html = template.render({"as_of": read_as_of(request), "page": page}, request)
    source = str(template.template.source)  # type: ignore[attr-defined]
    return Component(key, name, html, source)


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show every component with its markup. Raises Http404 outside development."""
    if not settings.DEBUG:
        raise Http404
    found = [component(request, key) for key in COMPONENTS]
    return render(request, "pages/components.html", {"components": found})
