"""The datasets app."""

from django.apps import AppConfig


class DatasetsConfig(AppConfig):
    """Commands that load and prepare data."""

    name = "iclei_portal.datasets"
    label = "datasets"
