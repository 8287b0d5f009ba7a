"""The about app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AboutConfig(AppConfig):
    """What ICLEI is, in dated facts."""

    name = "iclei_portal.about"
    label = "about"
    verbose_name = _("About ICLEI")
