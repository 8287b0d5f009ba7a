"""The files of pictures."""

from __future__ import annotations

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from iclei_portal.fiscal_year import today_in_japan
from iclei_portal.pictures.files import path_of
from iclei_portal.pictures.models import Picture
from iclei_portal.pictures.rendering import FORMATS, JPEG, content_of, widths_of

logger = logging.getLogger(__name__)

A_YEAR = 31_536_000


def picture_response(digest: str, *, public: bool) -> HttpResponse:
    """Return a file, to be kept for good by readers where it is public.

    Raises Http404 where it is not on the disk.
    """
    try:
        content = path_of(digest).read_bytes()
    except FileNotFoundError as error:
        raise Http404 from error
    return _response(content, JPEG.content_type, digest, public=public)


def _response(
    content: bytes, content_type: str, etag: str, *, public: bool
) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = f'"{etag}"'
    response["Cache-Control"] = (
        f"public, max-age={A_YEAR}, immutable" if public else "private, no-store"
    )
    return response


def may_see_all(request: HttpRequest) -> bool:
    """Tell whether the person keeps the pictures."""
    return request.user.is_staff and request.user.has_perm("pictures.view_picture")


@require_safe
def file(request: HttpRequest, digest: str) -> HttpResponse:
    """Show a picture that public records show; staff see every one."""
    pictures = Picture.objects.in_file(digest)
    if pictures.public(today_in_japan()).exists():
        return picture_response(digest, public=True)
    if may_see_all(request) and pictures.exists():
        return picture_response(digest, public=False)
    raise Http404


@require_safe
def rendition(
    request: HttpRequest, digest: str, width: str, suffix: str
) -> HttpResponse:
    """Show a picture in a width and a format; it is made where it is not there.

    Only the widths of `widths_of` are: nobody can ask for work without end.
    """
    pictures = Picture.objects.filter(digest=digest)
    shown = pictures.public(today_in_japan()).first()
    picture = shown or (pictures.first() if may_see_all(request) else None)
    if picture is None or int(width) not in widths_of(picture):
        raise Http404
    try:
        content = content_of(picture, int(width), suffix)
    except OSError as error:
        logger.exception("the full file of picture %d is lost or damaged", picture.pk)
        raise Http404 from error
    etag = f"{digest}-{width}-{suffix}"
    content_type = FORMATS[suffix].content_type
    return _response(content, content_type, etag, public=shown is not None)
