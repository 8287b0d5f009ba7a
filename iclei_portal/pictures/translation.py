"""Which texts of a picture stand in two languages, and its history."""

from modeltranslation.translator import TranslationOptions, register

from iclei_portal.bilingual.history import keep_history
from iclei_portal.pictures.models import Picture


@register(Picture)
class PictureTranslation(TranslationOptions):
    """Description and credit."""

    fields = ("alt", "credit")
    empty_values = None


keep_history(Picture, app="iclei_portal.pictures")
