"""What the pages of the members app show, read from the records.

Records of upper apps are reached through the municipality; the words of their query
sets are unknown to the type checker there.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from iclei_portal.fiscal_year import FiscalYear
from iclei_portal.valid_time import attested_until
from members.choices import Category
from members.models import Headship, Membership, Municipality

if TYPE_CHECKING:
    from events.models import EventParticipant, SessionPart
    from initiatives.models import Participation
    from news.models import Article

KANA_ROWS = "あかさたなはまやらわ"


@dataclass(frozen=True)
class Initial:
    """Municipalities under one heading of the list; `anchor` is its name in links."""

    heading: str
    anchor: str
    municipalities: list[Municipality]


def kana_row(reading: str) -> str:
    """Return the row of the syllabary of a reading: が and こ are in か."""
    first = unicodedata.normalize("NFD", reading)[0]
    return KANA_ROWS[max(bisect_right(KANA_ROWS, first) - 1, 0)]


def by_initial(municipalities: Iterable[Municipality], language: str) -> list[Initial]:
    """Group municipalities that stand in reading order, by kana row or letter."""

    def heading(municipality: Municipality) -> str:
        if language == "ja":
            return kana_row(municipality.name_kana)
        return municipality.slug[0].upper()

    return [
        Initial(key, f"initial-{number}", list(group))
        for number, (key, group) in enumerate(groupby(municipalities, heading), 1)
    ]


@dataclass(frozen=True)
class Year:
    """The events of one fiscal year in which a municipality took part."""

    fiscal_year: FiscalYear
    participants: list["EventParticipant"]


def by_fiscal_year(participants: Iterable["EventParticipant"]) -> list[Year]:
    """Group participations in events that stand newest first."""
    return [
        Year(fiscal_year, list(group))
        for fiscal_year, group in groupby(
            participants, lambda participant: participant.event.fiscal_year
        )
    ]


def membership_on(municipality: Municipality, day: date) -> Membership | None:
    """Return the full membership on `day`, from the memberships already fetched."""
    for membership in municipality.memberships.all():
        if membership.category == Category.FULL and day in membership.valid:
            return membership
    return None


def is_outside(
    municipality: Municipality, day: date, held: tuple[date, date | None] | None
) -> bool:
    """Tell whether records say that it was no member on `day`, when it is not one.

    They are silent before the days on which memberships are `held`, and before a
    membership of its own whose beginning is not known.
    """
    own = municipality.memberships.all()
    silent = any(not one.start_known and day < one.valid.lower for one in own)
    return held is not None and held[0] <= day and not silent


def recorded_until(members: Iterable[Municipality], day: date) -> date | None:
    """Return the last day on which sources state the memberships `held` on `day`.

    None: they state them for `day` itself.
    """
    held = [one for member in members for one in vars(member)["held"]]
    until = attested_until(day, held)
    return until if until < day else None


@dataclass(frozen=True)
class SpecialMember:
    """A special member; `again` marks a person who stands above already (再掲)."""

    membership: Membership
    again: bool


def special_members(memberships: Iterable[Membership]) -> list[SpecialMember]:
    """Return the special members in their order."""
    named: set[int | None] = set()
    found = []
    for membership in memberships:
        found.append(SpecialMember(membership, membership.person_id in named))
        named.add(membership.person_id)
    return found


def heads_are_missing(municipalities: Iterable[Municipality]) -> bool:
    """Tell whether one of them has no head among the `heads` fetched for a day."""
    return any(not vars(municipality)["heads"] for municipality in municipalities)


def participations_of(
    municipality: Municipality, day: date
) -> "Iterable[Participation]":
    """Return how the municipality takes part in initiatives on `day`."""
    related: Any = municipality.participations
    found: Iterable[Participation] = related.for_listing().as_of(day)
    return found


def events_of(municipality: Municipality) -> "Iterable[EventParticipant]":
    """Return the events in which it took part, newest first."""
    related: Any = municipality.eventparticipants
    found: Iterable[EventParticipant] = related.for_profile()
    return found


def articles_of(municipality: Municipality) -> "Iterable[Article]":
    """Return the published articles that name it, newest first."""
    related: Any = municipality.articles
    found: Iterable[Article] = related.published().order_by("-published_on")
    return found


@dataclass(frozen=True)
class Speech:
    """A part in a session and its day; a theme of a Café has the day of the Café."""

    part: "SessionPart"
    is_cafe: bool

    @property
    def day(self) -> date | None:
        """The day, None where it is not known."""
        session = self.part.session
        return session.day or (session.event.start_on if self.is_cafe else None)


def speeches(municipality: Municipality, headship: Headship | None) -> list[Speech]:
    """Return the parts in sessions of a municipality, and of its head in office."""
    parts = municipality.sessionparts.all()
    if headship:
        parts = parts | headship.person.sessionparts.all()
    found = parts.select_related("session__event", "person").order_by(
        "-session__event__start_on", "session__day", "session__order", "order"
    )
    return [
        Speech(part, is_cafe=part.session.event.listing == "cafe")
        for part in found
        if part.person is None
        or (
            headship is not None
            and (part.session.day or part.session.event.start_on) in headship.valid
        )
    ]
