"""What profiles say in the words of schema.org."""

import pytest
from django.test import Client

from tests.factories import (
    HeadshipFactory,
    MembershipFactory,
    MunicipalityFactory,
    PersonFactory,
    PictureFactory,
)
from tests.pages.schema_org import said

pytestmark = pytest.mark.django_db

PORTAL = "http://testserver"


def test_profile_says_what_the_municipality_is(client: Client) -> None:
    municipality = MunicipalityFactory(
        slug="kyoto",
        code="261009",
        name_ja="京都市",
        name_en="City of Kyoto",
        site="https://www.city.kyoto.lg.jp/",
    )
    MembershipFactory(municipality=municipality)
    HeadshipFactory(municipality=municipality)

    assert said(client, "/en/members/kyoto/", "GovernmentOrganization") == {
        "@type": "GovernmentOrganization",
        "name": "City of Kyoto",
        "alternateName": "京都市",
        "url": f"{PORTAL}/en/members/kyoto/",
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "全国地方公共団体コード",
            "value": "261009",
        },
        "sameAs": ["https://www.city.kyoto.lg.jp/"],
        "areaServed": {
            "@type": "AdministrativeArea",
            "name": "City of Kyoto",
            "alternateName": "京都市",
            "containedInPlace": {
                "@type": "AdministrativeArea",
                "name": "Kyoto",
                "containedInPlace": {"@type": "Country", "name": "JP"},
            },
        },
        "memberOf": {
            "@type": "NGO",
            "@id": f"{PORTAL}/#iclei-japan",
            "name": "ICLEI Japan",
            "url": f"{PORTAL}/en/",
        },
        "employee": {
            "@type": "Person",
            "name": "YAMADA Hanako",
            "alternateName": "山田 花子",
            "jobTitle": "Mayor",
        },
    }


def test_profile_does_not_say_what_is_not_recorded(client: Client) -> None:
    MunicipalityFactory(slug="turku", kind="overseas", code="", country="FI")

    node = said(client, "/en/members/turku/", "GovernmentOrganization")

    assert not {"identifier", "sameAs", "memberOf", "employee", "image"} & node.keys()
    assert node["areaServed"]["containedInPlace"] == {"@type": "Country", "name": "FI"}


def test_profile_of_a_prefecture_lies_in_the_country(client: Client) -> None:
    MunicipalityFactory(slug="aichi", kind="prefecture", code="230006")

    area = said(client, "/ja/members/aichi/", "GovernmentOrganization")["areaServed"]

    assert area["containedInPlace"] == {"@type": "Country", "name": "JP"}


def test_name_that_is_being_confirmed_is_not_said(client: Client) -> None:
    head = HeadshipFactory(
        municipality__slug="gifu", person=PersonFactory(confirmed=False)
    )

    node = said(client, "/ja/members/gifu/", "GovernmentOrganization")

    assert "employee" not in node
    assert head.person.family_name_ja not in str(node)


def test_picture_is_said_with_its_size_and_description(client: Client) -> None:
    picture = PictureFactory(alt_ja="五山の送り火", alt_en=None)
    MunicipalityFactory(slug="kyoto", picture=picture)

    node = said(client, "/ja/members/kyoto/", "GovernmentOrganization")

    assert node["image"] == {
        "@type": "ImageObject",
        "url": f"{PORTAL}/ja/pictures/{picture.print_digest}.jpg",
        "width": picture.print_width,
        "height": picture.print_height,
        "caption": "五山の送り火",
    }
