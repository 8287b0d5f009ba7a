"""Pages of texts: overview, benefits, the United Nations, history."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from iclei_portal.about.choices import StatementKind
from iclei_portal.about.linked_data import iclei_japan
from iclei_portal.about.models import DatedFigure, HistoryEntry, Statement
from iclei_portal.about.querysets import HEADLINE_KEYS
from iclei_portal.as_of import read_as_of
from iclei_portal.pages.contents.history import by_date, by_decade, growth_chart
from iclei_portal.pages.views.about.frame import part_page, sayings, untranslated


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show who ICLEI is, and lead to the other pages about it."""
    as_of = read_as_of(request)
    said = sayings(as_of)
    missions = Statement.objects.filter(kind=StatementKind.MISSION)
    context = said | {
        "tiles": [one for key in HEADLINE_KEYS if (one := said["figures"].get(key))],
        "former_missions": missions.former(as_of.day),
        "linked_data": iclei_japan(request.build_absolute_uri),
    }
    return part_page(request, "about/overview.html", as_of, context)


@require_safe
def benefits(request: HttpRequest) -> HttpResponse:
    """Show what members gain, and what associate partners are."""
    as_of = read_as_of(request)
    said = sayings(as_of, StatementKind.BENEFIT, StatementKind.ASSOCIATE)
    return part_page(request, "about/benefits.html", as_of, said)


@require_safe
def un(request: HttpRequest) -> HttpResponse:
    """Show how ICLEI works with the United Nations."""
    as_of = read_as_of(request)
    said = sayings(as_of, StatementKind.UN_PARTNERSHIP)
    return part_page(request, "about/un.html", as_of, said)


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Show ICLEI's history as a timeline, and the growth of its network."""
    figures = list(DatedFigure.objects.oldest_first())
    growth = by_date(figures)
    entries = list(HistoryEntry.objects.all())
    context = {
        "decades": by_decade(entries, figures),
        "growth": growth,
        "chart": growth_chart(growth),
        "untranslated": untranslated(entries, "text"),
    }
    return part_page(request, "about/history.html", read_as_of(request), context)
