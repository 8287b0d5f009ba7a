"""robots.txt and security.txt."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.factories import OfficeFactory
from tests.factories.periods import SINCE_FY2021

pytestmark = pytest.mark.django_db

SECURITY = "/.well-known/security.txt"


def test_robots_file_closes_the_desk_and_names_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")

    assert response.content.decode() == (
        "User-agent: *\n"
        "Disallow: /ja/admin/\n"
        "Disallow: /en/admin/\n"
        "\n"
        "Sitemap: http://testserver/sitemap.xml\n"
    )
    assert response["Content-Type"] == "text/plain; charset=utf-8"


def test_robots_file_closes_what_is_not_public_and_nothing_else(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    closed = [line.removeprefix("Disallow: ") for line in lines if "Disallow" in line]

    for language in ("ja", "en"):
        with translation.override(language):
            assert reverse("admin:login").startswith(tuple(closed))
            for name in ("pages:home", "members:list", "about:contact"):
                assert not reverse(name).startswith(tuple(closed))


@time_machine.travel("2026-11-23T01:00:00+09:00")
def test_security_file_names_the_mail_of_the_office_in_japan(client: Client) -> None:
    OfficeFactory(email="bonn@example.org")
    OfficeFactory(country="JP", email="tokyo@example.org", valid=SINCE_FY2021)

    assert client.get(SECURITY).content.decode() == (
        "Contact: mailto:tokyo@example.org\n"
        "Expires: 2027-05-22T00:00:00Z\n"
        "Preferred-Languages: ja, en\n"
        "Canonical: http://testserver/.well-known/security.txt\n"
    )


def test_security_file_without_a_mail_leads_to_the_contact_pages(
    client: Client,
) -> None:
    lines = client.get(SECURITY).content.decode().splitlines()

    assert lines[:2] == [
        "Contact: http://testserver/ja/about/contact/",
        "Contact: http://testserver/en/about/contact/",
    ]


@pytest.mark.parametrize("today", ["2026-02-28", "2026-12-31", "2028-02-29"])
def test_security_file_expires_within_a_year(client: Client, today: str) -> None:
    with time_machine.travel(f"{today}T12:00:00+09:00"):
        lines = client.get(SECURITY).content.decode().splitlines()
    (expires,) = [line for line in lines if line.startswith("Expires: ")]
    ahead = date.fromisoformat(expires[9:19]) - date.fromisoformat(today)

    assert 30 < ahead.days < 365


@pytest.mark.parametrize("address", ["/robots.txt", SECURITY, "/sitemap.xml"])
def test_file_may_be_kept_by_caches_and_is_the_same_for_all(
    client: Client, address: str
) -> None:
    japanese = client.get(address, HTTP_ACCEPT_LANGUAGE="ja")
    english = client.get(address, HTTP_ACCEPT_LANGUAGE="en")

    assert "public" in japanese["Cache-Control"]
    assert "max-age=3600" in japanese["Cache-Control"]
    assert "Vary" not in japanese.headers
    assert japanese.content == english.content
    assert not japanese.cookies
