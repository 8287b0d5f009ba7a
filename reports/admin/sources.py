"""The sources of printed values in words, and the forms that they are edited in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.urls import reverse

from iclei_portal.bilingual.history import translated_fields
from reports.admin.fields import rows_of

if TYPE_CHECKING:
    from django.db.models import Model


@dataclass(frozen=True)
class Source:
    """A source taken apart: "events.event:12.title"; a record has no field."""

    model: type[Model]
    pk: int
    field: str = ""

    @classmethod
    def read(cls, source: str) -> Source:
        """Return a source. Raises LookupError for one of a model that is gone."""
        label, _colon, rest = source.partition(":")
        pk, _dot, field = rest.partition(".")
        return cls(apps.get_model(label), int(pk), field)

    @property
    def kind(self) -> str:
        """What such records are called."""
        return str(self.model._meta.verbose_name_plural)

    @property
    def words(self) -> str:
        """The kind of the record, its number and the field, in words."""
        record = f"{self.model._meta.verbose_name} {self.pk}"
        try:
            field = self.model._meta.get_field(self.field)
        except FieldDoesNotExist:
            return record
        return f"{record}: {getattr(field, 'verbose_name', field.name)}"

    @property
    def form(self) -> str:
        """The address of the form of the record."""
        options = self.model._meta
        name = f"admin:{options.app_label}_{options.model_name}_change"
        return reverse(name, args=[self.pk])

    @property
    def record(self) -> str:
        """The record alone, as a source."""
        return f"{self.model._meta.label_lower}:{self.pk}"

    def input(self, language: str, prefix: str) -> str:
        """Return the id of the field in the form, in a language if it has several."""
        translated = self.field in translated_fields(self.model)
        name = f"{self.field}_{language}" if translated else self.field
        return f"id_{prefix}{name}"


@dataclass(frozen=True)
class Link:
    """A source in words, and the address of the form that it is edited in, if any.

    `prefix` stands before its fields where it is a row of another record's form.
    """

    words: str
    kind: str = ""
    source: Source | None = None
    form: str = ""
    prefix: str = ""

    def address(self, language: str) -> str:
        """Return the address, at the field in a language where that is known."""
        if self.source is None or not (self.form and self.source.field):
            return self.form
        return f"{self.form}#{self.source.input(language, self.prefix)}"


def links_of(sources: Iterable[str]) -> dict[str, Link]:
    """Return the link of each source.

    What has no form of its own is edited in that of the record it belongs to: one
    query for each kind of such records.
    """
    found: dict[str, Link] = {}
    read: dict[str, Source] = {}
    for name in dict.fromkeys(sources):
        try:
            read[name] = Source.read(name)
        except LookupError:
            found[name] = Link(name)
    rows = rows_of(source.record for source in read.values())
    for name, source in read.items():
        link = Link(source.words, source.kind, source)
        if admin.site.is_registered(source.model):
            link = replace(link, form=source.form)
        elif row := rows.get(source.record):
            form = Source(type(row.owner), row.owner.pk).form
            link = replace(link, form=form, prefix=f"{row.prefix}-")
        found[name] = link
    return found
