"""The app of the page cache."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from iclei_portal.page_cache.tables import watch


class PageCacheConfig(AppConfig):
    """Watches every connection for what is read and written."""

    name = "iclei_portal.page_cache"

    def ready(self) -> None:
        """Begin with each connection that is made."""
        connection_created.connect(watch, dispatch_uid="page cache")
