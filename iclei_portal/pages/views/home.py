"""The home page, and the way to it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from events.models import Event
from iclei_portal.about.models import DatedFigure, Statement
from iclei_portal.bilingual.links import NAMES
from iclei_portal.fiscal_year import today_in_japan
from iclei_portal.valid_time import attested_until
from members.models import Membership
from news.models import Article
from reports.models import AnnualReport

LATEST = 4
FIGURES = ("network-members", "network-countries", "network-world-population-share")


@require_safe
@vary_on_headers("Accept-Language")
def choose_language(request: HttpRequest) -> HttpResponseRedirect:
    """Lead to the home page in the language the browser asks for, else Japanese."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(
        f"/{asked_language(request)}/" + (f"?{query}" if query else "")
    )


def asked_language(request: HttpRequest) -> str:
    """Return the language that Accept-Language prefers, else Japanese."""
    asked = request.headers.get("Accept-Language", "").lower()
    for tag, _weight in parse_accept_lang_header(asked):
        language = tag.partition("-")[0]
        if language in NAMES:
            return language
    return "ja"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show who ICLEI Japan is, its figures, and what is new."""
    today = today_in_japan()
    figures = DatedFigure.objects.nearest_to(today)
    members = list(Membership.objects.full().as_of(today))
    context = {
        "statements": Statement.objects.by_kind(today),
        "figures": figures,
        "tiles": [figure for key in FIGURES if (figure := figures.get(key))],
        "members": len(members),
        "members_on": attested_until(today, members),
        "articles": Article.objects.for_listing().published()[:LATEST],
        "events": Event.objects.counting_sessions().newest()[:LATEST],
        "reports": AnnualReport.objects.published(),
    }
    return render(request, "pages/home.html", context)
