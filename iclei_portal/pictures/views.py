"""The files of pictures."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from iclei_portal.fiscal_year import today_in_japan
from iclei_portal.pictures.files import path_of
from iclei_portal.pictures.models import Picture

A_YEAR = 31_536_000


def picture_response(digest: str, *, public: bool) -> HttpResponse:
    """Return a file, to be kept for good by readers where it is public.

    Raises Http404 where it is not on the disk.
    """
    try:
        content = path_of(digest).read_bytes()
    except FileNotFoundError as error:
        raise Http404 from error
    response = HttpResponse(content, content_type="image/jpeg")
    response["ETag"] = f'"{digest}"'
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
