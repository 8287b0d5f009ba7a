"""The admin with the portal's own site."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin on the desk's site."""

    default_site = "iclei_portal.desk.site.Desk"
