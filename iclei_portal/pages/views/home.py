"""The home page, and the way to it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from iclei_portal.about.choices import StatementKind
from iclei_portal.about.linked_data import iclei_japan, website
from iclei_portal.about.models import DatedFigure, Statement
from iclei_portal.about.querysets import HEADLINE_KEYS
from iclei_portal.bilingual.links import NAMES
from iclei_portal.bilingual.texts import active_language
from iclei_portal.fiscal_year import today_in_japan
from iclei_portal.pages.contents.front import (
    keys_in,
    largest_initiatives,
    newest_report,
    next_events,
)
from iclei_portal.pictures.models import Picture
from members.contents.listing import by_prefecture, members_on
from members.models import Municipality
from news.models import Article

LATEST = 3
INITIATIVES = 6
SAID = (StatementKind.MISSION, StatementKind.ACTIVITY, StatementKind.BENEFIT)


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
    """Show who ICLEI Japan is, where its members are, and what is new."""
    today = today_in_japan()
    language = active_language()
    statements = Statement.objects.filter(kind__in=SAID).by_kind(today)
    figures = DatedFigure.objects.filter(
        key__in=[*HEADLINE_KEYS, *keys_in(statements.get(StatementKind.MISSION, []))]
    ).nearest_to(today)
    members = members_on(Municipality.objects.in_reading_order(language), today)
    context = {
        "statements": statements,
        "figures": figures,
        "tiles": [figure for key in HEADLINE_KEYS if (figure := figures.get(key))],
        "picture": Picture.objects.for_home().first(),
        "members": len(members.members),
        "members_on": members.recorded_on or today,
        "prefectures": by_prefecture(members.members),
        "articles": Article.objects.for_listing().published()[:LATEST],
        "next": next_events(today, LATEST),
        "report": newest_report(),
        "initiatives": largest_initiatives(today, INITIATIVES),
        "linked_data": [
            iclei_japan(request.build_absolute_uri),
            website(request.build_absolute_uri),
        ],
    }
    return render(request, "pages/home.html", context)
