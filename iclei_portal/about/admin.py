"""The secretariat edits figures, statements, history and documents."""

from django.contrib import admin

from iclei_portal.about.models import DatedFigure, Document, HistoryEntry, Statement
from iclei_portal.desk.admin import RecordAdmin


@admin.register(DatedFigure)
class DatedFigureAdmin(RecordAdmin):
    """Dated figures."""

    list_display = ("label", "key", "value", "qualifier", "unit", "as_of", "source")
    list_filter = ("topic", "qualifier")
    search_fields = ("key", "label_ja", "label_en")
    date_hierarchy = "as_of"


@admin.register(Statement)
class StatementAdmin(RecordAdmin):
    """Statements of ICLEI about itself."""

    list_display = ("__str__", "title", "title_en", "period")
    list_filter = ("kind",)
    search_fields = ("title_ja", "title_en", "text_ja", "text_en")


@admin.register(HistoryEntry)
class HistoryEntryAdmin(RecordAdmin):
    """Steps in ICLEI's history."""

    list_display = ("happened_on", "precision", "text", "text_en")
    search_fields = ("text_ja", "text_en", "slug")


@admin.register(Document)
class DocumentAdmin(RecordAdmin):
    """Charters, strategies and declarations."""

    list_display = ("title", "title_en", "kind", "version", "language", "period")
    list_filter = ("kind",)
    search_fields = ("title_ja", "title_en", "slug")
