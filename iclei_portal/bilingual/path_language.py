"""The language of the path, for pages; files outside the paths have none."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import get_language_from_path


class PathLanguageMiddleware(LocaleMiddleware):
    """Sets the language of the path, and says so of pages alone.

    A picture or a file for machines at an address without a language is the same for
    every reader, so that one copy in a cache serves all.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Name the language of a page and what it depends on."""
        is_page = response.get("Content-Type", "").startswith("text/html")
        if is_page or get_language_from_path(request.path_info):
            return super().process_response(request, response)
        return response
