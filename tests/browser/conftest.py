"""A real browser on a real portal: committed records, served over HTTP."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client, override_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from events.models import Event
from iclei_portal.datasets.loading import load
from members.models import User
from reports import actions
from reports.models import AnnualReport
from reports.tasks import render_report
from tests.accessibility import declare
from tests.browser.visiting import Visit, visits
from tests.conftest import FY2021
from tests.factories import UserFactory, allow_findings

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


pytest.register_assert_rewrite("tests.browser.matrix")


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks from which the accessibility statement is made."""
    declare(config)


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
        # What tests asked of the database went through the loop's own connection.
        connections.close_all()


@pytest.fixture(scope="module")
def records(
    django_db_setup: None,  # noqa: ARG001 - the test database must be there
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Load the FY2021 data set; a module that needs none has its own fixture."""
    with django_db_blocker.unblock():
        load(FY2021, apply=True)


@pytest.fixture(scope="module")
def portal_url(
    django_db_setup: None,  # noqa: ARG001 - the test database must be there
    records: None,  # noqa: ARG001 - what is served
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[str]:
    """Serve the records during a module, and empty the database after it."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        # Playwright's loop runs in this thread; Django would refuse to write in it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        server = LiveServer("localhost")
        yield server.url
        server.stop()
        call_command("flush", verbosity=0, interactive=False)


def correct_and_publish(report: AnnualReport, by: User) -> None:
    """Publish a report, correct it, and publish it again."""
    actions.keep_as_published(report=report)
    actions.reopen_report(report=report, by=by, reason_ja="訂正", reason_en="A slip")
    Event.objects.filter(slug="cop26").update(title_ja="COP26", title_en="COP26")
    allow_findings(report)
    actions.send_to_review(report=report, by=by)
    actions.freeze_report(report=report, by=by)
    actions.publish_report(report=report, by=by)


@pytest.fixture(scope="module")
def corrected_url(portal_url: str, secretary: User) -> str:
    """Serve the report of FY2021 with a correction."""
    correct_and_publish(AnnualReport.objects.get(fiscal_year=2021), secretary)
    return portal_url


@pytest.fixture(scope="module")
def seen(browser: Browser, corrected_url: str, language: str) -> list[Visit]:
    """Visit every kind of page once, in the language of the module."""
    with override_settings(ROOT_URLCONF="tests.browser.faulty"):
        return visits(browser, corrected_url, language)


@pytest.fixture(scope="module")
def secretary(
    portal_url: str,  # noqa: ARG001 - the database is that of the portal
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[User]:
    """Return a person with every right; no worker hears of what is asked for."""
    broker = render_report.app.conf
    before = broker.broker_url
    broker.update(broker_url=f"redis+socket://{tmp_path_factory.mktemp('none')}/none")
    person: User = UserFactory(is_staff=True, is_superuser=True)
    yield person
    broker.update(broker_url=before)


def logged_in(browser: Browser, person: User, url: str, **options: object) -> Page:
    """Return a page of a browser in which a person has logged in."""
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]
    cookie = {"name": name, "value": client.cookies[name].value, "url": url}
    context.add_cookies([cookie])  # type: ignore[list-item]
    return context.new_page()
