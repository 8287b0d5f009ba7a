"""Drops all kept pages."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from iclei_portal.page_cache import store


class Command(BaseCommand):
    """For changes that were made past the portal, by hand in the database."""

    help = "Drop all kept pages, after a change that was made by hand in the database."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Drop them."""
        store.clear()
        self.stdout.write(_("All kept pages were dropped."))
