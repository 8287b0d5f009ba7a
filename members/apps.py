"""The members app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    """Municipalities, people, bodies and partner organisations."""

    name = "members"
    verbose_name = _("Members")
