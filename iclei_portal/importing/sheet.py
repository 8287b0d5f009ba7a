"""One file of a data set and the records it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import translation
from import_export import resources
from modeltranslation.fields import TranslationField

from iclei_portal.bilingual.history import translated_fields
from iclei_portal.importing.cells import Column, References, column_for

CHANGE_REASON = "data set"


class RecordResource(resources.ModelResource):
    """Reads the rows of one sheet; unchanged records are left alone."""

    def get_instance(self, instance_loader: Any, row: dict[str, str]) -> Any:
        """Return the record that a row speaks of, by the key columns."""
        lookup = {}
        for name in self.get_import_id_fields():
            column = self.fields[name]
            value = column.clean(row)
            if column.attribute == "valid":
                lookup["valid__startswith"] = value.lower
            else:
                lookup[column.attribute] = value
        return self.get_queryset().filter(**lookup).first()

    def after_init_instance(
        self, instance: models.Model, new: bool, row: Any, **kwargs: Any
    ) -> None:
        """Remember which records it refers to, before the row changes them."""
        instance.keys_before = {  # type: ignore[attr-defined]
            name: column.widget.keys_of(instance, name)
            for name, column in self.fields.items()
            if isinstance(column.widget, References) and not new
        }

    def save_instance(
        self, instance: models.Model, is_create: Any, row: Any, **kwargs: Any
    ) -> None:
        """Save the record inside a savepoint, with its reason in the history."""
        instance._change_reason = CHANGE_REASON  # type: ignore[attr-defined]
        # The bare columns of texts hold the first language, whoever loads.
        with translation.override(settings.LANGUAGE_CODE), transaction.atomic():
            super().save_instance(instance, is_create, row, **kwargs)


@dataclass(frozen=True)
class Sheet:
    """A file `name`.csv of records of `model`, told apart by the `key` columns."""

    name: str
    model: type[models.Model]
    key: tuple[str, ...] = ("slug",)

    def _fields(self) -> Iterator[models.Field[Any, Any]]:
        translated = translated_fields(self.model)
        options = self.model._meta
        for field in (*options.fields, *options.many_to_many):
            is_original = field.name in translated and not isinstance(
                field, TranslationField
            )
            if field.editable and not field.primary_key and not is_original:
                yield field

    @cached_property
    def columns(self) -> dict[str, Column]:
        """The columns by name; a period stands in the two columns start and until."""
        columns = {}
        for field in self._fields():
            column = column_for(field)
            columns[column.column_name] = column
        return columns

    @cached_property
    def header(self) -> set[str]:
        """The names of the columns that the file may have."""
        return set(self.columns) | self._until

    @cached_property
    def needed(self) -> set[str]:
        """The names of the columns that the file must have.

        A column that it leaves out keeps the record's value, or the default.
        """
        needed = {
            column_for(field).column_name
            for field in self._fields()
            if not (field.null or field.blank or field.has_default())
        }
        return needed | set(self.key) | self._until

    @property
    def _until(self) -> set[str]:
        return {"until"} if "start" in self.columns else set()

    def resource(self) -> RecordResource:
        """Return a fresh reader of the sheet's rows."""
        meta = type(
            "Meta",
            (),
            {
                "model": self.model,
                "import_id_fields": self.key,
                "fields": tuple(self.columns),
                "clean_model_instances": True,
                "skip_unchanged": True,
                "report_skipped": True,
                "skip_html_diff": True,
                "store_instance": True,
                "use_transactions": False,
            },
        )
        attributes: dict[str, Any] = {"Meta": meta, **self.columns}
        kind = type(f"{self.model.__name__}Resource", (RecordResource,), attributes)
        reader: RecordResource = kind()
        return reader
