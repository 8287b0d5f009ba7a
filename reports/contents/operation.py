"""Operation: meetings of the governing bodies, posts held elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from events.choices import Listing
from iclei_portal.bilingual.texts import Text, record_of
from members.models import PostHeld
from reports.choices import Section
from reports.contents.events import dates_of

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class GovernanceMeeting:
    """A meeting of a body of ICLEI."""

    record: str
    dates: Text
    title: Text


@dataclass(frozen=True)
class Operation:
    """The chapter."""

    text: Text | None
    meetings: tuple[GovernanceMeeting, ...]
    posts: tuple[Text, ...]
    unconfirmed: bool = False


def collect_operation(year: ReportYear) -> Operation:
    """Read the meetings of the year and the posts of the day: one query."""
    meetings = year.records.listed(Listing.GOVERNANCE)
    posts = PostHeld.objects.for_listing().as_of(year.as_of)
    return Operation(
        text=year.passage(Section.OPERATION),
        meetings=tuple(
            GovernanceMeeting(
                record=record_of(event),
                dates=dates_of(year, event),
                title=year.text(event, "title"),
            )
            for event in meetings
        ),
        posts=year.texts(posts, "title"),
    )
