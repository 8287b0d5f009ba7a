"""How to reach ICLEI Japan and the World Secretariat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from iclei_portal.bilingual.texts import Text, record_of
from members.choices import OfficeKind
from members.models import Office
from reports.choices import Section

if TYPE_CHECKING:
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class Address:
    """An office with the contact details that are public."""

    record: str
    name: Text
    postal_code: Text | None
    address: Text | None
    phone: Text | None
    fax: Text | None
    email: Text | None
    site: Text | None


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
                record=record_of(office),
                name=year.text(office, "name"),
                postal_code=year.value_or_none(office, "postal_code"),
                address=year.text_or_none(office, "address"),
                phone=year.value_or_none(office, "phone"),
                fax=year.value_or_none(office, "fax"),
                email=year.value_or_none(office, "email"),
                site=year.value_or_none(office, "site"),
            )
            for office in offices
        ),
    )
