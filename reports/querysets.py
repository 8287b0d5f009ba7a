"""Query set words of reports and render jobs."""

from __future__ import annotations

from datetime import datetime
from typing import Self, TypeVar

from django.db.models import Model, Q, QuerySet

from reports.choices import UNFINISHED, JobState, ReportState

_Row_co = TypeVar("_Row_co", bound=Model, covariant=True)


class AnnualReportQuerySet(QuerySet[_Row_co]):
    """Annual reports."""

    def published(self) -> Self:
        """Keep what every reader may see, newest first."""
        return self.filter(state=ReportState.PUBLISHED).order_by("-fiscal_year")


class RenderJobQuerySet(QuerySet[_Row_co]):
    """Render jobs."""

    def unfinished(self) -> Self:
        """Keep those that wait or are being rendered."""
        return self.filter(state__in=UNFINISHED)

    def newest_editions(self) -> Self:
        """Keep the newest file of each edition, Japanese before English."""
        return (
            self.filter(state=JobState.READY)
            .order_by("-report__fiscal_year", "-language", "-finished_at", "-pk")
            .distinct("report__fiscal_year", "language")
        )

    def claimable(self, now: datetime) -> Self:
        """Keep what no living worker holds: queued, or its lease is over."""
        return self.filter(
            Q(state=JobState.QUEUED) | Q(state=JobState.RENDERING, lease_until__lte=now)
        )
