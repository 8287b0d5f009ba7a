"""What a reader sees when something is wrong."""

import sys
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import get_language_from_path, override

from iclei_portal.asked import NotUnderstood
from iclei_portal.bilingual.renamed import Moved
from iclei_portal.bilingual.typed import typed_texts
from iclei_portal.pages.views.home import asked_language

RETRY_SECONDS = 120


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what is wrong with the address, where the reader can put it right."""
    reason = str(exception) if isinstance(exception, NotUnderstood) else ""
    return error_page(request, "400.html", 400, reason)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """Say that the page is not for this reader."""
    return error_page(request, "403.html", 403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django passes it
    """Say that a form is too old to be taken, and show what was typed into it."""
    typed = list(typed_texts(request.POST))
    return error_page(request, "403_form.html", 403, typed=typed)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, and where to look; lead on where it moved."""
    if isinstance(exception, Moved):
        response = HttpResponsePermanentRedirect(moved_to(request, exception))
        # A browser that kept it would go round in circles once the old slug is back.
        response["Cache-Control"] = "no-cache"
        return response
    return error_page(request, "404.html", 404)


def moved_to(request: HttpRequest, moved: Moved) -> str:
    """Return the address of the page with the new slug, with its query."""
    match = request.resolver_match
    path = request.path
    if match:
        captured = match.captured_kwargs  # type: ignore[attr-defined]
        kept = {**captured, "slug": moved.new}
        path = reverse(match.view_name, kwargs=kept)
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path


def too_many_requests(
    request: HttpRequest,  # noqa: ARG001 - the caller passes it
    exception: Exception | None = None,  # noqa: ARG001 - the caller passes it
) -> HttpResponse:
    """Say in both languages that the reader has to wait."""
    return plain_page("429.html", 429, wait=True)


def server_error(_request: HttpRequest) -> HttpResponse:
    """Say in both languages that the portal failed, without asking anything of it.

    Where only the database is away, a machine is told to come back later.
    """
    if isinstance(sys.exception(), (OperationalError, InterfaceError)):
        return plain_page("503.html", 503, wait=True)
    return plain_page("500.html", 500)


def plain_page(template: str, status: int, *, wait: bool = False) -> HttpResponse:
    """Render a page that stands on nothing but its template."""
    response = HttpResponse(get_template(template).render(), status=status)
    if wait:
        response["Retry-After"] = str(RETRY_SECONDS)
    return response


def error_page(
    request: HttpRequest, template: str, status: int, reason: str = "", **context: Any
) -> HttpResponse:
    """Render an error in the language of the path, else of the browser."""
    language = get_language_from_path(request.path_info) or asked_language(request)
    with override(language):
        return render(request, template, {"reason": reason, **context}, status=status)
