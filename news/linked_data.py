"""Articles in the words of schema.org."""

from __future__ import annotations

from iclei_portal.about.linked_data import reference
from iclei_portal.bilingual.linked_data import Absolute, Node, day_value, node
from iclei_portal.bilingual.texts import text_of
from iclei_portal.pictures.linked_data import image_node
from members.linked_data import party_node
from news.models import Article


def article_node(article: Article, absolute: Absolute) -> Node:
    """Return an article fetched with `for_reading`, and what it is based on."""
    title = text_of(article, "title")
    return node(
        "NewsArticle",
        headline=title.content,
        inLanguage=title.language,
        datePublished=day_value(article.published_on),
        url=absolute(article.get_absolute_url()),
        image=image_node(article.picture, absolute),
        publisher=reference(absolute),
        isBasedOn=source(article),
        about=[party_node(one, absolute) for one in article.municipalities.all()],
    )


def source(article: Article) -> Node | None:
    """Return the source that the article names; None where it names none."""
    name = text_of(article, "source_name").content
    if not name and not article.source_url:
        return None
    return node("CreativeWork", name=name, url=article.source_url)
