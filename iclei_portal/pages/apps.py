"""The pages app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Home and about ICLEI."""

    name = "iclei_portal.pages"
    label = "pages"
