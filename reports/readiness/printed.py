"""What both editions of a report print, with where it stands and whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from iclei_portal.bilingual.texts import Text

if TYPE_CHECKING:
    from reports.contents.edition import Edition

NAMES = ("title", "name", "person", "label", "text")
BETWEEN = " / "
MUNICIPALITY = "members.municipality:"


def record_of_source(source: str) -> str:
    """Return the record of a field: events.event:12 of events.event:12.title."""
    return source.rpartition(".")[0]


@dataclass(frozen=True)
class Place:
    """Where a record stands: its chapter, what it is called, whose it is."""

    chapter: str
    record: str
    name: Text
    municipality: str = ""

    def inside(self, value: Any) -> Place:
        """Return the place of what is part of it; a part of a record has no name."""
        record = getattr(value, "record", "")
        name = _name(value) if record or not self.record else None
        inner = replace(
            self,
            record=record or self.record,
            municipality=_municipality(value, self),
        )
        if name is None:
            return inner
        parts = (self.name.content, name.content) if self.record else (name.content,)
        return replace(inner, name=replace(name, content=BETWEEN.join(parts)))


def _name(value: Any) -> Text | None:
    found = (getattr(value, name, None) for name in NAMES)
    return next((name for name in found if isinstance(name, Text)), None)


def _municipality(value: Any, place: Place) -> str:
    """Return whose record it is: of what a municipality's name or record stands in."""
    name = getattr(value, "name", None)
    for source in (getattr(value, "record", ""), getattr(name, "source", "")):
        if source.startswith(MUNICIPALITY):
            return str(source).split(".name")[0]
    return place.municipality


@dataclass(frozen=True)
class Item:
    """A part of a chapter, and where it stands."""

    place: Place
    value: Any


class Printed:
    """The texts and records of one edition, each where it first stands."""

    def __init__(self, edition: Edition) -> None:
        """Read an edition."""
        self.language = edition.language
        self.texts: dict[str, tuple[Place, Text]] = {}
        self.places: dict[str, Place] = {}
        self._parts: list[Item] = []
        own = Place("", record_of_source(edition.title.source), edition.title)
        self._read(edition.title, own)
        for chapter in edition.chapters:
            self._read(chapter.contents, Place(chapter.key, "", chapter.title))

    def _read(self, value: Any, place: Place) -> None:
        if isinstance(value, Text):
            self._keep(value, place)
        elif isinstance(value, tuple):
            for each in value:
                self._read(each, place)
        elif is_dataclass(value):
            inner = place.inside(value)
            self._parts.append(Item(inner, value))
            if getattr(value, "record", ""):
                self.places.setdefault(inner.record, inner)
            for field in fields(value):
                self._read(getattr(value, field.name), inner)

    def _keep(self, text: Text, place: Place) -> None:
        """Keep a text: in its record's place, or where it is named in another's."""
        if not text.source:
            return
        record = record_of_source(text.source)
        if record != place.record:
            whose = record if record.startswith(MUNICIPALITY) else place.municipality
            place = Place(place.chapter, record, text, whose)
        self.places.setdefault(record, place)
        self.texts.setdefault(text.source, (self.places[record], text))

    def parts(self, kind: type[Any]) -> Iterator[Item]:
        """Yield what is of a type; of a record only the first time it is printed."""
        seen = set()
        for item in self._parts:
            record = getattr(item.value, "record", "")
            if isinstance(item.value, kind) and record not in seen:
                seen.update({record} - {""})
                yield item


def names_of(record: str, printed: Mapping[str, Printed]) -> dict[str, Text]:
    """Return what a record is called in each language."""
    return {
        language: each.places[record].name
        for language, each in printed.items()
        if record in each.places
    }
