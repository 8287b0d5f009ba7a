"""ICLEI's offices by region of the world, and how to reach one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iclei_portal.drawings.bars import Row
from iclei_portal.drawings.svg import Words
from iclei_portal.pages.contents.charts import bar_chart
from iclei_portal.pages.contents.regions import Region, region_of
from members.choices import OfficeKind
from members.models import Office

HOME = "JP"
CALLING_CODE = "+81"
KINDS = list(OfficeKind)


@dataclass(frozen=True)
class RegionalOffices:
    """The offices in one region of the world, secretariats first."""

    region: Region
    offices: list[Office]


def by_region(offices: Iterable[Office]) -> list[RegionalOffices]:
    """Group offices by region, Japan first."""
    found: dict[Region, list[Office]] = {}
    for office in offices:
        found.setdefault(region_of(office.country), []).append(office)
    return [
        RegionalOffices(region, sorted(found[region], key=rank))
        for region in Region
        if region in found
    ]


def rank(office: Office) -> tuple[int, int]:
    """Return the place of an office in its region."""
    return KINDS.index(OfficeKind(office.kind)), office.order


@dataclass(frozen=True)
class Asked:
    """The offices to ask about a part of the world; `region` is None for all of it."""

    region: Region | None
    offices: list[Office]


def offices_to_ask(regions: Iterable[RegionalOffices]) -> list[Asked]:
    """Return the world secretariat, then those of regions, or offices where none is."""
    world: list[Office] = []
    found = []
    for one in regions:
        kinds: dict[str, list[Office]] = {}
        for office in one.offices:
            kinds.setdefault(office.kind, []).append(office)
        world += kinds.pop(OfficeKind.WORLD, [])
        rest = [office for group in kinds.values() for office in group]
        seats = kinds.get(OfficeKind.REGIONAL, rest)
        if seats:
            found.append(Asked(one.region, seats))
    return [Asked(None, world), *found] if world else found


def offices_chart(regions: list[RegionalOffices]) -> SafeString | None:
    """Draw how many offices there are in each region; None where there are none."""
    if not regions:
        return None
    bars = [
        Row(
            name=Words(str(one.region.label)),
            parts=(float(len(one.offices)),),
            total=Words(str(len(one.offices))),
        )
        for one in regions
    ]
    return bar_chart(bars, _("Offices and secretariats"), key="offices-chart")


@dataclass(frozen=True)
class Telephone:
    """A number as the reader dials it from home, and as a link dials it."""

    shown: str
    link: str


def telephone(number: str, language: str) -> Telephone:
    """Return a number of Japan, for readers abroad with the calling code.

    A number that does not begin with a 0 is taken as it is.
    """
    digits = re.sub(r"[^0-9+]", "", number)
    if not digits.startswith("0"):
        return Telephone(number, f"tel:{digits}")
    shown = number if language == "ja" else f"{CALLING_CODE} {number.lstrip('0')}"
    return Telephone(shown, f"tel:{CALLING_CODE}{digits[1:]}")


@dataclass(frozen=True)
class HomeOffice:
    """The office in Japan, with its numbers as links."""

    office: Office
    phone: Telephone
    fax: Telephone


def at_home(offices: Iterable[Office], language: str) -> list[HomeOffice]:
    """Return the offices in Japan, for readers of `language`."""
    return [
        HomeOffice(
            office, telephone(office.phone, language), telephone(office.fax, language)
        )
        for office in offices
        if office.country == HOME
    ]
