"""From the text of one cell to the value of one field."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.forms import DateField
from django.forms import Field as FormField
from django.utils.translation import gettext as _
from import_export import fields, widgets

SEPARATOR = "|"
# One way of writing a date, so that no month is taken for a day.
DATES = ["%Y-%m-%d"]
YES_NO = {"yes": True, "no": False}
# By what files name a record: a report by its year, a picture by its hash.
KEYS = ("slug", "fiscal_year", "digest")


class CellError(ValueError):
    """A cell that cannot be read: its column, and why in the reader's language."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


class Column(fields.Field):
    """A column of a sheet; whatever is wrong in a cell becomes a CellError."""

    def clean(self, row: dict[str, str], **kwargs: Any) -> Any:
        """Return the value of the cell. Raises CellError."""
        try:
            return super().clean(row, **kwargs)
        except CellError:
            raise
        except ValidationError as error:
            raise CellError(self.column_name, " ".join(error.messages)) from error
        except ValueError as error:
            raise CellError(self.column_name, str(error)) from error


class FormValue(widgets.Widget):
    """Reads a cell as Django's form field of the model field does."""

    def __init__(self, field: models.Field[Any, Any]) -> None:
        super().__init__()
        is_date = isinstance(field, models.DateField)
        dates: dict[str, Any] = {"input_formats": DATES} if is_date else {}
        self.form_field: FormField = field.formfield(**dates)  # type: ignore[assignment]
        self.nullable = field.null
        self.field = field

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> Any:
        """Return the value; an empty cell is the field's default, or None."""
        if not value and self.field.has_default():
            return self.field.get_default()
        cleaned = self.form_field.clean(value)
        return None if self.nullable and cleaned == "" else cleaned


class YesNo(widgets.Widget):
    """Reads yes or no."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> bool:
        """Return the truth of the cell."""
        if value not in YES_NO:
            raise ValueError(_("“%(value)s” is neither yes nor no.") % {"value": value})
        return YES_NO[value]


class Readings(widgets.Widget):
    """Reads several texts with bars between them."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> list[str]:
        """Return the texts."""
        return [part.strip() for part in value.split(SEPARATOR) if part.strip()]


class Period(widgets.Widget):
    """Reads the columns start and until as a half-open range of days."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> DateRange:
        """Return `[start, until)`."""
        start = self._day("start", row["start"])
        until = self._day("until", row["until"])
        if start is None:
            raise CellError("start", _("The first day is missing."))
        if until is not None and until <= start:
            raise CellError("until", _("The period ends before it starts."))
        return DateRange(start, until)

    @staticmethod
    def _day(column: str, value: str) -> date | None:
        try:
            day: date | None = DateField(required=False, input_formats=DATES).clean(
                value
            )
        except ValidationError as error:
            raise CellError(column, " ".join(error.messages)) from error
        return day


def key_field(model: type[models.Model]) -> str:
    """Return the field by which files name a record of `model`."""
    names = {field.name for field in model._meta.fields}
    return next(name for name in KEYS if name in names)


class Reference(widgets.Widget):
    """Reads the key of another record."""

    def __init__(self, model: type[models.Model], *, required: bool) -> None:
        super().__init__()
        self.model = model
        self.key = key_field(model)
        self.required = required

    def find(self, value: str) -> models.Model:
        """Return the record with the key `value`. Raises ValueError."""
        found = self.model._default_manager.filter(**{self.key: value}).first()
        if found is None:
            raise ValueError(
                _("There is no %(record)s with the key “%(key)s”.")
                % {"record": self.model._meta.verbose_name, "key": value}
            )
        return found

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> models.Model | None:
        """Return the record, None for an empty cell."""
        if not value:
            if self.required:
                raise ValueError(_("The key is missing."))
            return None
        return self.find(value)


class References(widgets.ManyToManyWidget):
    """Reads the keys of several records with bars between them."""

    def __init__(self, model: type[models.Model], *, required: bool) -> None:
        super().__init__(model, separator=SEPARATOR, field=key_field(model))
        self.one = Reference(model, required=True)
        self.required = required

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> list[models.Model]:
        """Return the records. Raises ValueError where a key is unknown or missing."""
        keys = sorted(set(Readings().clean(value)))
        if self.required and not keys:
            raise ValueError(_("The key is missing."))
        return [self.one.find(key) for key in keys]

    def keys_of(self, record: models.Model, name: str) -> str:
        """Return the keys of the records that `record` refers to, as a cell."""
        related = getattr(record, name).values_list(self.field, flat=True)
        return SEPARATOR.join(sorted(related))


def column_for(field: models.Field[Any, Any]) -> Column:
    """Return the column that holds a model field."""
    name = field.name
    if isinstance(field, models.ManyToManyField):
        return Column(
            name, name, References(field.related_model, required=not field.blank)
        )
    if isinstance(field, models.ForeignKey):
        required = not field.null
        return Column(name, name, Reference(field.related_model, required=required))
    if isinstance(field, DateRangeField):
        return Column(name, "start", Period())
    if isinstance(field, ArrayField):
        return Column(name, name, Readings())
    if isinstance(field, models.BooleanField):
        return Column(name, name, YesNo())
    return Column(name, name, FormValue(field))
