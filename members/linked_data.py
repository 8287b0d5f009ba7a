"""Municipalities, their heads and partner organisations in the words of schema.org."""

from __future__ import annotations

from iclei_portal.about.linked_data import reference
from iclei_portal.bilingual.linked_data import Absolute, Node, names_of, node
from iclei_portal.bilingual.texts import active_language
from iclei_portal.pictures.linked_data import image_node
from members.choices import Kind, OrganisationKind
from members.models import (
    Headship,
    Membership,
    Municipality,
    Organisation,
    Person,
)

CODE = "全国地方公共団体コード"
ORGANISATION_TYPES = {
    OrganisationKind.GOVERNMENT: "GovernmentOrganization",
    OrganisationKind.NPO: "NGO",
    OrganisationKind.UNIVERSITY: "CollegeOrUniversity",
    OrganisationKind.COMPANY: "Corporation",
}


def municipality_node(
    municipality: Municipality,
    absolute: Absolute,
    *,
    membership: Membership | None = None,
    headship: Headship | None = None,
) -> Node:
    """Return a municipality fetched with `for_profile`, as it is on the day shown."""
    return node(
        "GovernmentOrganization",
        **named_party(municipality, absolute),
        identifier=code_node(municipality),
        sameAs=[municipality.site] if municipality.site else None,
        areaServed=area(municipality),
        memberOf=reference(absolute) if membership else None,
        employee=head(headship, municipality) if headship else None,
        image=image_node(municipality.picture, absolute),
    )


def code_node(municipality: Municipality) -> Node | None:
    """Return the municipality code; None overseas."""
    if not municipality.code:
        return None
    return node("PropertyValue", propertyID=CODE, value=municipality.code)


def area(municipality: Municipality) -> Node:
    """Return the area that a municipality governs, and where it lies."""
    country = node("Country", name=municipality.country)
    prefecture = municipality.prefecture
    if prefecture is None or municipality.kind == Kind.PREFECTURE:
        around = country
    else:
        around = node(
            "AdministrativeArea", name=str(prefecture.label), containedInPlace=country
        )
    return node("AdministrativeArea", **names_of(municipality), containedInPlace=around)


def head(headship: Headship, municipality: Municipality) -> Node | None:
    """Return the head with the title; None while the name is being confirmed."""
    person = person_node(headship.person)
    return person and person | {"jobTitle": str(municipality.head_title)}


def person_node(person: Person) -> Node | None:
    """Return a person; None while the name is being confirmed."""
    if not person.confirmed:
        return None
    language = active_language()
    here = person.name_in(language)
    other = person.name_in("en" if language == "ja" else "ja")
    return node("Person", name=here, alternateName=other if other != here else None)


def party_node(party: Municipality | Organisation, absolute: Absolute) -> Node:
    """Return a municipality or an organisation as other nodes name it."""
    if isinstance(party, Municipality):
        return node("GovernmentOrganization", **named_party(party, absolute))
    kind = ORGANISATION_TYPES.get(OrganisationKind(party.kind), "Organization")
    return node(kind, **names_of(party))


def named_party(municipality: Municipality, absolute: Absolute) -> Node:
    """Return the names of a municipality and the address of its profile."""
    url = absolute(municipality.get_absolute_url())
    return names_of(municipality) | {"url": url}
