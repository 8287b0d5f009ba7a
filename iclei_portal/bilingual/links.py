"""The same page in each language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

NAMES = {"ja": "日本語", "en": "English"}


def alternates(request: HttpRequest) -> dict[str, Any]:
    """Give every template the addresses of the page in each language.

    `alternates` lists language, its own name, the path with the same query, and
    the absolute address without one; it is empty outside the language paths.
    """
    language, _slash, rest = request.path.removeprefix("/").partition("/")
    if language not in NAMES:
        return {"alternates": []}
    try:
        request.get_host()
    except DisallowedHost:  # the page about it must not fail on it again
        return {"alternates": []}
    query = request.META.get("QUERY_STRING", "")
    tail = f"/{rest}?{query}" if query else f"/{rest}"
    return {
        "alternates": [
            {
                "language": code,
                "name": NAMES[code],
                "current": code == language,
                "path": f"/{code}{tail}",
                "url": request.build_absolute_uri(f"/{code}/{rest}"),
            }
            for code, _name in settings.LANGUAGES
        ],
        "canonical": request.build_absolute_uri(f"/{language}/{rest}"),
    }
