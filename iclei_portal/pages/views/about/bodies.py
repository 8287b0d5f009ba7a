"""Pages of people: how ICLEI is governed, and ICLEI Japan's officers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from iclei_portal.about.choices import StatementKind
from iclei_portal.as_of import read_as_of
from iclei_portal.pages.contents.governance import (
    by_role,
    handovers,
    held_on,
    seats_by_body,
)
from iclei_portal.pages.views.about.frame import (
    notices,
    part_page,
    sayings,
    untranslated,
)
from members.models import BoardSeat, Body, PostHeld

OWN_BODY = "iclei-japan"
PORTRAIT = "person__portrait"


@require_safe
def councils(request: HttpRequest) -> HttpResponse:
    """Show how ICLEI is governed: bodies, seats, and posts held elsewhere."""
    as_of = read_as_of(request)
    councils = BoardSeat.objects.councils()
    seats = held_on(as_of.day, councils.for_listing().select_related(PORTRAIT))
    bodies = sorted(Body.objects.all(), key=lambda body: body.slug == OWN_BODY)
    posts = list(PostHeld.objects.for_listing())
    said = sayings(as_of, StatementKind.ORGANISATION)
    context = said | {
        "bodies": seats_by_body(bodies, seats),
        "own_body": OWN_BODY,
        "posts": held_on(as_of.day, posts),
        "untranslated": said["untranslated"]
        or untranslated(bodies, "name", "text")
        or untranslated([*seats.current, *seats.former], "post", "portfolio")
        or untranslated(posts, "title"),
        **notices(as_of, councils, seats.current),
    }
    return part_page(request, "about/councils.html", as_of, context)


@require_safe
def officers(request: HttpRequest) -> HttpResponse:
    """Show ICLEI Japan's officers on a day, by role, and those before them."""
    as_of = read_as_of(request)
    officers = BoardSeat.objects.officers()
    found = list(officers.for_listing().select_related(PORTRAIT))
    seats = held_on(as_of.day, found)
    context = {
        "roles": by_role(seats.current),
        "former": seats.former,
        "handovers": handovers(found, as_of.day),
        "untranslated": untranslated(found, "post"),
        **notices(as_of, officers, seats.current),
    }
    return part_page(request, "about/officers.html", as_of, context)
