"""How accessible the site is, by its tests."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iclei_portal.bilingual.texts import active_language
from iclei_portal.pages.contents import accessibility


@require_safe
def statement(request: HttpRequest) -> HttpResponse:
    """Show policy and test result in the form of JIS X 8341-3:2016."""
    context = {"statement": accessibility.statement(active_language())}
    return render(request, "pages/accessibility.html", context)
