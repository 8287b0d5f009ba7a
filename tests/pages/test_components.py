import re

import pytest
from django.test import Client
from pytest_django import Settings

from iclei_portal.pages.views.components import COMPONENTS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["ja", "en"])
def test_components_are_shown_with_their_markup_in_development(
    client: Client, settings: Settings, language: str
) -> None:
    settings.DEBUG = True

    page = client.get(f"/{language}/components/").content.decode()

    assert re.findall(r'<h2 id="([a-z]+)">', page)[: len(COMPONENTS)] == [*COMPONENTS]
    assert '<details class="disclosure">' in page
    assert "&lt;details class=&quot;disclosure&quot;&gt;" in page


def test_components_are_no_page_of_the_public_portal(client: Client) -> None:
    response = client.get("/en/components/")

    assert response.status_code == 404
    assert "disclosure" not in response.content.decode()


def test_every_class_of_the_components_has_its_style(
    client: Client, settings: Settings
) -> None:
    settings.DEBUG = True
    styles = "".join(
        (settings.BASE_DIR / "static" / "css" / f"{name}.css").read_text()
        for name in ("base", "layout", "components")
    )

    page = client.get("/en/components/").content.decode()

    used = {
        name for names in re.findall(r'class="([^"]*)"', page) for name in names.split()
    }
    assert {name for name in used if f".{name}" not in styles} == set()


def test_pager_leads_to_ends_and_neighbours_and_keeps_the_query(
    client: Client, settings: Settings
) -> None:
    settings.DEBUG = True

    page = client.get("/en/components/?kind=city&page=5").content.decode()

    links = re.findall(r'href="\?kind=city&amp;page=([0-9]+)"([^>]*)>', page)
    assert [number for number, _rest in links] == ["4", "1", "4", "5", "6", "10", "6"]
    assert [rest.strip() for _number, rest in links if rest] == [
        'rel="prev"',
        'aria-current="page"',
        'rel="next"',
    ]
