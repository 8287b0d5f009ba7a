"""The addresses of the portal, and two at which something is wrong."""

from typing import NoReturn

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import path

from iclei_portal import urls

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def refused(_request: HttpRequest) -> NoReturn:
    raise PermissionDenied


def broken(_request: HttpRequest) -> NoReturn:
    raise RuntimeError("The portal failed, as a test asked.")


urlpatterns = [
    *i18n_patterns(path("refused/", refused), path("broken/", broken)),
    *urls.urlpatterns,
]
