"""The list of the members on a day: rows, and the headings they stand under."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from iclei_portal.valid_time import ONE_DAY
from members.choices import Kind, Prefecture, Region
from members.contents.values import in_language
from members.models import Membership, Municipality
from members.names import FullName

if TYPE_CHECKING:
    from members.querysets import MunicipalityQuerySet

KANA_ROWS = "あかさたなはまやらわ"
ABROAD = "abroad"
NAMES = ("slug", "code", "kind", "name_ja", "name_en", "name_kana")
PERSON = (
    "family_name_ja",
    "given_name_ja",
    "family_name_en",
    "given_name_en",
    "family_name_first",
)
COLUMNS = (
    *NAMES,
    *(f"head__person__{name}" for name in PERSON),
    # Five that tell when:
    "head__attested_on",
    "memberships__start_known",
    "memberships__valid__startswith",
    "memberships__valid__endswith",
    "memberships__attested_on",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality as lists name it."""

    slug: str
    code: str
    kind: str
    name_ja: str
    name_en: str | None
    name_kana: str

    def name_in(self, language: str) -> tuple[str, str]:
        """Return the name for readers of a language, and the language it is in."""
        return in_language(self.name_ja, self.name_en, language)

    @property
    def prefecture(self) -> Prefecture | None:
        """The prefecture it lies in; None overseas, and for a prefecture itself."""
        if not self.code or self.kind == Kind.PREFECTURE:
            return None
        return Prefecture(self.code[:2])


@dataclass(frozen=True, slots=True)
class Member:
    """A member with its head; `attested_on` is the day until which sources say so."""

    place: Place
    head: FullName | None
    attested_on: date | None


@dataclass(frozen=True, slots=True)
class Former:
    """A former member; the beginning of its membership is None where not known."""

    place: Place
    since: date | None
    until: date


@dataclass(frozen=True)
class Group:
    """Members under one heading of the list; `anchor` is its name in links."""

    heading: str
    anchor: str
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Listing:
    """The members and former members found.

    `recorded_on` is where sources end before the day asked for.
    """

    members: list[Member]
    former: list[Former]
    recorded_on: date | None

    @property
    def heads_are_missing(self) -> bool:
        """Tell whether the head of one of them is not known."""
        return any(member.head is None for member in self.members)


def _earliest(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)


def members_on(found: MunicipalityQuerySet[Municipality], day: date) -> Listing:
    """Read the full members on `day`, and the former ones, in one query.

    They stand in the order of those found.
    """
    members, ended, recorded = [], [], day
    rows = found.ever_members_until(day).with_head(day).values_list(*COLUMNS)
    for (
        *place,
        ja,
        ja_given,
        en,
        en_given,
        first,
        head_on,
        known,
        start,
        end,
        on,
    ) in rows:
        if end and end <= day:
            since = start if known else None
            ended.append(Former(Place(*place), since, end - ONE_DAY))
            continue
        head = FullName(ja, ja_given, en, en_given, first) if ja or en else None
        members.append(Member(Place(*place), head, _earliest((head_on, on))))
        recorded = min(recorded, on or day)
    here = {member.place.slug for member in members}
    former = [one for one in ended if one.place.slug not in here]
    return Listing(members, former, recorded if recorded < day else None)


def kana_row(reading: str) -> str:
    """Return the row of the syllabary of a reading: が and こ are in か."""
    first = unicodedata.normalize("NFD", reading)[0]
    return KANA_ROWS[max(bisect_right(KANA_ROWS, first) - 1, 0)]


def _grouped(
    members: Iterable[Member], key: Callable[[Member], tuple[str, str]]
) -> list[Group]:
    return [
        Group(heading, anchor, tuple(group))
        for (anchor, heading), group in groupby(members, key)
    ]


def by_initial(members: Iterable[Member], language: str) -> list[Group]:
    """Group members that stand in reading order, by kana row or letter."""
    numbers: dict[str, str] = {}

    def initial(member: Member) -> tuple[str, str]:
        place = member.place
        letter = (
            place.slug[0].upper() if language == "en" else kana_row(place.name_kana)
        )
        number = numbers.setdefault(letter, f"initial-{len(numbers) + 1}")
        return number, letter

    return _grouped(members, initial)


def _in_code_order(members: Iterable[Member]) -> list[Member]:
    """Sort by code, from north to south; those without one, overseas, stand last."""
    return sorted(members, key=lambda one: (not one.place.code, one.place.code))


def by_region(members: Iterable[Member]) -> list[Group]:
    """Group members by region, from north to south, those overseas last."""

    def region(member: Member) -> tuple[str, str]:
        found = Region.of(member.place.code)
        if found is None:
            return ABROAD, gettext("Outside Japan")
        return found.value, str(found.label)

    return _grouped(_in_code_order(members), region)


def by_prefecture(members: Iterable[Member]) -> list[Group]:
    """Group members by prefecture, from north to south, those overseas last."""

    def prefecture(member: Member) -> tuple[str, str]:
        digits = member.place.code[:2]
        if not digits:
            return ABROAD, gettext("Outside Japan")
        return f"prefecture-{digits}", str(Prefecture(digits).label)

    return _grouped(_in_code_order(members), prefecture)


@dataclass(frozen=True)
class SpecialMember:
    """A person who is a special member in a capacity, in two languages.

    `again` marks one who stands above already (再掲).
    """

    person: FullName
    name_ja: str
    name_en: str | None
    attested_on: date | None
    again: bool

    def name_in(self, language: str) -> tuple[str, str]:
        """Return the capacity for readers of a language, and the language it is in."""
        return in_language(self.name_ja, self.name_en, language)


def special_members_on(day: date) -> list[SpecialMember]:
    """Read the special members on `day` in their order: one query."""
    rows = (
        Membership.objects.special()
        .as_of(day)
        .values_list(
            *(f"person__{name}" for name in PERSON),
            "capacity_ja",
            "capacity_en",
            "attested_on",
            "person_id",
        )
    )
    named: set[int] = set()
    found = []
    for *name, ja, en, attested_on, person in rows:
        again = person in named
        found.append(SpecialMember(FullName(*name), ja or "", en, attested_on, again))
        named.add(person)
    return found
