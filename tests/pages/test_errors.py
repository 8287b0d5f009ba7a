import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.template.loader import get_template
from django.test import Client, RequestFactory
from pytest_django import Settings

from iclei_portal.pages.views import errors
from members import views
from tests.factories import MunicipalityFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["ja", "en"])
def test_missing_page_is_in_the_language_of_the_path(
    client: Client, language: str
) -> None:
    response = client.get(f"/{language}/nowhere/", headers={"accept-language": "fr"})

    page = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}">' in page
    assert f'href="/{language}/members/"' in page
    assert 'rel="alternate"' not in page


def test_missing_page_outside_the_languages_is_in_that_of_the_browser(
    client: Client,
) -> None:
    response = client.get("/nowhere.txt", headers={"accept-language": "en"})

    assert response.status_code == 404
    assert '<html lang="en">' in response.content.decode()


def test_bad_request_keeps_the_reason_of_other_faults_back(rf: RequestFactory) -> None:
    response = errors.bad_request(
        rf.get("/en/members/"), SuspiciousOperation("inner detail")
    )

    page = response.content.decode()
    assert response.status_code == 400
    assert "Something in the request is not right." in page
    assert "inner detail" not in page


def test_forbidden_page_says_whom_to_ask(rf: RequestFactory) -> None:
    response = errors.forbidden(rf.get("/en/members/"), PermissionDenied())

    assert response.status_code == 403
    assert "please ask the secretariat" in response.content.decode()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_form_that_expired_is_explained_in_the_language_of_the_path(
    language: str,
) -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post(f"/{language}/admin/login/", {"username": "a"})

    page = response.content.decode()
    assert response.status_code == 403
    assert f'<html lang="{language}">' in page
    assert f'<a href="/{language}/admin/login/">' in page
    assert "CSRF" not in page


def test_wrong_date_is_logged_in_one_line(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/en/members/?as_of=x")

    lines = [record.exc_info for record in caplog.records]
    assert lines == [None]
    assert "is not a date" in caplog.text


def test_other_faults_keep_their_trace_in_the_log(
    client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("inner detail")

    monkeypatch.setattr(views, "read_as_of", fail)
    client.raise_request_exception = False

    client.get("/ja/members/")

    assert "inner detail" in caplog.text


def test_missing_page_leads_to_the_list_of_its_section(client: Client) -> None:
    inside = client.get("/en/members/nowhere/").content.decode()
    outside = client.get("/en/nowhere/").content.decode()

    assert '<a class="action" href="/en/members/">Look in “Members”</a>' in inside
    assert "Look in" not in outside
    assert '<a href="/en/members/" aria-current="true">' in inside


@pytest.mark.parametrize("page", ["", "?as_of=2022-03-31&page=2"])
def test_renamed_record_leads_on_with_its_query(client: Client, page: str) -> None:
    city = MunicipalityFactory(slug="urawa")
    city.slug = "saitama"
    city.save()

    response = client.get(f"/ja/members/urawa/{page}")

    assert response.status_code == 301
    assert response.headers["Location"] == f"/ja/members/saitama/{page}"


def test_slug_that_another_record_took_over_shows_that_one(
    client: Client,
) -> None:
    city = MunicipalityFactory(slug="urawa", name_en="City of Saitama")
    city.slug = "saitama"
    city.save()
    MunicipalityFactory(slug="urawa", name_en="City of Urawa")

    assert "City of Urawa" in client.get("/en/members/urawa/").content.decode()


@pytest.fixture
def broken(client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Return a reader of a portal of which the members' list fails."""

    def fail(*_arguments: object) -> None:
        raise RuntimeError("inner detail")

    monkeypatch.setattr(views, "read_as_of", fail)
    client.raise_request_exception = False
    return client


def test_server_error_is_told_in_both_languages(broken: Client) -> None:
    response = broken.get("/ja/members/")

    page = response.content.decode()
    assert response.status_code == 500
    assert "ページを表示できません" in page
    assert '<section lang="en">' in page
    assert "The page cannot be shown" in page
    assert "inner detail" not in page
    assert "<script" not in page


def test_server_error_stands_while_the_frame_of_pages_is_broken(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "base.html").write_text("{% no_such_tag %}")
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]
    client.raise_request_exception = False

    response = client.get("/en/members/")

    assert response.status_code == 500
    assert "The page cannot be shown" in response.content.decode()


@pytest.mark.parametrize("page", ["500.html", "503.html", "429.html"])
def test_plain_pages_name_only_files_that_are_there(page: str) -> None:
    named = re.findall(r'"/static/([^"]+)"', get_template(page).render())

    assert len(named) > 3
    assert [name for name in named if finders.find(name) is None] == []
    assert not getattr(settings, "WHITENOISE_KEEP_ONLY_HASHED_FILES", False)


ASK = """
import django
django.setup()
from django.test import Client
for address in ("/ja/members/", "/en/"):
    response = Client(raise_request_exception=False).get(address)
    print(response.status_code, response.headers.get("Retry-After"))
    print(response.content.decode())
"""


@pytest.mark.parametrize(
    ("variables", "status", "said"),
    [
        ({"DATABASE_URL": "postgres://nobody@127.0.0.1:9/none"}, "503 120", "read"),
        ({"DATA_DIR": "/nowhere"}, "500 None", "Something went wrong"),
    ],
    ids=["database", "static files"],
)
def test_production_without_a_part_of_it_says_so_in_both_languages(
    variables: dict[str, str], status: str, said: str
) -> None:
    own = {
        "DJANGO_SETTINGS_MODULE": "iclei_portal.settings",
        "DEBUG": "false",
        "HTTPS": "false",
        "ALLOWED_HOSTS": "testserver",
        "PAGE_CACHE_SECONDS": "0",
    }

    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, **own, **variables},
        capture_output=True,
        text=True,
        check=True,
    )

    assert re.findall(r"^[0-9]{3} \w+$", done.stdout, re.MULTILINE) == [status] * 2
    assert done.stdout.count("ホームに戻る") == done.stdout.count(said) == 2


def test_reader_who_asks_too_often_is_told_to_wait(rf: RequestFactory) -> None:
    response = errors.too_many_requests(rf.get("/en/"))

    page = response.content.decode()
    assert (response.status_code, response.headers["Retry-After"]) == (429, "120")
    assert "数分後に、もう一度お試しください" in page
    assert "Please try again in a few minutes." in page
