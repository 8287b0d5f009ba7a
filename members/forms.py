"""What a reader chooses of the list of members: a view, and filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from iclei_portal.as_of import FIELD, AsOf
from iclei_portal.asked import asked_choice
from iclei_portal.bilingual.texts import active_language
from members.choices import Kind, Region
from members.models import Municipality
from members.querysets import MunicipalityQuerySet

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django_stubs_ext import StrPromise

FILTERS = ("kind", "region", "initiative")


class View(models.TextChoices):
    """The ways in which the members are shown."""

    READING = "reading", pgettext_lazy("list of members", "By name")
    REGION = "region", pgettext_lazy("list of members", "By region")
    MAP = "map", pgettext_lazy("list of members", "Map")


@dataclass(frozen=True)
class Option:
    """A choice of a field."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Field:
    """A field of the form: its name in the address, its label and its choices.

    The first choice keeps all.
    """

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Tab:
    """A link to one of the views."""

    label: str
    query: str
    current: bool


@dataclass(frozen=True)
class Chosen:
    """What the reader asks for; an empty filter keeps all."""

    as_of: AsOf
    view: View
    filters: Mapping[str, str]
    initiatives: Mapping[str, str]

    @property
    def is_filtered(self) -> bool:
        """Tell whether a filter is set."""
        return any(self.filters.values())

    def query(self, view: View, *, cleared: bool = False) -> str:
        """Return the query of the address of a view with the same day and filters."""
        fields = {
            "view": "" if view == View.READING else view.value,
            **({} if cleared else self.filters),
            FIELD: self.as_of.day.isoformat() if self.as_of.chosen else "",
        }
        return "?" + urlencode({name: value for name, value in fields.items() if value})

    @property
    def tabs(self) -> list[Tab]:
        """The links to the views."""
        return [
            Tab(str(view.label), self.query(view), view == self.view) for view in View
        ]

    @property
    def clear_query(self) -> str:
        """The query without filters."""
        return self.query(self.view, cleared=True)

    @property
    def fields(self) -> list[Field]:
        """The fields of the form."""
        return [
            self._field(
                "kind", _("Kind of municipality"), _("All kinds"), Kind.choices
            ),
            self._field("region", _("Region"), _("All regions"), Region.choices),
            self._field(
                "initiative",
                _("Takes part in"),
                _("Any initiative or none"),
                self.initiatives.items(),
            ),
        ]

    def _field(
        self,
        name: str,
        label: StrPromise,
        everything: StrPromise,
        choices: Iterable[tuple[str, object]],
    ) -> Field:
        chosen = self.filters[name]
        return Field(
            name,
            str(label),
            (
                Option("", str(everything), chosen=not chosen),
                *(Option(value, str(text), value == chosen) for value, text in choices),
            ),
        )

    def municipalities(self) -> MunicipalityQuerySet[Municipality]:
        """Return the municipalities that pass the filters, in reading order."""
        found = Municipality.objects.in_reading_order(active_language())
        if kind := self.filters["kind"]:
            found = found.filter(kind=kind)
        if region := self.filters["region"]:
            found = found.in_region(Region(region))
        if initiative := self.filters["initiative"]:
            found = found.taking_part(initiative, self.as_of.day)
        return found


@cache
def _initiatives_joined() -> QuerySet[Municipality, tuple[str, str, str | None, int]]:
    """Return the query, which never changes; whoever asks it takes a copy."""
    start = "participations__initiative__"
    # Peer networks are no initiatives to join; the words are those of upper records.
    participations: Any = Municipality._meta.get_field("participations").related_model
    joined = participations.objects.joined().values("pk")
    return (
        Municipality.objects.filter(participations__in=joined)
        .order_by(f"{start}order", f"{start}slug")
        .values_list(
            f"{start}slug", f"{start}name_ja", f"{start}name_en", f"{start}order"
        )
        .distinct()
    )


def initiatives_joined() -> dict[str, str]:
    """Return the initiatives that a municipality ever joined: names by slug."""
    in_english = active_language() == "en"
    return {
        slug: (in_english and en) or ja
        for slug, ja, en, _order in _initiatives_joined().all()
    }


def read_choice(request: HttpRequest, as_of: AsOf) -> Chosen:
    """Return what the reader asks for. Raises NotUnderstood for an unknown choice."""
    initiatives = initiatives_joined()
    view = asked_choice(
        request, "view", pgettext("list of members", "View"), View.values
    )
    asked = {
        "kind": (_("Kind of municipality"), Kind.values),
        "region": (_("Region"), Region.values),
        "initiative": (_("Takes part in"), initiatives),
    }
    filters = {
        name: asked_choice(request, name, str(label), choices)
        for name, (label, choices) in asked.items()
    }
    return Chosen(as_of, View(view or View.READING), filters, initiatives)
