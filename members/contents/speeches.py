"""The sessions in which a municipality, or its head, spoke."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from members.contents.profile import Heads
from members.contents.values import in_language
from members.models import Headship, Municipality
from members.querysets import json_of

if TYPE_CHECKING:
    from events.models import SessionPart


@dataclass(frozen=True)
class SpeechLink:
    """A page or recording of a session; the address may be missing."""

    name_ja: str
    name_en: str | None
    kind: str
    url: str

    def name_in(self, language: str) -> tuple[str, str]:
        """Return the label for readers of a language, and the language it is in."""
        return in_language(self.name_ja, self.name_en, language)


@dataclass(frozen=True)
class Speech:
    """A part in a session and its day; a theme of a Café has the day of the Café."""

    part: SessionPart
    is_cafe: bool
    links: list[SpeechLink]

    @property
    def day(self) -> date | None:
        """The day, None where it is not known."""
        session = self.part.session
        return session.day or (session.event.start_on if self.is_cafe else None)


def _links() -> ArraySubquery:
    """Return the links of the session of a part, in the query of the parts."""
    parts = Municipality.sessionparts.rel.related_model._default_manager
    linked = parts.filter(pk=OuterRef("pk"), session__links__isnull=False)
    row = json_of("session__links", "label_ja", "label_en", "kind", "url")
    ordered = linked.annotate(found=row).order_by("session__links__order")
    return ArraySubquery(ordered.values("found"))


def _spoke_in_office(part: SessionPart, headships: Iterable[Headship]) -> bool:
    day = part.session.day or part.session.event.start_on
    return any(
        one.person_id == part.person_id and day in one.valid for one in headships
    )


def speeches(municipality: Municipality, heads: Heads) -> list[Speech]:
    """Return the parts in sessions of a municipality, and of its heads in office."""
    parts = Municipality.sessionparts.rel.related_model._default_manager
    persons = [one.person_id for one in heads.headships]
    found = (
        parts.filter(Q(municipality=municipality) | Q(person__in=persons))
        .select_related("session__event", "person")
        .annotate(link_rows=_links())
        .order_by(
            "-session__event__start_on", "session__day", "session__order", "order"
        )
    )
    return [
        Speech(
            part,
            is_cafe=part.session.event.listing == "cafe",
            links=[
                SpeechLink(row["label_ja"], row["label_en"], row["kind"], row["url"])
                for row in part.link_rows
            ],
        )
        for part in found
        if part.person is None or _spoke_in_office(part, heads.headships)
    ]
