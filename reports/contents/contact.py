"""How to reach ICLEI Japan and the World Secretariat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from members.choices import OfficeKind
from members.models import Office
from reports.choices import Section

if TYPE_CHECKING:
    from iclei_portal.bilingual.texts import Text
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Address:
    """An office with the contact details that are public."""

    name: Text
    postal_code: str
    address: Text | None
    phone: str
    fax: str
    email: str
    site: str


@dataclass(frozen=True)
class Contact:
    """The chapter."""

    text: Text | None
    addresses: tuple[Address, ...]
    unconfirmed: bool = False


def collect_contact(year: ReportYear) -> Contact:
    """Read the office in Japan, then the World Secretariat: one query."""
    offices = (
        Office.objects.as_of(year.as_of)
        .filter(Q(country="JP") | Q(kind=OfficeKind.WORLD))
        .order_by("kind", "order")
    )
    return Contact(
        text=year.passage(Section.CONTACT),
        addresses=tuple(
            Address(
                name=year.text(office, "name"),
                postal_code=office.postal_code,
                address=year.text_or_none(office, "address"),
                phone=office.phone,
                fax=office.fax,
                email=office.email,
                site=office.site,
            )
            for office in offices
        ),
    )
