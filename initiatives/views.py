"""Public pages of the initiatives app."""

from itertools import groupby

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iclei_portal.about.figures import nearest
from iclei_portal.about.models import DatedFigure
from iclei_portal.as_of import AsOf, read_as_of
from iclei_portal.asked import asked_choice
from iclei_portal.bilingual.renamed import by_slug
from iclei_portal.bilingual.texts import active_language, languages_of
from iclei_portal.fiscal_year import FiscalYear
from iclei_portal.valid_time import attested_until
from initiatives.choices import JOINED_KINDS, Kind
from initiatives.contents import (
    counts_of,
    dated_facts,
    day_shown,
    listing,
    matrix,
    member_keys,
    networks,
    rounds_until,
    taking_part,
    versions,
)
from initiatives.models import Cooperation, Initiative, Participation
from members.models import Municipality


@require_safe
def initiative_list(request: HttpRequest) -> HttpResponse:
    """List the initiatives on a day by kind, and those that were over by then."""
    as_of = read_as_of(request)
    asked = asked_choice(request, "kind", _("Kind"), JOINED_KINDS)
    every = Initiative.objects.joined()
    present = Participation.objects.taking_part().as_of(as_of.day)
    found = listing(
        every.with_participations(present).order_by("order", "slug"),
        as_of.day,
        member_keys(as_of.day),
    )
    shown = [each for each in found.current if asked in ("", each.kind)]
    context = {
        "as_of": as_of,
        "kinds": JOINED_KINDS,
        "asked": asked,
        "current": shown,
        "past": [card for card in found.past if asked in ("", card.initiative.kind)],
        "figures": DatedFigure.objects.nearest_to(as_of.day),
        "known": found.current or found.past,
        "held": None if found.current else every.held_days(),
        "later": every.beginning_after(as_of.day) if as_of.chosen else None,
    }
    return render(request, "initiatives/list.html", context)


@require_safe
def matrix_page(request: HttpRequest) -> HttpResponse:
    """Show which municipalities take part in which initiatives on a day."""
    as_of = read_as_of(request)
    every = Participation.objects.joined().taking_part()
    participations = list(every.as_of(as_of.day).for_listing())
    found = matrix(
        list(Initiative.objects.joined().as_of(as_of.day).order_by("order", "slug")),
        list(
            Municipality.objects.members_as_of(as_of.day).in_reading_order(
                active_language()
            )
        ),
        participations,
    )
    until = attested_until(as_of.day, participations)
    context = {
        "as_of": as_of,
        "matrix": found,
        "recorded": until if until < as_of.day else None,
        "held": None if participations else every.held_days(),
        "later": every.beginning_after(as_of.day) if as_of.chosen else None,
    }
    return render(request, "initiatives/matrix.html", context)


@require_safe
def network_list(request: HttpRequest) -> HttpResponse:
    """List the peer networks and their programmes, with the numbers of their time."""
    as_of = read_as_of(request)
    found = networks(
        Initiative.objects.peers()
        .with_participations(Participation.objects.all())
        .prefetch_related("facts")
        .order_by("order", "slug"),
        as_of.day,
        list(DatedFigure.objects.oldest_first()),
    )
    context = {
        "as_of": as_of,
        "peers": [each for each in found if each.initiative.kind == Kind.PEER],
        "programmes": [
            each for each in found if each.initiative.kind == Kind.PROGRAMME
        ],
    }
    return render(request, "initiatives/networks.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an initiative or peer network, its facts, and who takes part in it."""
    asked = read_as_of(request)
    initiative = by_slug(
        Initiative.objects.select_related("merged_into", "part_of")
        .with_rounds()
        .prefetch_related("facts", "criteria"),
        slug,
    )
    as_of = asked if asked.chosen else AsOf(day_shown(initiative, asked.day), False)
    every = Participation.objects.filter(initiative=initiative)
    people = taking_part(every.for_listing(), as_of.day, member_keys(as_of.day))
    figures = list(DatedFigure.objects.oldest_first())
    known = nearest(figures, as_of.day)
    facts = initiative.facts.all()
    below = Q(merged_into=initiative) | Q(part_of=initiative)
    context = {
        "as_of": as_of,
        "initiative": initiative,
        "status": initiative.status_on(as_of.day),
        "languages": languages_of(initiative, "name", "summary"),
        "facts": dated_facts(facts, as_of.day, figures),
        "counts": counts_of(facts, known) if initiative.is_peer else [],
        "criteria": versions(initiative.criteria.all(), as_of.day),
        "people": people,
        "unconfirmed": not (initiative.confirmed and people.confirmed),
        "rounds": rounds_until(initiative, as_of.day),
        "related": Initiative.objects.filter(below).order_by("order", "slug"),
        "figures": known,
        "held": None if people.anyone else every.taking_part().held_days(),
        "later": every.beginning_after(as_of.day) if asked.chosen else None,
    }
    return render(request, "initiatives/detail.html", context)


@require_safe
def cooperation_list(request: HttpRequest) -> HttpResponse:
    """List the cooperation between cities by fiscal year, newest first."""
    every = Cooperation.objects.prefetch_related("municipalities")
    years = groupby(
        every.order_by("-fiscal_year", "order", "slug"), lambda one: one.fiscal_year
    )
    context = {
        "as_of": read_as_of(request),
        "years": [(FiscalYear(year), list(found)) for year, found in years],
    }
    return render(request, "initiatives/cooperations.html", context)


@require_safe
def cooperation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what cities did together in a fiscal year."""
    found = by_slug(Cooperation.objects.prefetch_related("municipalities"), slug)
    year = FiscalYear(found.fiscal_year)
    context = {
        "as_of": read_as_of(request),
        "cooperation": found,
        "fiscal_year": year,
        "languages": languages_of(found, "title", "text"),
        "figures": DatedFigure.objects.nearest_to(year.last_day),
        "others": Cooperation.objects.exclude(pk=found.pk),
    }
    return render(request, "initiatives/cooperation.html", context)
