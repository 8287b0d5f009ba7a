"""Pages of places: offices worldwide, and how to reach them."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from iclei_portal.about.linked_data import iclei_japan
from iclei_portal.as_of import read_as_of
from iclei_portal.bilingual.texts import active_language
from iclei_portal.fiscal_year import today_in_japan
from iclei_portal.pages.contents.offices import (
    HOME,
    at_home,
    by_region,
    offices_chart,
    offices_to_ask,
)
from iclei_portal.pages.views.about.frame import notices, part_page, untranslated
from members.models import Office


@require_safe
def offices(request: HttpRequest) -> HttpResponse:
    """Show ICLEI's offices worldwide on a day, by region."""
    as_of = read_as_of(request)
    found = list(Office.objects.as_of(as_of.day))
    regions = by_region(found)
    context = {
        "regions": regions,
        "offices": found,
        "chart": offices_chart(regions),
        "untranslated": untranslated(found, "name", "city"),
        "former": Office.objects.filter(valid__endswith__lte=as_of.day),
        **notices(as_of, Office.objects.all(), found),
    }
    return part_page(request, "about/offices.html", as_of, context)


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Show how to reach ICLEI Japan, and whom to ask abroad; always of today."""
    today = today_in_japan()
    found = list(Office.objects.as_of(today))
    abroad = [office for office in found if office.country != HOME]
    own = next((office for office in found if office.country == HOME), None)
    context = {
        "today": today,
        "home": at_home(found, active_language()),
        "abroad": offices_to_ask(by_region(abroad)),
        "linked_data": iclei_japan(request.build_absolute_uri, own),
        "untranslated": untranslated(found, "name", "city"),
    }
    return part_page(request, "about/contact.html", read_as_of(request), context)
