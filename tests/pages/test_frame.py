"""What every page has around its content."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client) -> str:
    return client.get("/en/members/?as_of=2022-03-31").content.decode()


def test_language_switch_keeps_page_and_query(page: str) -> None:
    assert (
        '<a href="/ja/members/?as_of=2022-03-31" lang="ja" hreflang="ja">日本語</a>'
    ) in page


def test_page_names_itself_and_its_twin(page: str) -> None:
    for link in (
        'rel="canonical" href="http://testserver/en/members/"',
        'hreflang="ja" href="http://testserver/ja/members/"',
        'hreflang="en" href="http://testserver/en/members/"',
        'hreflang="x-default" href="http://testserver/ja/members/"',
    ):
        assert link in page


def test_page_marks_where_the_reader_is(page: str) -> None:
    assert '<a href="/en/members/" aria-current="true">' in page
    assert '<li aria-current="page">Members</li>' in page


def test_page_is_the_same_for_every_reader(client: Client) -> None:
    response = client.get("/en/members/")

    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_page_has_no_inline_style_or_script(page: str) -> None:
    assert "<script" not in page
    assert "style=" not in page
