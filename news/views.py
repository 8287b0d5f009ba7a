"""Public pages of the news app."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from iclei_portal.about.models import DatedFigure
from iclei_portal.bilingual.texts import languages_of
from news.models import Article

ARTICLES_A_PAGE = 20


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """List the published articles, newest first."""
    articles = Article.objects.for_listing().published()
    page = Paginator(articles, ARTICLES_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "news/list.html", {"page": page})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a published article."""
    article = get_object_or_404(Article.objects.for_listing().published(), slug=slug)
    context = {
        "article": article,
        "languages": languages_of(article, "title", "body"),
        "figures": DatedFigure.objects.nearest_to(article.published_on),
    }
    return render(request, "news/detail.html", context)
