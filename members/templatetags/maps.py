"""Tags that draw where members are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from iclei_portal.bilingual.texts import active_language
from iclei_portal.drawings.land import place
from iclei_portal.drawings.locator import locator
from iclei_portal.drawings.member_map import Spot, member_map
from iclei_portal.drawings.svg import Words, framed
from members.choices import Kind
from members.contents.listing import ABROAD, Group, Member
from members.models import Municipality

register = template.Library()

# Days and filters that many readers look at; a map takes longer than its page.
MAPS_KEPT = 64


def inset_names() -> dict[str, Words]:
    """Return what the insets of a map show."""
    return {
        "tokyo": Words(_("Tokyo area")),
        "south-west": Words(_("Okinawa and Amami")),
        "ogasawara": Words(_("Ogasawara")),
    }


def _spot(member: Member) -> Spot | None:
    at = place(member.place.code)
    name, language = member.place.name_in(active_language())
    marked = language if language != active_language() else ""
    digits = member.place.code[:2] if member.place.kind == Kind.PREFECTURE else ""
    return Spot(Words(name, marked), at, digits) if at else None


@lru_cache(maxsize=MAPS_KEPT)
def _drawn(spots: tuple[Spot, ...], alternative: str) -> SafeString:
    return framed(
        member_map(spots, inset_names()), alternative=alternative, key="member-map"
    )


@register.simple_tag
def drawn_members(groups: Iterable[Group]) -> SafeString:
    """Draw members, grouped by prefecture, where they are."""
    found = [group for group in groups if group.anchor != ABROAD]
    spots = (_spot(member) for group in found for member in group.members)
    most = max((len(group.members) for group in found), default=0)
    densest = [group.heading for group in found if len(group.members) == most > 1]
    alternative = _("A map of Japan with the members where they are.")
    if densest:
        separator = pgettext("between the names of a list", ", ")
        alternative = _(
            "A map of Japan with the members where they are. The most are in "
            "%(densest)s."
        ) % {"densest": separator.join(densest)}
    return _drawn(tuple(spot for spot in spots if spot), alternative)


@register.simple_tag
def drawn_locator(municipality: Municipality) -> SafeString:
    """Draw where in Japan a municipality is; nothing for one overseas."""
    prefecture = municipality.prefecture
    if prefecture is None:
        return SafeString("")
    is_prefecture = municipality.kind == Kind.PREFECTURE
    at = None if is_prefecture else place(municipality.code)
    alternative = _("A map of Japan; %(prefecture)s is tinted.") % {
        "prefecture": prefecture.label
    }
    if at:
        alternative = _("A map of Japan; a dot in %(prefecture)s shows the place.") % {
            "prefecture": prefecture.label
        }
    drawing = locator(prefecture.value, at)
    return framed(drawing, alternative=alternative, key="locator")
