import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client, RequestFactory

from iclei_portal.pages.views import errors
from members import views


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


@pytest.mark.django_db
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


@pytest.mark.django_db
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


def test_server_error_is_told_in_both_languages_without_the_database(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("inner detail")

    monkeypatch.setattr(views, "read_as_of", fail)
    client.raise_request_exception = False

    response = client.get("/ja/members/")

    page = response.content.decode()
    assert response.status_code == 500
    assert "ページを表示できません" in page
    assert '<div lang="en">' in page
    assert "inner detail" not in page
