from datetime import date

import pytest
from django.test import Client

from iclei_portal.publishing import State
from news.models import Article
from tests.factories import ArticleFactory, DatedFigureFactory, MunicipalityFactory
from tests.factories.pictures import keep_photo
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db


def test_list_shows_the_newest_article_first(read: Read) -> None:
    ArticleFactory(title_en="Older", published_on=date(2022, 4, 1))
    ArticleFactory(title_en="Newer", published_on=date(2022, 5, 1))

    words = read("/en/news/")

    assert words.index("Newer") < words.index("Older")


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_what_is_not_published_is_not_there(read: Read, state: str) -> None:
    ArticleFactory(slug="secret", title_en="Secret", state=state)

    assert "Secret" not in read("/en/news/")
    assert "Secret" not in read("/en/news/secret/", status=404)


def test_list_has_pages(read: Read) -> None:
    for number in range(21):
        ArticleFactory(title_en=f"Notice no. {number:02}", slug=f"a-{number:02}")

    first, second = read("/en/news/"), read("/en/news/?page=2")

    assert "Page 1 Page 2 Next page" in first
    assert "Notice no. 20" not in first
    assert "Notice no. 20 Previous page Page 1 Page 2" in second


def test_list_without_articles_says_so(read: Read) -> None:
    assert "There are no articles yet." in read("/en/news/")


def test_list_says_which_article_is_in_japanese_only(read: Read) -> None:
    ArticleFactory(title_ja="日本語のみ", title_en=None, body_en=None)

    assert "Japanese only 日本語のみ" in read("/en/news/")


@pytest.mark.parametrize("count", [2, 8, 1_000])
def test_list_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    shown = keep_photo()
    Article.objects.bulk_create(
        ArticleFactory.build_batch(count, picture=shown), batch_size=1_000
    )

    with django_assert_num_queries(2):
        page = client.get("/en/news/").content.decode()

    assert page.count('<picture class="entry-picture">') == min(count, 20)


def test_list_shows_small_pictures_where_there_are_some(client: Client) -> None:
    shown = keep_photo(1, alt_en="A hall")
    ArticleFactory(title_en="With a photo", picture=shown)
    ArticleFactory(title_en="Without one")

    page = client.get("/en/news/").content.decode()

    row = page.partition(">With a photo</a></p>")[2].partition("</li>")[0]
    assert f'src="/pictures/{shown.digest}-640.jpg"' in row
    assert 'alt="A hall" loading="lazy"' in row
    assert page.count("<picture") == 1


@pytest.mark.parametrize("page", ["3", "0", "-1"])
def test_page_that_a_list_does_not_have_is_not_found(read: Read, page: str) -> None:
    ArticleFactory.create_batch(21)

    assert "There is no such page" in read(f"/en/news/?page={page}", status=404)


@pytest.mark.parametrize("page", ["last", "1.5", "²", "１２x"])
def test_page_that_is_no_number_is_told(read: Read, page: str) -> None:
    words = read(f"/en/news/?page={page}", status=400)

    assert f"“{page}” is not the number of a page (page)." in words


@pytest.mark.parametrize("language", ["ja", "en"])
def test_former_slug_leads_to_the_article(client: Client, language: str) -> None:
    article = ArticleFactory(slug="first-name")
    article.slug = "new-name"
    article.save()

    answer = client.get(f"/{language}/news/first-name/?from=mail")

    assert answer.status_code == 301
    assert answer["Location"] == f"/{language}/news/new-name/?from=mail"


def test_former_slug_of_a_hidden_article_tells_nothing(read: Read) -> None:
    article = ArticleFactory(slug="first-name")
    article.slug, article.state = "new-name", State.WITHDRAWN
    article.save()

    assert "new-name" not in read("/en/news/first-name/", status=404)


def test_detail_shows_its_photo_first_and_who_took_it(client: Client) -> None:
    shown = keep_photo(2, credit_en="City of Kyoto", taken_on=date(2022, 3, 31))
    ArticleFactory(slug="one", picture=shown)

    page = client.get("/en/news/one/").content.decode()

    assert f'src="/pictures/{shown.digest}-640.jpg"' in page
    assert 'fetchpriority="high"' in page
    assert ">Photo: City of Kyoto, 31 March 2022</figcaption>" in page
    assert page.index("<figure") < page.index('<div class="prose">')


def test_detail_prints_clean_markdown_with_figures(client: Client) -> None:
    DatedFigureFactory(key="cities", value=1500, as_of=date(2020, 1, 1))
    ArticleFactory(
        slug="one", body_en="**{cities}** cities <script>alert(1)</script> met."
    )

    page = client.get("/en/news/one/").content.decode()

    assert "<p><strong>1,500</strong> cities  met.</p>" in page


def test_detail_without_english_is_marked_as_japanese(client: Client) -> None:
    DatedFigureFactory(key="cities", value=5, unit_ja="市", as_of=date(2020, 1, 1))
    ArticleFactory(slug="one", body_ja="{cities}が参加。", body_en=None)

    page = client.get("/en/news/one/").content.decode()

    assert '<div lang="ja"><p>5市が参加。</p></div>' in page
    assert "This page is available in Japanese only." in page


def test_detail_names_source_and_municipalities(read: Read) -> None:
    article = ArticleFactory(slug="one", source_name="A paper", source_url="")
    article.municipalities.add(MunicipalityFactory(name_en="City of Kyoto"))
    ArticleFactory(slug="two", source_url="https://example.org/")

    assert "Source: A paper" in read("/en/news/one/")
    assert "Municipalities City of Kyoto" in read("/en/news/one/")
    assert "Source: https://example.org/" in read("/en/news/two/")


@pytest.mark.parametrize("count", [2, 8])
def test_detail_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    article = ArticleFactory(slug="one", picture=keep_photo())
    article.municipalities.set(MunicipalityFactory.create_batch(count))

    with django_assert_num_queries(3):
        assert "本文".encode() in client.get("/ja/news/one/").content
