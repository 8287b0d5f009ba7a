"""The pages of the news app in the sitemap."""

from __future__ import annotations

from django.db.models import QuerySet

from iclei_portal.bilingual.sitemaps import RecordPages
from news.models import Article


class ArticlePages(RecordPages):
    """Articles."""

    page = "news:detail"
    texts = ("title", "body")

    def records(self) -> QuerySet[Article]:
        """Return the published ones."""
        return Article.objects.published()
