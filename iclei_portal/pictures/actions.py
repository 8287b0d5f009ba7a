"""What is done to pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from iclei_portal.celery import wake
from iclei_portal.pictures import files
from iclei_portal.pictures.tasks import PREVIEWS, make_renditions

if TYPE_CHECKING:
    from iclei_portal.pictures.encoding import Encoded
    from iclei_portal.pictures.models import Picture


@transaction.atomic
def add_picture(*, picture: Picture, encoded: Encoded) -> Picture:
    """Keep the files of a new picture, then the picture.

    What pages show of it is made meanwhile; a broker that is down delays nothing.
    """
    files.keep(encoded.full)
    files.keep(encoded.printed)
    picture.digest = encoded.full.digest
    picture.width, picture.height = encoded.full.width, encoded.full.height
    picture.print_digest = encoded.printed.digest
    picture.print_width = encoded.printed.width
    picture.print_height = encoded.printed.height
    picture.save()

    def make_ahead() -> None:
        wake(make_renditions, PREVIEWS, picture_id=picture.pk)

    transaction.on_commit(make_ahead, robust=True)
    return picture
