"""The sources of printed values in words, and the forms that they are edited in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey
from django.urls import reverse

from iclei_portal.bilingual.history import translated_fields

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite
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

    def input(self, language: str) -> str:
        """Return the id of the field in the form, in a language if it has several."""
        translated = self.field in translated_fields(self.model)
        return f"id_{self.field}_{language}" if translated else f"id_{self.field}"


@dataclass(frozen=True)
class Link:
    """A source in words, and the address of the form that it is edited in, if any."""

    words: str
    kind: str = ""
    source: Source | None = None
    form: str = ""

    def address(self, language: str) -> str:
        """Return the address, at the field in a language where that is known."""
        if self.source is None or not self.source.field:
            return self.form
        return f"{self.form}#{self.source.input(language)}"


def links_of(site: AdminSite, sources: Iterable[str]) -> dict[str, Link]:
    """Return the link of each source.

    What has no form of its own is edited in that of the record it belongs to: one
    query for each kind of such records.
    """
    found: dict[str, Link] = {}
    within: dict[type[Model], dict[str, Source]] = defaultdict(dict)
    for name in dict.fromkeys(sources):
        try:
            source = Source.read(name)
        except LookupError:
            found[name] = Link(name)
            continue
        if site.is_registered(source.model):
            found[name] = Link(source.words, source.kind, source, source.form)
        else:
            within[source.model][name] = source
    for model, named in within.items():
        forms = _forms(site, model, {source.pk for source in named.values()})
        for name, source in named.items():
            form = forms.get(source.pk, "")
            found[name] = Link(source.words, source.kind, form=form)
    return found


def _forms(site: AdminSite, model: type[Model], keys: set[int]) -> dict[int, str]:
    """Return the form that each record of a model without one is edited in."""
    for owner, key in _owners(site, model):
        pairs = model._default_manager.filter(pk__in=keys).values_list("pk", key)
        return {pk: Source(owner, parent).form for pk, parent in pairs if parent}
    return {}


def _owners(site: AdminSite, model: type[Model]) -> Iterator[tuple[type[Model], str]]:
    """Go through the models in whose forms a model stands, with the key to each."""
    for owner, model_admin in site._registry.items():  # noqa: SLF001 - no other way
        if any(inline.model is model for inline in model_admin.inlines):
            for field in model._meta.fields:
                if isinstance(field, ForeignKey) and field.related_model is owner:
                    yield owner, field.attname
