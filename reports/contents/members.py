"""The members: municipalities with their heads, and special members."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import Text, record_of
from reports.choices import Section
from reports.contents.pictures import PictureRead, picture_read

if TYPE_CHECKING:
    from members.models import Headship, Membership, Municipality
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Head:
    """The head of a municipality."""

    record: str
    title: Text
    person: Text
    confirmed: bool
    portrait: PictureRead | None = None


@dataclass(frozen=True)
class Member:
    """A full member and its head."""

    record: str
    slug: str
    name: Text
    reading: Text | None
    prefecture: Text | None
    kind: Text
    site: Text | None
    head: Head | None


@dataclass(frozen=True)
class SpecialMember:
    """A special member; `post` is that of the head of a municipality.

    `again` marks a person named already in another capacity (再掲).
    """

    record: str
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
        record=record_of(headship),
        title=year.own(municipality.head_title),
        person=year.person(headship.person),
        confirmed=headship.person.confirmed,
        portrait=picture_read(year, headship.person.portrait),
    )


def _members(year: ReportYear) -> tuple[Member, ...]:
    municipalities = year.records.members
    if year.language == "en":
        municipalities = sorted(municipalities, key=lambda each: each.slug)
    return tuple(_member(year, municipality) for municipality in municipalities)


def _member(year: ReportYear, municipality: Municipality) -> Member:
    heads: list[Headship] = getattr(municipality, "heads")  # noqa: B009
    lies_in = municipality.prefecture
    return Member(
        record=record_of(municipality),
        slug=municipality.slug,
        name=year.text(municipality, "name"),
        reading=year.value_or_none(municipality, "name_kana"),
        prefecture=year.own(lies_in.label) if lies_in else None,
        kind=year.own(municipality.get_kind_display()),
        site=year.value_or_none(municipality, "site"),
        head=_head(year, heads[0], municipality) if heads else None,
    )


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
        record=record_of(membership),
        person=year.person(membership.person),
        post=_post(year, place) if place else None,
        confirmed=membership.person.confirmed,
        again=again,
    )


def _capacities(year: ReportYear) -> tuple[Capacity, ...]:
    memberships = year.records.special_memberships
    headships = year.records.special_headships
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
