"""Pictures in pages: every width and format, described, credited, in both languages."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from django.utils.html import escape

from iclei_portal.pictures import files
from iclei_portal.pictures.models import Picture
from iclei_portal.pictures.templatetags.photos import photo, picture, portrait
from members.models import Person
from tests.factories import EventFactory, PersonFactory, PictureFactory
from tests.factories.pictures import keep_photo
from tests.types import Queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> Picture:
    return keep_photo(21, (2_000, 1_500), alt_ja="会議場", alt_en="The hall")


def attribute(html: str, name: str) -> list[str]:
    """Return the values of an attribute, in order."""
    return re.findall(rf' {name}="([^"]*)"', html)


def test_picture_offers_every_format_in_every_width(kept: Picture) -> None:
    html = picture(kept, "50vw")

    offers = [attribute(html, "type"), attribute(html, "srcset")]
    assert offers == [
        ["image/avif", "image/webp"],
        [
            ", ".join(
                f"/pictures/{kept.digest}-{width}.{suffix} {width}w"
                for width in (320, 640, 960, 1280, 1920)
            )
            for suffix in ("avif", "webp", "jpg")
        ],
    ]
    assert attribute(html, "sizes") == ["50vw"] * 3
    assert attribute(html, "src") == [f"/pictures/{kept.digest}-960.jpg"]


def test_every_address_of_a_picture_answers(client: Client) -> None:
    small = keep_photo(22)
    EventFactory(picture=small)
    html = picture(small)
    addresses = re.findall(r"/pictures/[^ \",]+", html)

    kinds = [client.get(address)["Content-Type"] for address in addresses]

    assert kinds == [
        *["image/avif"] * 2,
        *["image/webp"] * 2,
        *["image/jpeg"] * 3,
    ]


def test_page_keeps_the_place_of_a_picture(kept: Picture) -> None:
    html = picture(kept)

    assert (attribute(html, "width"), attribute(html, "height")) == (["1920"], ["1440"])


@pytest.mark.parametrize(
    ("eager", "attributes"),
    [
        (False, ' loading="lazy" decoding="async">'),
        (True, ' fetchpriority="high">'),
    ],
)
def test_first_picture_comes_first_and_others_when_they_are_near(
    kept: Picture, eager: bool, attributes: str
) -> None:
    html = picture(kept, eager=eager)

    assert f'alt="会議場"{attributes}' in html
    assert ("loading" in html) is not eager


@pytest.mark.parametrize(
    ("language", "values", "alt"),
    [
        ("ja", {}, 'alt="会議場"'),
        ("en", {}, 'alt="The hall"'),
        ("en", {"alt_en": None}, 'alt="会議場" lang="ja"'),
        ("ja", {"decorative": True, "alt_ja": None, "alt_en": None}, 'alt=""'),
        ("en", {"decorative": True, "alt_ja": None, "alt_en": None}, 'alt=""'),
    ],
)
def test_picture_is_described_in_the_language_of_the_page(
    language: str, values: dict[str, Any], alt: str
) -> None:
    shown = keep_photo(23, **{"alt_ja": "会議場", "alt_en": "The hall"} | values)

    with translation.override(language):
        html = picture(shown)

    assert f" {alt} loading" in html


def test_description_is_text_whatever_is_in_it() -> None:
    hostile = '"><b>'
    shown = keep_photo(24, alt_ja=hostile, credit_ja=hostile)

    html = photo(shown, hostile, kind=hostile)

    assert "<b>" not in html
    assert html.count(escape(hostile)) == 6


@pytest.mark.parametrize(
    ("language", "values", "line"),
    [
        (
            "ja",
            {"credit_ja": "京都市", "taken_on": date(2021, 4, 12)},
            "写真：京都市（2021年4月12日撮影）",
        ),
        (
            "en",
            {"credit_en": "City of Kyoto", "taken_on": date(2021, 4, 12)},
            "Photo: City of Kyoto, 12 April 2021",
        ),
        ("en", {"credit_ja": "京都市"}, 'Photo: <span lang="ja">京都市</span>'),
        ("ja", {"credit_ja": "京都市"}, "写真：京都市"),
        ("ja", {"taken_on": date(2021, 4, 12)}, "2021年4月12日撮影"),
        ("en", {"taken_on": date(2021, 4, 12)}, "Photo taken on 12 April 2021"),
    ],
)
def test_photo_says_who_took_it_and_when(
    language: str, values: dict[str, Any], line: str
) -> None:
    shown = keep_photo(25, **values)

    with translation.override(language):
        html = photo(shown)

    assert html.startswith('<figure class="picture"><picture>')
    assert html.endswith(f'<figcaption class="credit">{line}</figcaption></figure>')


def test_photo_without_credit_has_no_line(kept: Picture) -> None:
    html = photo(kept, kind="banner")

    assert html.startswith('<figure class="banner"><picture>')
    assert "figcaption" not in html


def test_nothing_is_shown_where_there_is_no_picture_or_no_file() -> None:
    lost = PictureFactory(digest="cd" * 32)

    assert [picture(None), picture(lost), photo(None), photo(lost)] == [""] * 4


def test_portrait_has_something_in_its_place() -> None:
    face = keep_photo(26)
    lost = PictureFactory(digest="ef" * 32)
    seen, unseen, gone = (PersonFactory(portrait=one) for one in (face, None, lost))

    empty = '<span class="portrait portrait-empty"></span>'
    assert portrait(seen).startswith('<picture class="portrait"><source')
    assert [portrait(unseen), portrait(gone)] == [empty, empty]


@pytest.mark.parametrize("count", [1, 3])
def test_portraits_of_a_list_need_no_further_query(
    django_assert_num_queries: Queries, count: int
) -> None:
    for number in range(count):
        PersonFactory(portrait=keep_photo(30 + number))

    with django_assert_num_queries(1):
        found = "".join(map(portrait, Person.objects.select_related("portrait")))

    assert found.count("<img") == count


def test_full_file_is_not_among_what_pages_show(kept: Picture) -> None:
    assert files.name_of(kept.digest) not in picture(kept)
    assert files.name_of(kept.print_digest) not in picture(kept)
