"""Pages about ICLEI."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iclei_portal.about.models import DatedFigure, Document, HistoryEntry, Statement
from iclei_portal.as_of import read_as_of
from iclei_portal.fiscal_year import today_in_japan
from iclei_portal.pages.contents import by_date, seats_by_body
from members.choices import OFFICER_ROLES, Role
from members.models import BoardSeat, Body, Office


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show ICLEI's mission, activities, goals and pathways."""
    return render(request, "about/overview.html", statements_context())


@require_safe
def benefits(request: HttpRequest) -> HttpResponse:
    """Show what members gain."""
    return render(request, "about/benefits.html", statements_context())


@require_safe
def officers(request: HttpRequest) -> HttpResponse:
    """Show ICLEI Japan's officers on a day, by role."""
    as_of = read_as_of(request)
    officers = BoardSeat.objects.officers()
    seats = sorted(
        officers.for_listing().as_of(as_of.day),
        key=lambda seat: OFFICER_ROLES.index(Role(seat.role)),
    )
    context = {
        "as_of": as_of,
        "roles": [
            (role, list(group))
            for role, group in groupby(seats, lambda seat: seat.get_role_display())
        ],
        "held": None if seats else officers.held_days(),
        "later": officers.beginning_after(as_of.day) if as_of.chosen else None,
    }
    return render(request, "about/officers.html", context)


@require_safe
def councils(request: HttpRequest) -> HttpResponse:
    """Show ICLEI's councils and who sits in them on a day."""
    as_of = read_as_of(request)
    councils = BoardSeat.objects.councils()
    seats = list(councils.for_listing().as_of(as_of.day))
    context = {
        "as_of": as_of,
        "bodies": seats_by_body(Body.objects.exclude(slug="iclei-japan"), seats),
        "figures": DatedFigure.objects.nearest_to(as_of.day),
        "shown": bool(seats),
        "held": None if seats else councils.held_days(),
        "later": councils.beginning_after(as_of.day) if as_of.chosen else None,
    }
    return render(request, "about/councils.html", context)


@require_safe
def offices(request: HttpRequest) -> HttpResponse:
    """Show ICLEI's offices worldwide on a day."""
    as_of = read_as_of(request)
    found = list(Office.objects.as_of(as_of.day))
    context = {
        "as_of": as_of,
        "japan": [office for office in found if office.country == "JP"],
        "abroad": [office for office in found if office.country != "JP"],
        "shown": bool(found),
        "held": None if found else Office.objects.held_days(),
        "later": Office.objects.beginning_after(as_of.day) if as_of.chosen else None,
    }
    return render(request, "about/offices.html", context)


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Show ICLEI's history, the network's growth, documents and the UN."""
    context = statements_context() | {
        "entries": HistoryEntry.objects.all(),
        "growth": by_date(DatedFigure.objects.of_network()),
        "documents": Document.objects.order_by("kind", "-valid", "slug"),
    }
    return render(request, "about/history.html", context)


def statements_context() -> dict[str, object]:
    """Return what ICLEI says of itself today, and the figures in it."""
    today = today_in_japan()
    return {
        "statements": Statement.objects.by_kind(today),
        "figures": DatedFigure.objects.nearest_to(today),
    }
