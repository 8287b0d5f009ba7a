"""The events app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """What happened when and where, and who took part."""

    name = "events"
    verbose_name = _("Events")
