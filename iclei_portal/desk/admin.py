"""What every record's admin shares: languages side by side, filters, history."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget
from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.forms import RangeWidget
from django.db import models
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import (
    TranslationAdmin,
    TranslationStackedInline,
    TranslationTabularInline,
)
from simple_history.admin import SimpleHistoryAdmin

from iclei_portal.bilingual.formats import day_text
from iclei_portal.bilingual.history import translated_fields
from iclei_portal.bilingual.kana import hiragana
from iclei_portal.fiscal_year import today_in_japan

Overrides = Mapping[type["models.Field[Any, Any]"], Mapping[str, Any]]
PERIOD_WIDGET: Overrides = {DateRangeField: {"widget": RangeWidget(AdminDateWidget())}}
# Where a fact comes from stands below what it says.
LAST = ("source", "confirmed", "alternatives")
Fieldsets = list[tuple[Any, Any]]


def side_by_side(names: Iterable[str], translated: Iterable[str]) -> list[Any]:
    """Put the Japanese and the English column of a text into one row."""
    pairs = {f"{name}_ja": (f"{name}_ja", f"{name}_en") for name in translated}
    english = {english for _japanese, english in pairs.values()}
    return [pairs.get(name, name) for name in names if name not in english]


def one_section(fieldsets: Iterable[tuple[Any, Any]], model: type[Model]) -> Fieldsets:
    """Return the fields of `fieldsets` as one section, languages side by side."""
    names = [name for _title, options in fieldsets for name in options["fields"]]
    names.sort(key=LAST.__contains__)
    return [(None, {"fields": side_by_side(names, translated_fields(model))})]


class ValidityFilter(admin.SimpleListFilter):
    """Keeps what holds today, what is over, or what is still to come."""

    title = _("validity")
    parameter_name = "validity"

    def lookups(
        self, _request: HttpRequest, _model_admin: Any
    ) -> list[tuple[str, Any]]:
        """Return the choices."""
        return [
            ("today", _("holds today")),
            ("over", _("over")),
            ("coming", _("to come")),
        ]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Filter by the chosen state of the period."""
        today = today_in_japan()
        conditions = {
            "today": Q(valid__contains=today),
            "over": Q(valid__endswith__lte=today),
            "coming": Q(valid__startswith__gt=today),
        }
        return queryset.filter(conditions.get(self.value() or "", Q()))


class LanguageGapFilter(admin.SimpleListFilter):
    """Keeps records with a text that one language has and the other has not."""

    title = _("languages")
    parameter_name = "languages"

    def lookups(
        self, _request: HttpRequest, _model_admin: Any
    ) -> list[tuple[str, Any]]:
        """Return the choices."""
        return [("gap", _("English missing")), ("complete", _("complete"))]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Filter by whether an English text is missing."""
        gap = Q()
        for name in translated_fields(queryset.model):
            gap |= Q(**{f"{name}_ja__isnull": False, f"{name}_en__isnull": True})
        if self.value() == "gap":
            return queryset.filter(gap)
        return queryset.exclude(gap) if self.value() == "complete" else queryset


class PlainRecordAdmin(SimpleHistoryAdmin):
    """The admin of a record: its history, its periods and filters."""

    formfield_overrides: ClassVar[Overrides] = PERIOD_WIDGET
    list_per_page = 50
    save_on_top = True

    @admin.display(description=_("valid"), ordering="valid")
    def period(self, record: Any) -> str:
        """Return the period of a record, its last day inclusive."""
        first = day_text(record.valid.lower)
        return f"{first} – {day_text(record.last_day) if record.last_day else ''}"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find full-width text by half-width, and hiragana by katakana too."""
        term = unicodedata.normalize("NFKC", search_term)
        found, twice = super().get_search_results(request, queryset, term)
        folded = hiragana(term)
        if folded != term:
            more, _twice = super().get_search_results(request, queryset, folded)
            return found.distinct() | more.distinct(), False
        return found, twice

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        """Add validity, languages and confirmation where the record has them."""
        filters = list(super().get_list_filter(request))
        names = {field.name for field in self.model._meta.fields}
        if "valid" in names:
            filters.append(ValidityFilter)
        if translated_fields(self.model):
            filters.append(LanguageGapFilter)
        if "confirmed" in names:
            filters.append("confirmed")
        return filters


class RecordAdmin(PlainRecordAdmin, TranslationAdmin[Any]):
    """The admin of a record with texts, which stand side by side."""

    def get_fieldsets(
        self, request: HttpRequest, obj: Model | None = None
    ) -> Fieldsets:
        """Return one section with both languages of a text in one row."""
        return one_section(super().get_fieldsets(request, obj), self.model)


class RecordInline(TranslationStackedInline[Any, Any]):
    """Records of another record, with texts in two languages."""

    extra = 0
    formfield_overrides = PERIOD_WIDGET

    def get_fieldsets(
        self, request: HttpRequest, obj: Model | None = None
    ) -> Fieldsets:
        """Return one section with both languages of a text in one row."""
        return one_section(super().get_fieldsets(request, obj), self.model)


class RowInline(TranslationTabularInline[Any, Any]):
    """Short records of another record, one a row, with texts."""

    extra = 0


class PlainRowInline(admin.TabularInline[Any, Any]):
    """Short records of another record, one a row, without texts."""

    extra = 0
    formfield_overrides = PERIOD_WIDGET
