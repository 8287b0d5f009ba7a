"""A real browser on a real portal: committed records, served over HTTP."""

import os
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from iclei_portal.datasets.loading import load
from tests.conftest import FY2021

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="module")
def browser(
    portal_url: str,  # noqa: ARG001 - the portal outlives the browser's connections
) -> Iterator[Browser]:
    """Start the platform's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=list(FLAGS)
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def portal_url(
    django_db_setup: None,  # noqa: ARG001 - the test database must be there
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[str]:
    """Serve the FY2021 data set during a module, and empty the database after it."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        # Playwright's loop runs in this thread; Django would refuse to write in it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        load(FY2021, apply=True)
        server = LiveServer("localhost")
        yield server.url
        server.stop()
        call_command("flush", verbosity=0, interactive=False)
