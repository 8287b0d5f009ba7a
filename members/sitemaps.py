"""The pages of the members app in the sitemap."""

from __future__ import annotations

from django.db.models import QuerySet

from iclei_portal.bilingual.sitemaps import RecordPages
from members.models import Municipality


class MunicipalityPages(RecordPages):
    """The profiles of municipalities, members or not."""

    page = "members:detail"
    texts = ("name", "profile")
    shown = (
        "headships",
        "memberships",
        "populations",
        "documents",
        "participations",
        "eventparticipants",
    )

    def records(self) -> QuerySet[Municipality]:
        """Return all of them."""
        return Municipality.objects.all()
