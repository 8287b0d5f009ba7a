"""The bilingual app: template tags and the link between languages."""

from django.apps import AppConfig


class BilingualConfig(AppConfig):
    """Texts in two languages."""

    name = "iclei_portal.bilingual"
    label = "bilingual"
