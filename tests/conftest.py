"""What every test may ask for: plain static files, and the real data set."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from pytest_django import DjangoDbBlocker

from iclei_portal.datasets.loading import load

FY2021 = Path(__file__).parents[1] / "datasets" / "fy2021"
PLAIN_STATIC_FILES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,  # noqa: ARG001 - as the plugin's own fixture
    django_db_modify_db_settings: None,  # noqa: ARG001 - a database a process
    django_db_blocker: DjangoDbBlocker,
    *,
    django_db_keepdb: bool,
    django_db_createdb: bool,
) -> Iterator[None]:
    """Set the test database up, even where no test is marked to need one.

    The plugin would leave the browser's tests alone with the developer's own
    database, which they empty.
    """
    keep = django_db_keepdb and not django_db_createdb
    with django_db_blocker.unblock():
        before = setup_databases(
            verbosity=0, interactive=False, keepdb=keep, serialized_aliases=()
        )
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            teardown_databases(before, verbosity=0)


@pytest.fixture(scope="session", autouse=True)
def plain_static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Serve static files under their own names, keep files in empty folders.

    Pages are made afresh: the tests of the page cache switch it on.
    """
    static, media = (str(tmp_path_factory.mktemp(name)) for name in ("static", "media"))
    with override_settings(
        STORAGES=PLAIN_STATIC_FILES,
        STATIC_ROOT=static,
        MEDIA_ROOT=media,
        PAGE_CACHE_SECONDS=0,
    ):
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
