"""Make what pages show of all pictures, for instance after the folder was removed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from iclei_portal.pictures.models import Picture
from iclei_portal.pictures.rendering import make_all


class Command(BaseCommand):
    """Make the renditions that are not there."""

    help = "Makes what pages show of each picture where it is not there."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Make them, and say of which pictures the full file is lost or damaged."""
        made = 0
        for picture in Picture.objects.order_by("pk"):
            try:
                made += make_all(picture)
            except OSError as error:
                self.stderr.write(f"Picture {picture.pk}: {error}")
        self.stdout.write(f"{made} files made.")
