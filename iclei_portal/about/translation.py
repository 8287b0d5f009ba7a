"""Which texts of the about app stand in two languages, and its history."""

from modeltranslation.translator import TranslationOptions, register

from iclei_portal.about.models import DatedFigure, Document, HistoryEntry, Statement
from iclei_portal.bilingual.history import keep_history


@register(DatedFigure)
class DatedFigureTranslation(TranslationOptions):
    """Label and unit."""

    fields = ("label", "unit")
    required_languages = {"ja": ("label",)}
    empty_values = None


@register(Statement)
class StatementTranslation(TranslationOptions):
    """Title and text."""

    fields = ("title", "text")
    required_languages = {"ja": ("text",)}
    empty_values = None


@register(HistoryEntry)
class HistoryEntryTranslation(TranslationOptions):
    """Text."""

    fields = ("text",)
    required_languages = ("ja",)
    empty_values = None


@register(Document)
class DocumentTranslation(TranslationOptions):
    """Title, and what it changed."""

    fields = ("title", "changes")
    required_languages = {"ja": ("title",)}
    empty_values = None


for record in (DatedFigure, Statement, HistoryEntry, Document):
    keep_history(record, app="iclei_portal.about")
