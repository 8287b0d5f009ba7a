"""Public pages of the members app."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from iclei_portal.about.models import DatedFigure
from iclei_portal.as_of import read_as_of
from iclei_portal.bilingual.texts import active_language, languages_of
from members.contents import (
    articles_of,
    by_fiscal_year,
    by_initial,
    events_of,
    heads_are_missing,
    is_outside,
    membership_on,
    participations_of,
    recorded_until,
    special_members,
    speeches,
)
from members.models import Headship, Membership, Municipality


@require_safe
def member_list(request: HttpRequest) -> HttpResponse:
    """List the members on a day, with their heads, in reading order."""
    as_of = read_as_of(request)
    members = list(
        Municipality.objects.members_as_of(as_of.day)
        .in_reading_order(active_language())
        .with_memberships(as_of.day, Membership.objects.all())
        .with_heads(as_of.day, Headship.objects.all())
    )
    special = Membership.objects.special().select_related("person").as_of(as_of.day)
    context = {
        "as_of": as_of,
        "initials": by_initial(members, active_language()),
        "count": len(members),
        "recorded": recorded_until(members, as_of.day),
        "special": special_members(special),
        "held": None if members else Membership.objects.held_days(),
        "heads_from": (
            Headship.objects.beginning_after(as_of.day)
            if heads_are_missing(members)
            else None
        ),
    }
    return render(request, "members/list.html", context)


@require_safe
def by_code(request: HttpRequest, code: str) -> HttpResponsePermanentRedirect:
    """Lead from the municipality code to the profile."""
    municipality = get_object_or_404(Municipality, code=code)
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(
        municipality.get_absolute_url() + (f"?{query}" if query else "")
    )


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a municipality, member or not, with all that names it."""
    as_of = read_as_of(request)
    municipality = get_object_or_404(
        Municipality.objects.prefetch_related("memberships"), slug=slug
    )
    headship = (
        Headship.objects.as_of(as_of.day)
        .filter(municipality=municipality)
        .select_related("person")
        .first()
    )
    membership = membership_on(municipality, as_of.day)
    held = None if membership else Membership.objects.held_days()
    years = by_fiscal_year(events_of(municipality))
    context = {
        "as_of": as_of,
        "municipality": municipality,
        "languages": languages_of(municipality, "name", "profile"),
        "membership": membership,
        "is_outside": is_outside(municipality, as_of.day, held),
        "headship": headship,
        "participations": participations_of(municipality, as_of.day),
        "entries": municipality.round_entries.select_related("round__initiative"),
        "years": years,
        "speeches": speeches(municipality, headship),
        "cooperations": municipality.cooperations.prefetch_related("municipalities"),
        "articles": articles_of(municipality),
        "figures": DatedFigure.objects.nearest_to(as_of.day),
    }
    return render(request, "members/detail.html", context)
