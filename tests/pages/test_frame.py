"""What every page has around its content."""

import re

import pytest
from django.test import Client

from tests.factories import ArticleFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db

ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([a-z-]+)" href="([^"]+)">')


def links(client: Client, address: str) -> tuple[str, dict[str, str]]:
    """Return the canonical address of a page, and its alternates by language."""
    page = client.get(address).content.decode()
    canonical = re.findall(r'<link rel="canonical" href="([^"]+)">', page)
    assert len(canonical) <= 1
    return "".join(canonical), dict(ALTERNATE.findall(page))


@pytest.fixture
def page(client: Client) -> str:
    return client.get("/en/members/?as_of=2022-03-31").content.decode()


def test_language_switch_keeps_page_and_query(page: str) -> None:
    assert (
        '<a href="/ja/members/?as_of=2022-03-31" lang="ja" hreflang="ja">日本語</a>'
    ) in page


@pytest.mark.parametrize(
    ("address", "twin"),
    [
        ("/en//evil.example/", "/ja//evil.example/"),
        ("/en/a%3Fb%23c/", "/ja/a%3Fb%23c/"),
        ("/en/a%0D%0ASet-Cookie:x=1/", "/ja/a%0D%0ASet-Cookie:x%3D1/"),
        ("/en/%E6%9D%B1%E4%BA%AC/", "/ja/%E6%9D%B1%E4%BA%AC/"),
        ("/en/%22%3E%3Cscript%3E/", "/ja/%22%3E%3Cscript%3E/"),
        ("/en/a%2525/?x=%0D%0A&y=%22", "/ja/a%2525/?x=%0D%0A&amp;y=%22"),
        ("/en/?x=//evil.example&x=1", "/ja/?x=//evil.example&amp;x=1"),
    ],
)
def test_language_switch_leads_to_the_twin_of_an_odd_address(
    client: Client, address: str, twin: str
) -> None:
    page = client.get(address).content.decode()

    assert f'<a href="{twin}" lang="ja" hreflang="ja">' in page


@pytest.mark.parametrize("address", ["//evil.example/en/", "/%2F/evil.example/en/"])
def test_no_switch_leads_off_the_portal(client: Client, address: str) -> None:
    page = client.get(address, HTTP_ACCEPT_LANGUAGE="en").content.decode()

    assert 'href="//' not in page
    assert "evil.example" not in page


def test_page_and_its_twin_name_each_other(client: Client) -> None:
    url = "http://testserver/{}/members/"
    named = {"ja": url.format("ja"), "en": url.format("en")}
    named["x-default"] = named["ja"]

    assert links(client, "/en/members/") == (named["en"], named)
    assert links(client, "/ja/members/") == (named["ja"], named)


def test_another_day_names_the_plain_page_as_its_own(client: Client) -> None:
    canonical, named = links(client, "/en/members/?as_of=2022-03-31")

    assert canonical == named["en"] == "http://testserver/en/members/"


def test_further_page_of_a_list_names_itself(client: Client) -> None:
    ArticleFactory.create_batch(21)

    canonical, named = links(client, "/en/news/?page=2")

    assert canonical == named["en"] == "http://testserver/en/news/?page=2"
    assert named["ja"] == named["x-default"] == "http://testserver/ja/news/?page=2"


@pytest.mark.parametrize("query", ["?page=1", "?page=2&as_of=2022-03-31", "?x=1"])
def test_what_is_not_a_further_page_names_the_plain_list(
    client: Client, query: str
) -> None:
    ArticleFactory.create_batch(21)

    assert links(client, f"/en/news/{query}")[0] == "http://testserver/en/news/"


def test_page_in_japanese_only_is_offered_in_japanese_only(client: Client) -> None:
    MunicipalityFactory(slug="gifu", profile_ja="鵜飼のまち。", profile_en=None)

    canonical, named = links(client, "/ja/members/gifu/")

    assert canonical == named["ja"] == named["x-default"]
    assert "en" not in named
    assert links(client, "/en/members/gifu/") == ("", {})
    shell = client.get("/en/members/gifu/").content.decode()
    assert '<meta name="robots" content="noindex">' in shell


@pytest.mark.parametrize("address", ["/en/nowhere/", "/en/members/?as_of=x"])
def test_error_is_no_page_for_machines(client: Client, address: str) -> None:
    page = client.get(address).content.decode()

    assert links(client, address) == ("", {})
    assert '<meta name="robots" content="noindex">' in page
    assert "og:" not in page


def test_page_marks_where_the_reader_is(page: str) -> None:
    assert '<a href="/en/members/?as_of=2022-03-31" aria-current="true">' in page
    assert '<li aria-current="page">Members</li>' in page


def test_page_is_the_same_for_every_reader(client: Client) -> None:
    response = client.get("/en/members/")

    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_page_has_no_inline_style_or_script_that_runs(page: str) -> None:
    scripts = re.findall(r"<script[^>]*>", page)

    assert set(scripts) <= {'<script type="application/ld+json">'}
    assert "style=" not in page
    assert not re.search(r"\son[a-z]+=", page)


def test_page_for_a_host_that_is_not_served_names_no_address(client: Client) -> None:
    response = client.get("/en/members/", HTTP_HOST="evil.example")

    page = response.content.decode()
    assert response.status_code == 400
    assert "evil.example" not in page
    assert "ld+json" not in page
