"""What a reader sees when something is wrong."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import get_language_from_path, override

from iclei_portal.as_of import NotADay
from iclei_portal.bilingual.typed import typed_texts
from iclei_portal.pages.views.home import asked_language


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what is wrong with the address, where the reader can put it right."""
    reason = str(exception) if isinstance(exception, NotADay) else ""
    return error_page(request, "400.html", 400, reason)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """Say that the page is not for this reader."""
    return error_page(request, "403.html", 403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django passes it
    """Say that a form is too old to be taken, and show what was typed into it."""
    typed = list(typed_texts(request.POST))
    return error_page(request, "403_form.html", 403, typed=typed)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """Say that there is no such page, and where to look."""
    return error_page(request, "404.html", 404)


def server_error(_request: HttpRequest) -> HttpResponse:
    """Say in both languages that the portal failed, without asking anything of it."""
    return HttpResponse(get_template("500.html").render(), status=500)


def error_page(
    request: HttpRequest, template: str, status: int, reason: str = "", **context: Any
) -> HttpResponse:
    """Render an error in the language of the path, else of the browser."""
    language = get_language_from_path(request.path_info) or asked_language(request)
    with override(language):
        return render(request, template, {"reason": reason, **context}, status=status)
