"""The pages of the initiatives app in the sitemap."""

from __future__ import annotations

from django.db.models import QuerySet

from iclei_portal.bilingual.sitemaps import RecordPages
from initiatives.models import Cooperation, Initiative


class InitiativePages(RecordPages):
    """Initiatives, those that ended as well."""

    page = "initiatives:detail"
    texts = ("name", "summary")
    shown = ("facts", "criteria", "participations", "rounds")

    def records(self) -> QuerySet[Initiative]:
        """Return all of them."""
        return Initiative.objects.all()


class CooperationPages(RecordPages):
    """Cooperation between cities."""

    page = "initiatives:cooperation"
    texts = ("title", "text")

    def records(self) -> QuerySet[Cooperation]:
        """Return all of it."""
        return Cooperation.objects.all()
