"""What is done to pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iclei_portal.pictures import files

if TYPE_CHECKING:
    from iclei_portal.pictures.encoding import Encoded
    from iclei_portal.pictures.models import Picture


def add_picture(*, picture: Picture, encoded: Encoded) -> Picture:
    """Keep the files of a new picture, then the picture."""
    files.keep(encoded.full)
    files.keep(encoded.printed)
    picture.digest = encoded.full.digest
    picture.width, picture.height = encoded.full.width, encoded.full.height
    picture.print_digest = encoded.printed.digest
    picture.print_width = encoded.printed.width
    picture.print_height = encoded.printed.height
    picture.save()
    return picture
