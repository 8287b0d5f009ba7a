"""Public pages of the members app."""

from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from iclei_portal.about.models import DatedFigure
from iclei_portal.as_of import read_as_of
from iclei_portal.bilingual.renamed import by_slug
from iclei_portal.bilingual.texts import active_language, languages_of
from members.contents.facts import documents_of, population_of
from members.contents.listing import (
    Group,
    Member,
    by_initial,
    by_prefecture,
    by_region,
    members_on,
    special_members_on,
)
from members.contents.profile import (
    Standing,
    articles_of,
    events_of,
    heads_of,
    participations_of,
    round_entries_of,
)
from members.contents.speeches import speeches
from members.forms import View, read_choice
from members.linked_data import municipality_node
from members.models import Headship, Membership, Municipality


def grouped(members: list[Member], view: View) -> list[Group]:
    """Return members under the headings of a view."""
    if view == View.REGION:
        return by_region(members)
    if view == View.MAP:
        return by_prefecture(members)
    return by_initial(members, active_language())


@require_safe
def member_list(request: HttpRequest) -> HttpResponse:
    """List the members on a day, with their heads: by reading, by region, on a map."""
    as_of = read_as_of(request)
    chosen = read_choice(request, as_of)
    found = members_on(chosen.municipalities(), as_of.day)
    nobody = not found.members and not chosen.is_filtered
    context = {
        "as_of": as_of,
        "chosen": chosen,
        "groups": grouped(found.members, chosen.view),
        "count": len(found.members),
        "recorded": found.recorded_on,
        "former": found.former,
        # Persons, of whom the filters say nothing.
        "special": [] if chosen.is_filtered else special_members_on(as_of.day),
        "held": Membership.objects.held_days() if nobody else None,
        "heads_from": (
            Headship.objects.beginning_after(as_of.day)
            if found.heads_are_missing
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
    municipality = by_slug(Municipality.objects.for_profile(as_of.day), slug)
    heads = heads_of(municipality, as_of.day)
    standing = Standing(
        as_of.day,
        list(municipality.memberships.all()),
        vars(municipality)["recorded_from"],
    )
    context = {
        "as_of": as_of,
        "municipality": municipality,
        "languages": languages_of(municipality, "name", "profile"),
        "standing": standing,
        "heads": heads,
        "population": population_of(municipality),
        "joined": participations_of(municipality, as_of.day),
        "entries": round_entries_of(municipality),
        "years": events_of(municipality),
        "speeches": speeches(municipality, heads),
        "cooperations": municipality.cooperations.prefetch_related("municipalities"),
        "articles": articles_of(municipality),
        "documents": documents_of(municipality),
        # Few texts name a figure.
        "figures": SimpleLazyObject(partial(DatedFigure.objects.nearest_to, as_of.day)),
        "linked_data": municipality_node(
            municipality,
            request.build_absolute_uri,
            membership=standing.current,
            headship=heads.current,
        ),
    }
    return render(request, "members/detail.html", context)
