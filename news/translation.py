"""Which texts of the news app stand in two languages, and its history."""

from modeltranslation.translator import TranslationOptions, register

from iclei_portal.bilingual.history import keep_history
from news.models import Article, Publication


@register(Article)
class ArticleTranslation(TranslationOptions):
    """Title, body and the name of the source."""

    fields = ("title", "body", "source_name")
    required_languages = {"ja": ("title", "body")}
    empty_values = None


@register(Publication)
class PublicationTranslation(TranslationOptions):
    """Title and the part of ICLEI Japan."""

    fields = ("title", "part")
    required_languages = ("ja",)
    empty_values = None


keep_history(Article, m2m_fields=["municipalities"])
keep_history(Publication)
