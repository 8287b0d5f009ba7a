"""Reports, and the two editions of the real one as text."""

import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pypdfium2
import pytest
from django.conf import settings as configured
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import translation
from pytest_django import DjangoDbBlocker, Settings

from iclei_portal.datasets.loading import load
from members.models import User
from reports.actions import keep_as_published
from reports.choices import ReportState
from reports.contents.year import ReportYear
from reports.models import AnnualReport, RenderJob
from tests.conftest import FY2021
from tests.factories import AnnualReportFactory, RenderJobFactory, UserFactory

LANGUAGES = ("ja", "en")


def squeezed(text: object) -> str:
    """Return a text without white space: lines wrap where they like."""
    return re.sub(r"\s+", "", str(text).replace("\ufffe", "-"))


@dataclass(frozen=True)
class Edition:
    """A printed edition: its text without white space, and its file."""

    language: str
    text: str
    pages: int
    path: Path


def read_pdf(path: Path, language: str) -> Edition:
    """Read the text layer of a PDF."""
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return Edition(language, squeezed("\n".join(pages)), len(pages), path)


def print_editions(folder: Path) -> Mapping[str, Edition]:
    """Print the report on FY2021 in both languages with the command."""
    found = {}
    for language in LANGUAGES:
        path = folder / f"{language}.pdf"
        call_command("render_report", "2021", language=language, output=str(path))
        found[language] = read_pdf(path, language)
    return MappingProxyType(found)


@pytest.fixture(scope="session")
def editions(
    django_db_setup: None,  # noqa: ARG001 - the test database must be there
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Edition]:
    """Print the report on FY2021 once for all tests that read it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(FY2021, apply=True)
        found = print_editions(tmp_path_factory.mktemp("editions"))
        transaction.set_rollback(True)
    return found


@pytest.fixture
def report_root(settings: Settings, tmp_path: Path) -> Path:
    """Keep the files of jobs in a folder of the test."""
    settings.REPORT_ROOT = tmp_path / "reports"
    return tmp_path / "reports"


@pytest.fixture
def report() -> AnnualReport:
    """Return a report on FY2021 without texts."""
    report: AnnualReport = AnnualReportFactory(fiscal_year=2021)
    return report


@pytest.fixture
def year(report: AnnualReport) -> ReportYear:
    """Return the report's year in English."""
    return ReportYear.of(report, "en")


@pytest.fixture
def secretariat() -> User:
    """Return a person with every right."""
    user: User = UserFactory(is_staff=True, is_superuser=True)
    return user


@pytest.fixture
def desk(client: Client, secretariat: User) -> Client:
    """Return a browser logged in with every right."""
    client.force_login(secretariat)
    return client


@pytest.fixture
def onlooker(client: Client) -> Client:
    """Return a browser of staff who may look at reports only."""
    person = UserFactory(is_staff=True)
    person.user_permissions.add(Permission.objects.get(codename="view_annualreport"))
    client.force_login(person)
    return client


@pytest.fixture
def draft() -> AnnualReport:
    """Return a report on FY2021 that is being worked on."""
    report: AnnualReport = AnnualReportFactory(
        fiscal_year=2021, state=ReportState.DRAFT
    )
    return report


@pytest.fixture(params=LANGUAGES)
def edition(
    request: pytest.FixtureRequest,
    editions: Mapping[str, Edition],
    fy2021: None,  # noqa: ARG001 - the records that it tells
) -> Iterator[Edition]:
    """Take each edition in turn, its language active, beside its records."""
    with translation.override(request.param):
        yield editions[request.param]


@pytest.fixture
def visits() -> Iterator[tuple[str, list[bytes]]]:
    """Listen on the own machine, and note what comes."""
    seen: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            while True:
                try:
                    connection, _peer = server.accept()
                except OSError:
                    return
                with connection:
                    seen.append(connection.recv(1000))

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", seen
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.fixture
def template(settings: Settings, tmp_path: Path) -> Callable[[str, str], None]:
    """Put another template in the place of one of the edition's."""
    folder = tmp_path / "reports" / "edition"
    folder.mkdir(parents=True)

    def put(name: str, content: str) -> None:
        (folder / name).write_text(content)
        engine = {**configured.TEMPLATES[0]}
        engine["DIRS"] = [tmp_path, *engine["DIRS"]]
        settings.TEMPLATES = [engine]

    return put


@pytest.fixture
def reader(client: Client) -> Client:
    """Return a browser of staff who may look at renderings only."""
    person = UserFactory(is_staff=True)
    person.user_permissions.add(Permission.objects.get(codename="view_renderjob"))
    client.force_login(person)
    return client


@pytest.fixture
def job(report: AnnualReport) -> RenderJob:
    """Return a job that waits."""
    job: RenderJob = RenderJobFactory(report=report, language="en")
    return job


@pytest.fixture(scope="module")
def published(
    fy2021: None,  # noqa: ARG001 - the records of the year
    django_db_blocker: DjangoDbBlocker,
) -> AnnualReport:
    """Return the real report on FY2021, published, for all tests of a module."""
    with django_db_blocker.unblock():
        report = AnnualReport.objects.get(fiscal_year=2021)
        keep_as_published(report=report)
    return report
