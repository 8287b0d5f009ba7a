"""Public pages of the initiatives app."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from iclei_portal.about.models import DatedFigure
from iclei_portal.as_of import read_as_of
from iclei_portal.bilingual.texts import languages_of
from initiatives.models import Initiative, Participation


@require_safe
def initiative_list(request: HttpRequest) -> HttpResponse:
    """List the initiatives on a day, with how many take part."""
    as_of = read_as_of(request)
    initiatives = list(
        Initiative.objects.with_participations(Participation.objects.as_of(as_of.day))
        .as_of(as_of.day)
        .order_by("order", "slug")
    )
    context = {
        "as_of": as_of,
        "initiatives": initiatives,
        "figures": DatedFigure.objects.nearest_to(as_of.day),
        "held": None if initiatives else Initiative.objects.held_days(),
        "later": (
            Initiative.objects.beginning_after(as_of.day) if as_of.chosen else None
        ),
    }
    return render(request, "initiatives/list.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an initiative, its facts, who takes part, and reporting rounds."""
    as_of = read_as_of(request)
    initiative = get_object_or_404(
        Initiative.objects.select_related("merged_into").with_rounds(), slug=slug
    )
    every = Participation.objects.filter(initiative=initiative)
    participations = list(every.for_listing().as_of(as_of.day))
    context = {
        "as_of": as_of,
        "initiative": initiative,
        "languages": languages_of(initiative, "name", "summary"),
        "facts": initiative.facts.order_by("order"),
        "roles": [
            (role, list(group))
            for role, group in groupby(
                participations, lambda one: one.get_role_display()
            )
        ],
        "unconfirmed": not initiative.confirmed
        or not all(one.confirmed for one in participations),
        "figures": DatedFigure.objects.nearest_to(as_of.day),
        "held": None if participations else every.held_days(),
        "later": every.beginning_after(as_of.day) if as_of.chosen else None,
    }
    return render(request, "initiatives/detail.html", context)
