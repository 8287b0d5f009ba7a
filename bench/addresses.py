"""The portal's addresses, and one whose page is always the same."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from iclei_portal import urls

# As many bytes as the portal's pages have.
CONTENT = b"<!DOCTYPE html>" + b"x" * 20_000

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def constant(_request: HttpRequest) -> HttpResponse:
    """Return the same page each time."""
    return HttpResponse(CONTENT)


urlpatterns = [path("constant/", constant), *urls.urlpatterns]
