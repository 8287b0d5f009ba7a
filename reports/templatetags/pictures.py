"""The tag that shows a picture of an edition, on paper and on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from iclei_portal.pictures.files import path_of
from reports.rendering.html import WEB

if TYPE_CHECKING:
    from reports.contents.edition import Edition
    from reports.contents.pictures import PictureRead

register = template.Library()


@register.simple_tag
def picture(
    read: PictureRead | None, medium: str, kind: str, edition: Edition
) -> SafeString:
    """Return the picture as an element of the class `kind`.

    Nothing comes back where there is no picture, or its file is lost: the template
    puts something in its place. A description that stands in from the other language
    is marked.
    """
    digest = "" if read is None else read.file.removesuffix(".jpg")
    if read is None or not path_of(digest).is_file():
        return SafeString("")
    address = read.address
    if medium == WEB:
        address = reverse("reports:picture", args=[edition.year, digest])
    language = read.alt.language if read.alt.missing else ""
    return format_html(
        '<img class="{}" src="{}" width="{}" height="{}" alt="{}"{}>',
        kind,
        address,
        read.width,
        read.height,
        read.alt.content,
        format_html(' lang="{}"', language) if language else "",
    )
