"""Pictures in the words of schema.org."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iclei_portal.bilingual.linked_data import Absolute, Node, node
from iclei_portal.bilingual.texts import text_of

if TYPE_CHECKING:
    from iclei_portal.pictures.models import Picture


def image_node(picture: Picture | None, absolute: Absolute) -> Node | None:
    """Return a picture with its size and description; None where there is none."""
    if picture is None:
        return None
    return node(
        "ImageObject",
        url=absolute(picture.get_absolute_url()),
        width=picture.print_width,
        height=picture.print_height,
        caption=text_of(picture, "alt").content,
        creditText=text_of(picture, "credit").content,
    )
