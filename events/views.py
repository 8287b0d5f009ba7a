"""Public pages of the events app."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from events.choices import Listing
from events.contents import by_day, by_month, organisers_of, touched_months
from events.linked_data import event_node, programme_node
from events.models import Event, Session, SessionPart
from events.querysets import EventQuerySet, SessionQuerySet
from iclei_portal.about.figures import Figures
from iclei_portal.about.models import DatedFigure
from iclei_portal.bilingual.renamed import by_slug
from iclei_portal.bilingual.texts import languages_of
from iclei_portal.fiscal_year import (
    FIRST_MONTH,
    MONTHS_A_YEAR,
    FiscalYear,
    today_in_japan,
)


@require_safe
def newest_year(_request: HttpRequest) -> HttpResponseRedirect:
    """Lead to the newest fiscal year with events."""
    years = Event.objects.fiscal_years()
    newest = years[0] if years else FiscalYear.current()
    return redirect("events:year", newest)


@require_safe
def year(request: HttpRequest, year: FiscalYear) -> HttpResponse:
    """Show the calendar of a fiscal year, month by month, and its other lists."""
    context = year_context(year)
    listed: dict[str, list[Event]] = {}
    for event in in_year(year).for_listing():
        listed.setdefault(event.listing, []).append(event)
    context |= {
        "months": by_month(listed.get(Listing.CALENDAR, [])),
        "pavilions": listed.get(Listing.PROGRAMME, []),
        "others": [*listed.get(Listing.TALK, []), *listed.get(Listing.GOVERNANCE, [])],
        "counts": {name: len(events) for name, events in listed.items()},
    }
    return render(request, "events/year.html", context)


@require_safe
def month(request: HttpRequest, year: FiscalYear, month: int) -> HttpResponse:
    """Show the events of the members' calendar that touch a month."""
    if not 1 <= month <= MONTHS_A_YEAR:
        raise Http404
    context = year_context(year)
    first = year.months[(month - FIRST_MONTH) % MONTHS_A_YEAR]
    calendar = Event.objects.touching(year).listed(Listing.CALENDAR).for_listing()
    months = {one.first: one.events for one in touched_months(calendar, year)}
    context |= {"first": first, "events": months.get(first), "months": list(months)}
    return render(request, "events/month.html", context)


@require_safe
def meetings(request: HttpRequest, year: FiscalYear) -> HttpResponse:
    """Show the other meetings of a fiscal year."""
    context = year_context(year)
    found = in_year(year).filter(listing=Listing.MEETINGS).for_listing()
    context |= {"months": by_month(found)}
    return render(request, "events/meetings.html", context)


@require_safe
def cafe(request: HttpRequest, year: FiscalYear) -> HttpResponse:
    """Show the ICLEI Cafés of a fiscal year, each with its themes."""
    context = year_context(year)
    found = in_year(year).filter(listing=Listing.CAFE)
    context |= {"events": found.with_sessions(Session.objects.all())}
    return render(request, "events/cafe.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one event."""
    event = by_slug(Event.objects.for_listing(), slug)
    sessions = list(event_sessions(event).with_speakers(SessionPart.objects.all()))
    figures = figures_of(event)
    context = {
        "event": event,
        "languages": languages_of(event, "title", "label", "summary"),
        "organisers": organisers_of(event, lambda one: one).labelled(),
        "sessions": sessions,
        "is_cafe": event.listing == Listing.CAFE,
        "figures": figures,
        "linked_data": event_node(
            event, request.build_absolute_uri, today=today_in_japan(), figures=figures
        ),
    }
    return render(request, "events/detail.html", context)


@require_safe
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the sessions of an event by day, in place time and Japan time."""
    event = by_slug(Event.objects.all(), slug)
    if event.listing == Listing.CAFE:  # its page shows all of it
        return redirect(event)
    sessions = list(event_sessions(event).for_listing())
    if not sessions:
        raise Http404
    context = {
        "event": event,
        "languages": languages_of(event, "title"),
        "days": by_day(sessions),
        "figures": figures_of(event),
        "linked_data": programme_node(
            event, sessions, request.build_absolute_uri, today=today_in_japan()
        ),
    }
    return render(request, "events/programme.html", context)


def in_year(year: FiscalYear) -> EventQuerySet[Event]:
    """Return the events of the fiscal year in the order of their dates."""
    return Event.objects.in_fiscal_year(year).in_order()


def year_context(year: FiscalYear) -> dict[str, Any]:
    """Return what every page of a fiscal year shows. Raises Http404 without events."""
    years = Event.objects.fiscal_years()
    if year not in years:
        raise Http404
    return {"year": year, "years": years}


def event_sessions(event: Event) -> SessionQuerySet[Session]:
    """Return the sessions of the event, which knows its zone without a query."""
    return Session.objects.filter(event=event).select_related("event")


def figures_of(event: Event) -> Figures:
    """Read the figures as they stood at the end of the event's fiscal year."""
    return DatedFigure.objects.nearest_to(event.fiscal_year.last_day)
