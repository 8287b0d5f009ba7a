"""Query set words of reports and render jobs."""

from __future__ import annotations

from datetime import datetime
from typing import Self, TypeVar

from django.db.models import Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from reports.choices import UNFINISHED, JobState

_Row_co = TypeVar("_Row_co", bound=Model, covariant=True)


class AnnualReportQuerySet(QuerySet[_Row_co]):
    """Annual reports."""

    def published(self) -> Self:
        """Keep those with a version that every reader may see, newest first."""
        return (
            self.filter(versions__published_at__isnull=False)
            .distinct()
            .order_by("-fiscal_year")
        )


class VersionQuerySet(QuerySet[_Row_co]):
    """Frozen versions of reports."""

    def newest_published(self) -> Self:
        """Keep the version of each report that every reader sees."""
        return (
            self.filter(published_at__isnull=False)
            .order_by("report_id", "-number")
            .distinct("report_id")
        )

    def printing(self, value: str) -> Self:
        """Keep those that have a value, as it stands, among those they print."""
        chosen = type(self)(self.model).filter(pk__in=self.values("pk"))
        written = Cast("snapshot__values", TextField())
        return chosen.alias(written=written).filter(written__contains=f'"{value}"')

    def for_the_desk(self) -> Self:
        """Fetch who took which step, and no document."""
        return self.select_related("frozen_by", "published_by", "reopened_by").defer(
            "documents", "fingerprints"
        )

    def for_reading(self) -> Self:
        """Fetch what the pages of a version show; they need no document for print."""
        return self.select_related("report", "snapshot").defer("documents", "ledgers")


class RenderJobQuerySet(QuerySet[_Row_co]):
    """Render jobs."""

    def unfinished(self) -> Self:
        """Keep those that wait or are being rendered."""
        return self.filter(state__in=UNFINISHED)

    def newest_of_each(self) -> Self:
        """Keep what was asked for last of each edition and each preview."""
        what = ("report_id", "language", "chapter")
        return self.order_by(*what, "-requested_at", "-pk").distinct(*what)

    def newest_editions(self) -> Self:
        """Keep the newest file of each edition of each version."""
        return (
            self.filter(state=JobState.READY, chapter="")
            .order_by("version_id", "language", "-finished_at", "-pk")
            .distinct("version_id", "language")
        )

    def claimable(self, now: datetime) -> Self:
        """Keep what no living worker holds: queued, or its lease is over."""
        return self.filter(
            Q(state=JobState.QUEUED) | Q(state=JobState.RENDERING, lease_until__lte=now)
        )
