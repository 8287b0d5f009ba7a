"""The members: municipalities with their heads, and special members."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from members.models import Headship, Membership, Municipality
from reports.choices import Section

if TYPE_CHECKING:
    from iclei_portal.bilingual.texts import Text
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Head:
    """The head of a municipality."""

    title: Text
    person: Text
    confirmed: bool


@dataclass(frozen=True)
class Member:
    """A full member and its head."""

    name: Text
    head: Head | None


@dataclass(frozen=True)
class SpecialMember:
    """A special member; `post` is that of the head of a municipality.

    `again` marks a person named already in another capacity (再掲).
    """

    person: Text
    post: Text | None
    confirmed: bool
    again: bool


@dataclass(frozen=True)
class Capacity:
    """What special members are members as, and who they are."""

    name: Text
    members: tuple[SpecialMember, ...]


@dataclass(frozen=True)
class Members:
    """The chapter."""

    text: Text | None
    members: tuple[Member, ...]
    capacities: tuple[Capacity, ...]
    unconfirmed: bool


def _head(year: ReportYear, headship: Headship, municipality: Municipality) -> Head:
    return Head(
        title=year.own(municipality.head_title),
        person=year.person(headship.person),
        confirmed=headship.person.confirmed,
    )


def _members(year: ReportYear) -> tuple[Member, ...]:
    municipalities = (
        Municipality.objects.members_as_of(year.as_of)
        .in_reading_order(year.language)
        .with_heads(year.as_of, Headship.objects.all())
    )
    found = []
    for municipality in municipalities:
        heads: list[Headship] = getattr(municipality, "heads")  # noqa: B009
        head = _head(year, heads[0], municipality) if heads else None
        found.append(Member(year.text(municipality, "name"), head))
    return tuple(found)


def _post(year: ReportYear, municipality: Municipality) -> Text:
    """Return the post of a head: デモイン市長; Mayor, City of Des Moines."""
    name = year.text(municipality, "name")
    title = str(municipality.head_title)
    if year.language == "ja":
        return replace(name, content=name.content.removesuffix(title[0]) + title)
    return replace(name, content=f"{title}, {name.content}")


def _special(
    year: ReportYear, membership: Membership, *, again: bool, headship: Headship | None
) -> SpecialMember:
    if membership.person is None:
        raise ValueError("a special member is a person")
    place = headship.municipality if headship and not again else None
    return SpecialMember(
        person=year.person(membership.person),
        post=_post(year, place) if place else None,
        confirmed=membership.person.confirmed,
        again=again,
    )


def _capacities(year: ReportYear) -> tuple[Capacity, ...]:
    memberships = list(
        Membership.objects.special()
        .filter(person__isnull=False)
        .select_related("person")
        .as_of(year.as_of)
    )
    headships = {
        headship.person_id: headship
        for headship in Headship.objects.as_of(year.as_of)
        .filter(person__in=[membership.person_id for membership in memberships])
        .select_related("municipality")
    }
    capacities: dict[str, Capacity] = {}
    named: set[int | None] = set()
    for membership in memberships:
        name = year.text(membership, "capacity")
        member = _special(
            year,
            membership,
            again=membership.person_id in named,
            headship=headships.get(membership.person_id or 0),
        )
        named.add(membership.person_id)
        group = capacities.get(name.content, Capacity(name, ()))
        capacities[name.content] = replace(group, members=(*group.members, member))
    return tuple(capacities.values())


def collect_members(year: ReportYear) -> Members:
    """Read the members of the report's day: four queries."""
    members = _members(year)
    capacities = _capacities(year)
    heads = all(member.head.confirmed for member in members if member.head)
    special = all(one.confirmed for each in capacities for one in each.members)
    return Members(
        text=year.passage(Section.MEMBERS),
        members=members,
        capacities=capacities,
        unconfirmed=not (heads and special),
    )
