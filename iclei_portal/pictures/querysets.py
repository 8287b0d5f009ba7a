"""Query set words of pictures.

Records of upper apps are reached through the relations they have to a picture.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.db.models import Q, QuerySet

from iclei_portal.publishing import State

if TYPE_CHECKING:
    from iclei_portal.pictures.models import Picture

# What makes a person one that public pages show, from its first day on.
PUBLIC_POSTS = ("headships", "seats", "memberships")

_Row_co = TypeVar("_Row_co", bound="Picture", covariant=True)


class PictureQuerySet(QuerySet[_Row_co]):
    """Pictures."""

    def in_file(self, digest: str) -> Self:
        """Keep the pictures of which a file has the SHA-256 `digest`."""
        return self.filter(Q(digest=digest) | Q(print_digest=digest))

    def for_home(self) -> Self:
        """Keep the picture at the top of the home page."""
        return self.filter(on_home=True)

    def public(self, day: date) -> Self:
        """Keep what the public pages show on `day`.

        The home page, municipalities and events are public, articles that are
        published; a person is, from the first day of a post on, for the pages show
        the past as well.
        """
        shown = Q(on_home=True) | Q(articles__state=State.PUBLISHED)
        shown |= Q(municipalities__isnull=False) | Q(events__isnull=False)
        for post in PUBLIC_POSTS:
            shown |= Q(**{f"portrayed__{post}__valid__startswith__lte": day})
        return self.filter(shown).distinct()
