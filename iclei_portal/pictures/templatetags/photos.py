"""Tags that show pictures: in fitting widths and formats, described and credited.

They ask nothing of the database: fetch the picture with its record.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from iclei_portal.bilingual.formats import day_text
from iclei_portal.bilingual.templatetags.bilingual import text
from iclei_portal.bilingual.texts import text_of
from iclei_portal.pictures.files import path_of
from iclei_portal.pictures.rendering import (
    AVIF,
    JPEG,
    WEBP,
    address_of,
    height_at,
    widths_of,
)

if TYPE_CHECKING:
    from iclei_portal.pictures.models import Picture

register = template.Library()

# A browser that chooses by itself has no need of it; an old one gets this width.
PLAIN_WIDTH = 960
LAZY = SafeString(' loading="lazy" decoding="async"')
EAGER = SafeString(' fetchpriority="high"')
# How wide the small photo beside the row of a list is shown.
ENTRY_SIZES = "(min-width: 48rem) 10rem, 6rem"
# How wide a face is shown, with what is cut off at both sides of a wide photo.
FACE_SIZES = "9rem"
NO_FACE = SafeString('<span class="portrait portrait-empty"></span>')


class Portrayed(Protocol):
    """A person, with a portrait or without."""

    @property
    def portrait(self) -> Picture | None:
        """The portrait."""


@register.simple_tag
def picture(
    shown: Picture | None, sizes: str = "100vw", *, eager: bool = False, kind: str = ""
) -> SafeString:
    """Show a picture; `sizes` says how wide, as in HTML.

    Nothing comes back where there is none, or its file is lost. `eager` is for the one
    that readers see first, `kind` a class. A description that stands in from the other
    language is marked.
    """
    if shown is None or not path_of(shown.digest).is_file():
        return SafeString("")
    widths = widths_of(shown)
    sources, addresses = offers(shown.digest, widths, sizes)
    alt = text_of(shown, "alt")
    return format_html(
        '<picture{}>{}<img {} width="{}" height="{}" alt="{}"{}{}></picture>',
        format_html(' class="{}"', kind) if kind else "",
        sources,
        addresses,
        widths[-1],
        height_at(shown, widths[-1]),
        alt.content,
        format_html(' lang="{}"', alt.language) if alt.missing else "",
        EAGER if eager else LAZY,
    )


@lru_cache(maxsize=1_024)
def offers(
    digest: str, widths: tuple[int, ...], sizes: str
) -> tuple[SafeString, SafeString]:
    """Return the sources of a picture, and where its img finds it, for any page."""
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        (
            (kind.content_type, srcset(digest, widths, kind.suffix), sizes)
            for kind in (AVIF, WEBP)
        ),
    )
    plain = max((one for one in widths if one <= PLAIN_WIDTH), default=widths[0])
    return sources, format_html(
        'src="{}" srcset="{}" sizes="{}"',
        address_of(digest, plain, JPEG.suffix),
        srcset(digest, widths, JPEG.suffix),
        sizes,
    )


def srcset(digest: str, widths: tuple[int, ...], suffix: str) -> str:
    """Return the addresses of a picture in a format, each with its width."""
    return ", ".join(f"{address_of(digest, one, suffix)} {one}w" for one in widths)


@register.simple_tag
def photo(
    shown: Picture | None,
    sizes: str = "100vw",
    *,
    eager: bool = False,
    kind: str = "picture",
) -> SafeString:
    """Show a picture as a figure of the class `kind`, with who took it and when."""
    element = picture(shown, sizes, eager=eager)
    if shown is None or not element:
        return element
    return format_html(
        '<figure class="{}">{}{}</figure>', kind, element, credit_line(shown)
    )


def credit_line(shown: Picture) -> SafeString:
    """Return the line below a photo: 写真：京都市（2021年4月12日撮影）."""
    credit = text(shown, "credit")
    day = day_text(shown.taken_on) if shown.taken_on else ""
    if credit and day:
        phrase = pgettext("below a photo", "Photo: {credit}, {day}")
    elif credit:
        phrase = pgettext("below a photo", "Photo: {credit}")
    elif day:
        phrase = pgettext("below a photo", "Photo taken on {day}")
    else:
        return credit
    line = format_html(phrase, credit=credit, day=day)
    return format_html('<figcaption class="credit">{}</figcaption>', line)


def entry_picture(shown: Picture | None) -> SafeString:
    """Return the small photo of a row in a list, nothing where there is none."""
    return picture(shown, ENTRY_SIZES, kind="entry-picture")


@register.simple_tag
def portrait(person: Portrayed) -> SafeString:
    """Show the face of a person, something drawn where there is no photo."""
    return picture(person.portrait, FACE_SIZES, kind="portrait") or NO_FACE
