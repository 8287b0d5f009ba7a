"""The reports app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """The annual report, drawn from the records."""

    name = "reports"
    verbose_name = _("Annual reports")
