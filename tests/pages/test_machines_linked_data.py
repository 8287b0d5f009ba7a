"""What pages say in the words of schema.org: what the records say, and no more."""

from datetime import date

import pytest
from django.test import Client

from events.linked_data import event_node, programme_node
from events.models import Event, Session
from iclei_portal.bilingual.templatetags.linked_data import linked_data
from members.contents.profile import heads_of
from members.linked_data import municipality_node
from members.models import Municipality
from news.linked_data import article_node
from news.models import Article
from tests.factories import (
    ArticleFactory,
    EventFactory,
    EventOrganisationFactory,
    EventParticipantFactory,
    HeadshipFactory,
    MunicipalityFactory,
    OfficeFactory,
    PictureFactory,
    SessionLinkFactory,
    SessionPartFactory,
)
from tests.pages.schema_org import nodes_of, said
from tests.types import Queries

pytestmark = pytest.mark.django_db

PORTAL = "http://testserver"
TODAY = date(2026, 4, 1)


def test_text_cannot_end_the_block_of_data() -> None:
    text = "</script><script>&\u2028\u2029<!--"

    printed = linked_data({"@type": "Thing", "name": text})

    inside = printed.removeprefix('<script type="application/ld+json">')
    assert not set("<>&\u2028\u2029") & set(inside.removesuffix("</script>"))
    assert nodes_of(printed) == [{"@type": "Thing", "name": text}]


def test_home_page_says_who_iclei_japan_is(client: Client) -> None:
    organisation = said(client, "/en/", "NGO")

    assert organisation == {
        "@type": "NGO",
        "@id": f"{PORTAL}/#iclei-japan",
        "name": "ICLEI Japan",
        "alternateName": "イクレイ日本",
        "url": f"{PORTAL}/en/",
        "logo": f"{PORTAL}/static/images/mark.svg",
        "parentOrganization": {
            "@type": "NGO",
            "name": "ICLEI",
            "alternateName": "Local Governments for Sustainability",
        },
    }
    website = said(client, "/ja/", "WebSite")
    assert (website["name"], website["inLanguage"]) == ("イクレイ日本", "ja")
    assert website["publisher"]["@id"] == organisation["@id"]


def test_contact_page_says_how_to_reach_the_office_as_recorded(client: Client) -> None:
    OfficeFactory(
        country="JP",
        city_ja="東京",
        city_en="Tokyo",
        postal_code="105-0003",
        address_ja="港区西新橋1-14-2",
        address_en="1-14-2 Nishi-Shimbashi, Minato-ku",
        phone="03-6205-8415",
        site="https://japan.iclei.org/ja/",
    )

    organisation = said(client, "/en/about/contact/", "NGO")

    assert organisation["address"] == {
        "@type": "PostalAddress",
        "postalCode": "105-0003",
        "addressCountry": "JP",
        "addressLocality": "Tokyo",
        "streetAddress": "1-14-2 Nishi-Shimbashi, Minato-ku",
    }
    assert organisation["telephone"] == "03-6205-8415"
    assert organisation["sameAs"] == ["https://japan.iclei.org/ja/"]
    assert not {"email", "faxNumber"} & organisation.keys()


def test_contact_page_without_an_office_says_no_address(client: Client) -> None:
    OfficeFactory(country="DE", phone="0228")

    organisation = said(client, "/ja/about/contact/", "NGO")

    assert not {"address", "telephone"} & organisation.keys()


def test_article_says_when_it_was_published_and_what_it_is_based_on(
    client: Client,
) -> None:
    article = ArticleFactory(
        slug="a",
        title_ja="京都市の「脱炭素」& 森",
        published_on=date(2022, 4, 1),
        source_name_ja="京都市",
        source_url="https://www.city.kyoto.lg.jp/1",
    )
    article.municipalities.add(MunicipalityFactory(slug="kyoto", name_ja="京都市"))

    node = said(client, "/ja/news/a/", "NewsArticle")

    assert node["headline"] == "京都市の「脱炭素」& 森"
    assert (node["datePublished"], node["inLanguage"]) == ("2022-04-01", "ja")
    assert node["publisher"]["@id"] == f"{PORTAL}/#iclei-japan"
    assert node["isBasedOn"] == {
        "@type": "CreativeWork",
        "name": "京都市",
        "url": "https://www.city.kyoto.lg.jp/1",
    }
    assert [one["url"] for one in node["about"]] == [f"{PORTAL}/ja/members/kyoto/"]


def test_article_in_japanese_only_is_said_to_be_in_japanese(client: Client) -> None:
    ArticleFactory(slug="a", title_ja="お知らせ", title_en=None, body_en=None)

    node = said(client, "/en/news/a/", "NewsArticle")

    assert (node["headline"], node["inLanguage"]) == ("お知らせ", "ja")
    assert "isBasedOn" not in node


def test_what_is_said_needs_no_query_of_its_own(
    django_assert_num_queries: Queries,
) -> None:
    picture = PictureFactory()
    municipality = MunicipalityFactory(picture=picture)
    HeadshipFactory(municipality=municipality, person__portrait=picture)
    event = EventFactory(picture=picture, zone="Asia/Tokyo")
    EventOrganisationFactory(event=event)
    EventParticipantFactory(event=event, municipality=municipality)
    SessionPartFactory(session__event=event)
    SessionLinkFactory(session=event.sessions.get())
    article = ArticleFactory(picture=picture)
    article.municipalities.add(municipality)
    profile = Municipality.objects.for_profile(TODAY).get(pk=municipality.pk)
    heads = heads_of(profile, TODAY)
    fetched = Event.objects.for_listing().get()
    programme = Session.objects.select_related("event").for_listing()
    sessions = list(programme)
    read = Article.objects.for_reading().get()

    with django_assert_num_queries(0):
        assert municipality_node(profile, str, headship=heads.current)["employee"]
        assert event_node(fetched, str, today=TODAY)["attendee"]
        assert programme_node(fetched, sessions, str, today=TODAY)["subEvent"]
        assert article_node(read, str)["about"]
