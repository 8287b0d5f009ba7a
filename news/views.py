"""Public pages of the news app."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iclei_portal.about.models import DatedFigure
from iclei_portal.asked import asked_page
from iclei_portal.bilingual.renamed import by_slug
from iclei_portal.bilingual.texts import languages_of
from news.linked_data import article_node
from news.models import Article

ARTICLES_A_PAGE = 20


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """List the published articles, newest first."""
    articles = Article.objects.for_listing().published()
    page = asked_page(request, articles, ARTICLES_A_PAGE)
    return render(request, "news/list.html", {"page": page})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a published article."""
    article = by_slug(Article.objects.for_reading().published(), slug)
    context = {
        "article": article,
        "municipalities": article.municipalities.all(),
        "languages": languages_of(article, "title", "body"),
        "figures": DatedFigure.objects.nearest_to(article.published_on),
        "linked_data": article_node(article, request.build_absolute_uri),
    }
    return render(request, "news/detail.html", context)
