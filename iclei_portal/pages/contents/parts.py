"""The pages about ICLEI, in the order in which they are offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True)
class Part:
    """A page: its name in addresses, in navigation, as a heading, and what it says."""

    key: str
    name: StrPromise
    heading: StrPromise
    description: StrPromise

    @property
    def view(self) -> str:
        """The name of its view."""
        return f"about:{self.key}"


PARTS = (
    Part(
        "overview",
        _("Overview"),
        _("About ICLEI"),
        _(
            "Who ICLEI is: its mission, activities, goals and pathways, how it acts "
            "and how it is organised."
        ),
    ),
    Part(
        "benefits",
        _("Benefits of membership"),
        _("Benefits of membership"),
        _(
            "What municipalities gain as members of ICLEI, and how other "
            "organisations can take part as associate partners."
        ),
    ),
    Part(
        "documents",
        _("Charter and strategies"),
        _("Charter and strategies"),
        _(
            "ICLEI’s charter, strategies, declarations and action plans in their "
            "versions: what is in force, and what went before."
        ),
    ),
    Part(
        "councils",
        _("Governance"),
        _("How ICLEI is governed"),
        _(
            "ICLEI’s council and executive committees, who sits on them and for how "
            "long, and the posts that ICLEI Japan holds elsewhere."
        ),
    ),
    Part(
        "officers",
        _("Officers"),
        _("Officers of ICLEI Japan"),
        _(
            "The chair, directors, auditor, advisers and steering committee of ICLEI "
            "Japan on any day, and those who went before."
        ),
    ),
    Part(
        "offices",
        _("Offices worldwide"),
        _("Offices worldwide"),
        _("ICLEI’s offices and secretariats by region of the world, Japan’s first."),
    ),
    Part(
        "un",
        _("United Nations"),
        _("Work with the United Nations"),
        _(
            "How ICLEI works with the United Nations: conferences, conventions, "
            "programmes and joint projects."
        ),
    ),
    Part(
        "history",
        pgettext_lazy("of ICLEI", "History"),
        _("History of ICLEI"),
        _("ICLEI’s history step by step, and how its network has grown."),
    ),
    Part(
        "facts",
        _("Fact sheet"),
        _("Fact sheet: ICLEI in figures"),
        _(
            "ICLEI and ICLEI Japan in figures, each with its date and its source, and "
            "how it has changed over the years."
        ),
    ),
    Part(
        "contact",
        _("Contact"),
        _("Contact"),
        _(
            "How to reach ICLEI Japan by post, telephone, fax and email, and which "
            "ICLEI office to ask in other regions."
        ),
    ),
)
BY_KEY = {part.key: part for part in PARTS}
