"""Old addresses of records that were renamed."""

import pytest
from django.test import Client

from members.models import Municipality
from news.models import Article
from tests.factories import ArticleFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db


def renamed(*slugs: str) -> Municipality:
    """Return a municipality that had each of the slugs, now the last one."""
    city: Municipality = MunicipalityFactory(slug=slugs[0])
    for slug in slugs[1:]:
        city.slug = slug
        city.save()
    return city


@pytest.mark.parametrize("word", ["ja", "members", "feed", "admin"])
def test_old_slug_may_be_a_word_of_the_address(client: Client, word: str) -> None:
    renamed(word, "kyoto")

    for tail in ("", "feed.atom", "?as_of=2022-03-31"):
        response = client.get(f"/ja/members/{word}/{tail}")

        assert response.headers["Location"] == f"/ja/members/kyoto/{tail}"


def test_browser_asks_again_where_a_record_moved(client: Client) -> None:
    """Or it goes round in circles once the record has its old slug back."""
    city = renamed("urawa", "saitama")
    moved = client.get("/ja/members/urawa/")
    city.slug = "urawa"
    city.save()
    back = client.get("/ja/members/saitama/")

    assert [moved["Location"], back["Location"]] == [
        "/ja/members/saitama/",
        "/ja/members/urawa/",
    ]
    assert moved["Cache-Control"] == back["Cache-Control"] == "no-cache"
    assert client.get("/ja/members/urawa/").status_code == 200


def test_slug_of_several_records_leads_to_the_one_that_had_it_last(
    client: Client,
) -> None:
    later, earlier = MunicipalityFactory(slug="later"), renamed("urawa", "earlier")
    for slug in ("urawa", "later"):
        later.slug = slug
        later.save()
    earlier.save()

    assert client.get("/ja/members/urawa/")["Location"] == "/ja/members/later/"


def test_old_slug_tells_nothing_of_what_is_not_published(client: Client) -> None:
    article: Article = ArticleFactory(slug="secret-plan", state="draft")
    article.slug = "new-plan"
    article.save()

    response = client.get("/ja/news/secret-plan/")

    assert response.status_code == 404
    assert "new-plan" not in response.content.decode()
