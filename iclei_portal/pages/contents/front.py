"""What the home page shows of the records below it, each in few queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q

from events.choices import Status as EventStatus
from events.models import Event
from iclei_portal.about.validators import REFERENCE
from iclei_portal.bilingual.texts import text_of
from initiatives.choices import TAKING_PART_ROLES
from initiatives.models import Initiative
from members.models import Municipality
from reports.choices import Language
from reports.models import RenderJob, Version

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from iclei_portal.about.models import Statement


def keys_in(statements: Iterable[Statement]) -> set[str]:
    """Return the keys of the figures that statements name, in any language."""
    return {
        key
        for one in statements
        for language in ("ja", "en")
        for key in REFERENCE.findall(text_of(one, "text", language).content)
    }


@dataclass(frozen=True)
class Events:
    """Events that are to come, the soonest first; where none is, the latest ones."""

    events: list[Event]
    are_upcoming: bool


def next_events(today: date, most: int) -> Events:
    """Return the events to announce."""
    lasting = Q(end_on__gte=today) | Q(end_on__isnull=True, start_on__gte=today)
    known = Event.objects.counting_sessions().newest()
    upcoming = (
        known.filter(lasting)
        .exclude(status=EventStatus.CANCELLED)
        .order_by("start_on", "order")[:most]
    )
    if found := list(upcoming):
        return Events(found, are_upcoming=True)
    return Events(list(known[:most]), are_upcoming=False)


@dataclass(frozen=True)
class Published:
    """The newest report that every reader may see, and its files by language."""

    version: Version
    files: list[RenderJob]


def newest_report() -> Published | None:
    """Return the newest published report; its values stay in the database."""
    found = (
        Version.objects.newest_published()
        .select_related("report")
        .defer("documents", "ledgers", "fingerprints")
    )
    version = max(found, key=lambda one: one.report.fiscal_year, default=None)
    if version is None:
        return None
    jobs = RenderJob.objects.newest_editions().filter(version=version)
    by_language = {job.language: job for job in jobs}
    files = [by_language[code] for code in Language.values if code in by_language]
    return Published(version, files)


def largest_initiatives(today: date, most: int) -> Iterable[Initiative]:
    """Return the initiatives with the most members, counted into `member_count`."""
    members = Municipality.objects.members_as_of(today).values("pk")
    taking_part: Any = Count(
        "participations__municipality",
        distinct=True,
        filter=Q(
            participations__valid__contains=today,
            participations__role__in=TAKING_PART_ROLES,
            participations__municipality__in=members,
        ),
    )
    return (
        Initiative.objects.joined()
        .as_of(today)
        .annotate(member_count=taking_part)
        .order_by("-member_count", "order")[:most]
    )
