"""Serves public pages from Redis to readers who are not logged in.

It stands before all other middleware: a page that is kept costs neither session nor
query. Nothing but the address decides what a reader gets; whoever brings a session
is never served from here, and what they see is never kept.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from iclei_portal.fiscal_year import today_in_japan
from iclei_portal.page_cache import store
from iclei_portal.page_cache.tables import reading

GetResponse = Callable[[HttpRequest], HttpResponseBase]

LANGUAGES = ("/ja/", "/en/")
PRIVATE = ("/ja/admin/", "/en/admin/")
KINDS = ("text/", "application/xml", "application/json", "application/atom+xml")
LARGEST = 1024**2
# Readers' browsers ask each time whether a page is still the same; a cache before
# the site may serve it for a minute without asking.
SHARED_SECONDS = 60
CACHE_CONTROL = f"public, max-age=0, s-maxage={SHARED_SECONDS}, must-revalidate"
# What a person who is logged in sees may be new with each look.
OWN_CACHE_CONTROL = "private, no-cache"
# br;q=0 and gzip;q=0.000: what the browser does not take.
REFUSED = re.compile(r"q\s*=\s*0(?:\.0{0,3})?")


def address_of(request: HttpRequest) -> str | None:
    """Return what a page is kept under; None where the answer is this reader's own."""
    path = request.path_info
    if (
        request.method not in ("GET", "HEAD")
        or not path.startswith(LANGUAGES)
        or path.startswith(PRIVATE)
        or settings.SESSION_COOKIE_NAME in request.COOKIES
        or "HTTP_AUTHORIZATION" in request.META
    ):
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    # A page speaks of today; tomorrow it is another one.
    facts = (request.scheme, host, today_in_japan(), path, request.META["QUERY_STRING"])
    return " ".join(map(str, facts))


def is_made_up(request: HttpRequest) -> bool:
    """Tell whether anyone could write as many addresses like this one as they like."""
    is_named = request.get_host() in settings.ALLOWED_HOSTS
    return not is_named or bool(request.META["QUERY_STRING"])


@lru_cache(maxsize=256)
def taken(header: str) -> str:
    """Return the way of compression that Accept-Encoding takes, empty for none."""
    found = set()
    for each in header.lower().split(","):
        name, _semicolon, weight = each.partition(";")
        if not REFUSED.fullmatch(weight.strip()):
            found.add(name.strip())
    return next((name for name in ("br", "gzip") if name in found), "")


def encoding_of(request: HttpRequest) -> str:
    """Return the way of compression that the reader's browser takes, empty for none."""
    return taken(request.META.get("HTTP_ACCEPT_ENCODING", ""))


class PageCacheMiddleware:
    """Answers from the cache, or has the page made and keeps it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        # Of the code that this process runs, not of what may lie there later.
        store.release()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request."""
        address = address_of(request)
        if address is None:
            return own(request, self.get_response(request))
        encoding = encoding_of(request) or "gzip"
        found = store.find(address, encoding)
        if isinstance(found, store.Kept):
            return answer(request, found)
        with reading() as tables:
            response = self.get_response(request)
        if not isinstance(response, HttpResponse) or not may_be_kept(response):
            return response
        page = packed(response)
        if request.method == "GET" and found is not None:
            store.keep(address, page, tables, found, made_up=is_made_up(request))
        return answer(request, store.Kept(page.etag, page.head, page.body(encoding)))


def own(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Keep what a person who is logged in sees out of every shared cache."""
    if request.path_info.startswith(LANGUAGES) and "Cache-Control" not in response:
        response["Cache-Control"] = OWN_CACHE_CONTROL
    return response


def may_be_kept(response: HttpResponse) -> bool:
    """Tell whether every reader may get this answer."""
    return (
        response.status_code == 200  # noqa: PLR2004 - a page, no error or redirect
        and not response.cookies
        and not response.has_header("Content-Encoding")
        and response.get("Vary", "").lower() in ("", "accept-encoding")
        and "no-store" not in response.get("Cache-Control", "")
        and "private" not in response.get("Cache-Control", "")
        and response.get("Content-Type", "").startswith(KINDS)
        and len(response.content) <= LARGEST
    )


def packed(response: HttpResponse) -> store.Page:
    """Return the page of an answer, with the headers that go with it."""
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = CACHE_CONTROL
    patch_vary_headers(response, ["Accept-Encoding"])
    lines = [
        f"{name}: {value}"
        for name, value in response.items()
        if name.lower() not in ("content-length", "etag")
    ]
    return store.Page("\n".join(lines).encode(), response.content)


def answer(request: HttpRequest, kept: store.Kept) -> HttpResponseBase:
    """Return a kept page as the reader's browser takes it, or that it has it already.

    The ETag is a strong one, so each way of compression has its own.
    """
    encoding = encoding_of(request)
    etag = f'"{kept.etag}-{encoding}"' if encoding else f'"{kept.etag}"'
    body = kept.body if encoding else gzip.decompress(kept.body)
    response = HttpResponse(body)
    for line in kept.head.decode().split("\n"):
        name, _colon, value = line.partition(": ")
        response.headers[name] = value
    response.headers["ETag"] = etag
    response.headers["Content-Length"] = str(len(body))
    if encoding:
        response.headers["Content-Encoding"] = encoding
    if "HTTP_IF_NONE_MATCH" not in request.META:
        return response
    return get_conditional_response(request, etag=etag, response=response) or response
