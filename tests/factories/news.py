"""Records of the news app."""

from datetime import date

from factory.declarations import Sequence
from factory.django import DjangoModelFactory

from iclei_portal.publishing import State
from news.choices import Kind
from news.models import Article, Publication


class ArticleFactory(DjangoModelFactory[Article]):
    class Meta:
        model = Article
        skip_postgeneration_save = True

    slug = Sequence(lambda n: f"article-{n}")
    kind = Kind.NOTICE
    published_on = date(2022, 4, 1)
    title_ja = Sequence(lambda n: f"お知らせ{n}")
    title_en = Sequence(lambda n: f"Notice {n}")
    body_ja = "本文。"
    body_en = "Text."
    state = State.PUBLISHED


class PublicationFactory(DjangoModelFactory[Publication]):
    class Meta:
        model = Publication

    slug = Sequence(lambda n: f"publication-{n}")
    fiscal_year = 2021
    title_ja = "冊子"
    title_en = "Booklet"
    part_ja = "執筆"
    part_en = "Wrote it"
