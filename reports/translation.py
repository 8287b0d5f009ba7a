"""Which texts of the reports app stand in two languages, and its history."""

from modeltranslation.translator import TranslationOptions, register

from iclei_portal.bilingual.history import keep_history
from reports.models import AnnualReport, SectionText


@register(AnnualReport)
class AnnualReportTranslation(TranslationOptions):
    """Title."""

    fields = ("title",)
    required_languages = ("ja",)
    empty_values = None


@register(SectionText)
class SectionTextTranslation(TranslationOptions):
    """Text."""

    fields = ("text",)
    required_languages = ("ja",)
    empty_values = None


for record in (AnnualReport, SectionText):
    keep_history(record)
