"""What every test may ask for: plain static files, and the real data set."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

from iclei_portal.datasets.loading import load

FY2021 = Path(__file__).parents[1] / "datasets" / "fy2021"
PLAIN_STATIC_FILES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.fixture(scope="session", autouse=True)
def plain_static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Serve static files under their own names, from an empty folder."""
    folder = str(tmp_path_factory.mktemp("static"))
    with override_settings(STORAGES=PLAIN_STATIC_FILES, STATIC_ROOT=folder):
        yield


@pytest.fixture(autouse=True)
def first_language() -> Iterator[None]:
    """Begin each test in the first language, whatever a request left behind."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="module")
def fy2021(
    django_db_setup: None,  # noqa: ARG001 - the test database must be there
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Hold the FY2021 data set during a module; every test of it needs `db`."""
    with django_db_blocker.unblock():
        block = transaction.atomic()
        block.__enter__()
        load(FY2021, apply=True)
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        block.__exit__(None, None, None)
