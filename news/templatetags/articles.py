"""The tag that lists articles, one call for a whole list."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext

from iclei_portal.bilingual.formats import day_text
from iclei_portal.bilingual.links import path_of
from iclei_portal.bilingual.templatetags.bilingual import text
from iclei_portal.bilingual.texts import active_language, text_of
from iclei_portal.pictures.templatetags.photos import entry_picture
from news.models import Article

register = template.Library()


@register.simple_tag
def article_rows(articles: Iterable[Article]) -> SafeString:
    """List articles that were fetched `for_listing`, each with its small picture."""
    rows = format_html_join("", "{}", ((article_row(one),) for one in articles))
    return format_html('<ul class="entries">{}</ul>', rows)


def article_row(article: Article) -> SafeString:
    """Return the row of an article in a list."""
    return format_html(
        '<li><p class="entry-note"><time datetime="{}">{}</time> · {}{}</p>'
        '<p class="entry-title"><a href="{}">{}</a></p>{}</li>',
        article.published_on.isoformat(),
        day_text(article.published_on),
        capfirst(article.get_kind_display()),
        only_other_language(article),
        path_of("news:detail", article.slug),
        text(article, "title"),
        entry_picture(article.picture),
    )


def only_other_language(article: Article) -> SafeString:
    """Return a mark where the article is not in the reader's language."""
    if not any(text_of(article, name).missing for name in ("title", "body")):
        return SafeString("")
    english = active_language() == "en"
    said = gettext("Japanese only") if english else gettext("English only")
    return format_html(' <span class="tag">{}</span>', said)
