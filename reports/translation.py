"""Which texts of the reports app stand in two languages, and its history."""

from modeltranslation.translator import TranslationOptions, register

from iclei_portal.bilingual.history import keep_history
from reports.models import Allowance, AnnualReport, SectionText, Version


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


@register(Version)
class VersionTranslation(TranslationOptions):
    """The reason for opening it again; it is given in both languages or none."""

    fields = ("reason",)
    empty_values = None


for record in (AnnualReport, SectionText, Allowance):
    keep_history(record)
