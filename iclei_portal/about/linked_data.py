"""ICLEI Japan itself in the words of schema.org."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from iclei_portal.bilingual.linked_data import Absolute, Node, node
from iclei_portal.bilingual.texts import active_language, text_of

if TYPE_CHECKING:
    from members.models import Office

TYPE = "NGO"


def reference(absolute: Absolute) -> Node:
    """Return ICLEI Japan as other nodes name it; the home page says all of it."""
    return node(
        TYPE,
        **{"@id": absolute("/") + "#iclei-japan"},
        name=_("ICLEI Japan"),
        url=absolute(reverse("pages:home")),
    )


def iclei_japan(absolute: Absolute, office: Office | None = None) -> Node:
    """Return ICLEI Japan; with its office, how to reach it."""
    other = "en" if active_language() == "ja" else "ja"
    with override(other):
        other_name = _("ICLEI Japan")
    return reference(absolute) | node(
        TYPE,
        alternateName=other_name,
        logo=absolute(static("images/mark.svg")),
        parentOrganization=iclei(),
        **(contact(office) if office else {}),
    )


def iclei() -> Node:
    """Return the worldwide network, of which ICLEI Japan is the office in Japan."""
    return node(
        TYPE, name="ICLEI", alternateName=_("Local Governments for Sustainability")
    )


def contact(office: Office) -> dict[str, Any]:
    """Return how to reach an office; what is not recorded is empty."""
    address = node(
        "PostalAddress",
        postalCode=office.postal_code,
        addressCountry=office.country,
        addressLocality=text_of(office, "city").content,
        streetAddress=text_of(office, "address").content,
    )
    return {
        "address": address,
        "telephone": office.phone,
        "faxNumber": office.fax,
        "email": office.email,
        "sameAs": [office.site] if office.site else None,
    }


def website(absolute: Absolute) -> Node:
    """Return the portal in the reader's language."""
    return node(
        "WebSite",
        name=_("ICLEI Japan"),
        url=absolute(reverse("pages:home")),
        inLanguage=active_language(),
        publisher=reference(absolute),
    )
