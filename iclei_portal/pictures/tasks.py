"""The door through which a new picture has its renditions made ahead.

A lost message does no harm: what is not made is made for the first reader.
"""

from __future__ import annotations

from typing import Any

from celery import shared_task

from iclei_portal.pictures.models import Picture
from iclei_portal.pictures.rendering import make_all

# Some two seconds a picture: short work beside that of the reports.
PREVIEWS = "previews"


@shared_task(name="iclei_portal.pictures.tasks.make_renditions")
def make_renditions(*, picture_id: int, **_: Any) -> None:
    """Make what pages show of a picture, unless it is gone."""
    for picture in Picture.objects.filter(pk=picture_id):
        make_all(picture)
