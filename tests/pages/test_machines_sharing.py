"""How pages look where people share them, and their breadcrumbs."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from PIL import Image

from tests.factories import (
    ArticleFactory,
    EventFactory,
    MunicipalityFactory,
    PictureFactory,
    SessionFactory,
)
from tests.pages.schema_org import faults_of, node_of, nodes_of

pytestmark = pytest.mark.django_db

PROPERTY = re.compile(
    r'<meta (?:property|name)="((?:og|article|twitter):[a-z_:]+)"'
    r' content="([^"]*)">'
)
SHARE = Path(settings.BASE_DIR) / "static" / "images" / "share.png"


def shared(client: Client, address: str) -> dict[str, str]:
    """Return how a page is shared."""
    page = client.get(address).content.decode()
    found = PROPERTY.findall(page)
    assert len(found) == len(dict(found))
    return {name: unescape(content) for name, content in found}


def test_page_is_shared_with_its_name_language_and_the_picture_of_the_portal(
    client: Client,
) -> None:
    assert shared(client, "/en/members/?as_of=2022-03-31") == {
        "og:site_name": "ICLEI Japan",
        "og:type": "website",
        "og:title": "Members",
        "og:description": (
            "The municipalities that are members of ICLEI in Japan, with their heads, "
            "on any day."
        ),
        "og:url": "http://testserver/en/members/",
        "og:locale": "en_GB",
        "og:locale:alternate": "ja_JP",
        "og:image": "http://testserver/static/images/share.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "The mark of ICLEI Japan, with its name in both languages",
        "twitter:card": "summary_large_image",
    }


@pytest.mark.parametrize(
    ("address", "description"),
    [
        (
            "/en/events/2021/",
            (
                "Events of FY2021 (April 2021–March 2022) that ICLEI Japan"
                " and its members held or took part in."
            ),
        ),
        (
            "/en/events/2021/meetings/",
            (
                "Meetings of FY2021 (April 2021–March 2022) that ICLEI Japan was"
                " involved in."
            ),
        ),
        (
            "/en/events/2021/cafe/",
            (
                "Themes and presenters of the ICLEI Cafés of FY2021"
                " (April 2021–March 2022)."
            ),
        ),
        ("/en/events/x/programme/", "City Day: sessions, speakers and times."),
        ("/en/news/", "News from ICLEI Japan and its members."),
    ],
)
def test_list_is_described_by_what_it_holds(
    client: Client, address: str, description: str
) -> None:
    event = EventFactory(slug="x", title_en="City Day", start_on=date(2021, 5, 1))
    SessionFactory(event=event)

    assert shared(client, address)["og:description"] == description


@pytest.mark.parametrize("name", ["A & B", 'The "Green" City', "O’Higgins <3", "&amp;"])
def test_name_is_escaped_once(client: Client, name: str) -> None:
    MunicipalityFactory(slug="x", name_en=name)

    page = client.get("/en/members/x/").content.decode()

    title = re.findall(r"<title>(.*?) \| ICLEI Japan</title>", page)
    assert [unescape(one) for one in title] == [name]
    assert shared(client, "/en/members/x/")["og:title"] == name


def test_home_page_is_shared_by_the_name_of_the_portal(client: Client) -> None:
    assert shared(client, "/ja/")["og:title"] == "イクレイ日本"


def test_article_is_shared_as_one_with_its_date_and_picture(client: Client) -> None:
    picture = PictureFactory(alt_en="A forest")
    ArticleFactory(slug="a", title_en="Forests", picture=picture)

    found = shared(client, "/en/news/a/")

    assert (found["og:type"], found["og:title"]) == ("article", "Forests")
    assert found["article:published_time"] == "2022-04-01"
    assert found["og:image"].endswith(f"{picture.print_digest}.jpg")
    assert found["og:image:width"] == str(picture.print_width)
    assert found["og:image:alt"] == "A forest"


def test_page_in_japanese_only_is_not_shared_in_english(client: Client) -> None:
    ArticleFactory(slug="a", title_en=None, body_en=None)

    found = shared(client, "/ja/news/a/")

    assert found["og:locale"] == "ja_JP"
    assert "og:locale:alternate" not in found


def test_picture_of_the_portal_is_of_the_size_said_and_light() -> None:
    with Image.open(SHARE) as picture:
        assert picture.size == (1200, 630)
    assert SHARE.stat().st_size <= 60_000


def test_breadcrumbs_are_said_as_they_are_shown(client: Client) -> None:
    MunicipalityFactory(slug="x", name_ja="東京 & 森")

    page = client.get("/ja/members/x/?as_of=2022-03-31").content.decode()

    assert faults_of(nodes_of(page)) == []
    assert node_of(page, "BreadcrumbList")["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 1,
            "name": "ホーム",
            "item": "http://testserver/ja/",
        },
        {
            "@type": "ListItem",
            "position": 2,
            "name": "会員",
            "item": "http://testserver/ja/members/",
        },
        {"@type": "ListItem", "position": 3, "name": "東京 & 森"},
    ]


def test_home_page_has_no_breadcrumbs(client: Client) -> None:
    page = client.get("/ja/").content.decode()

    assert "BreadcrumbList" not in page
