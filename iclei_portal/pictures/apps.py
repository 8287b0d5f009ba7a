"""The pictures app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PicturesConfig(AppConfig):
    """Photos that records show."""

    name = "iclei_portal.pictures"
    label = "pictures"
    verbose_name = _("Pictures")
