"""Query set words of articles."""

from __future__ import annotations

from typing import Self, TypeVar

from iclei_portal.publishing import Publishable, PublishableQuerySet

_Row_co = TypeVar("_Row_co", bound=Publishable, covariant=True)


class ArticleQuerySet(PublishableQuerySet[_Row_co]):
    """Articles."""

    def for_listing(self) -> Self:
        """Fetch what one list prints, newest first."""
        return self.select_related("picture").order_by("-published_on", "slug")

    def for_reading(self) -> Self:
        """Fetch what the page of an article prints."""
        return self.select_related("picture").prefetch_related("municipalities")
