"""Addresses of pages: of a record's, and of the same page in each language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.encoding import escape_uri_path, iri_to_uri
from django.utils.translation import get_language

NAMES = {"ja": "日本語", "en": "English"}
# How Open Graph names the languages; English is written as in Britain.
LOCALES = {"ja": "ja_JP", "en": "en_GB"}

# Rows of lists name the same records again and again.
PATHS_KEPT = 8_192


@lru_cache(maxsize=PATHS_KEPT)
def _path(view: str, slug: str, language: str | None, prefix: str) -> str:
    del language, prefix  # the address depends on them
    return reverse(view, args=[slug])


def path_of(view: str, slug: str) -> str:
    """Return the address of a record's page in the active language."""
    return _path(view, slug, get_language(), get_script_prefix())


def alternates(request: HttpRequest) -> dict[str, Any]:
    """Give every template the addresses of the page in each language.

    `alternates` lists language, its own name and locale, the path with the same
    query, and the absolute address without one; it is empty outside the language
    paths. `canonical` is the absolute address of the page itself, without a query:
    another day or a filtered list is the same page.
    """
    language, _slash, rest = request.path.removeprefix("/").partition("/")
    if language not in NAMES:
        return {"alternates": []}
    try:
        request.get_host()
    except DisallowedHost:  # the page about it must not fail on it again
        return {"alternates": []}
    rest = escape_uri_path(rest)
    query = iri_to_uri(request.META.get("QUERY_STRING", ""))
    tail = f"/{rest}?{query}" if query else f"/{rest}"
    return {
        "alternates": [
            {
                "language": code,
                "name": NAMES[code],
                "locale": LOCALES[code],
                "current": code == language,
                "path": f"/{code}{tail}",
                "url": request.build_absolute_uri(f"/{code}/{rest}"),
            }
            for code, _name in settings.LANGUAGES
        ],
        "canonical": request.build_absolute_uri(f"/{language}/{rest}"),
    }
