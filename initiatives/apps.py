"""The initiatives app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InitiativesConfig(AppConfig):
    """Initiatives and who takes part in them."""

    name = "initiatives"
    verbose_name = _("Initiatives")
