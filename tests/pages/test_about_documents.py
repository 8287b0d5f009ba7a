"""Charter and strategies, with their versions."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.utils import translation

from iclei_portal.about.choices import DocumentKind
from iclei_portal.about.models import Document
from tests.factories import DocumentFactory
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db

STRATEGY = DocumentKind.STRATEGY


@pytest.fixture
def strategies() -> tuple[Document, Document]:
    first = DocumentFactory(
        slug="seoul-plan",
        kind=STRATEGY,
        title_ja="ソウルプラン",
        title_en="Seoul Plan",
        version="2015–2021",
        valid=DateRange(date(2015, 1, 1), date(2021, 4, 1)),
    )
    second = DocumentFactory(
        slug="malmo",
        kind=STRATEGY,
        title_ja="マルメ",
        title_en="Malmö Vision",
        follows=first,
        changes_ja="道筋を改めた。",
        changes_en="Revised the pathways.",
        valid=DateRange(date(2021, 4, 1), date(2028, 1, 1)),
        url="https://example.org/vision.pdf",
    )
    return first, second


@pytest.mark.usefixtures("strategies")
def test_document_is_in_force_on_the_days_of_its_period(read: Read) -> None:
    last, first = (
        read(f"/en/about/documents/?as_of={day}")
        for day in ("2021-03-31", "2021-04-01")
    )

    assert "Seoul Plan In force on 31 March 2021" in last
    assert "Malmö Vision In force only from 1 April 2021" in last
    assert "Malmö Vision In force on 1 April 2021" in first
    assert "Seoul Plan In force until 31 March 2021" in first


@pytest.mark.usefixtures("strategies")
def test_documents_in_force_stand_before_former_ones(read: Read) -> None:
    then, now = (
        read(f"/en/about/documents/?as_of={day}")
        for day in ("2018-01-01", "2022-01-01")
    )

    assert then.index("Seoul Plan In force") < then.index("Malmö Vision In force")
    assert now.index("Malmö Vision In force") < now.index("Seoul Plan In force")


@pytest.mark.usefixtures("strategies")
def test_document_names_the_one_before_and_the_one_after(client: Client) -> None:
    page = client.get("/en/about/documents/").content.decode()
    old = page.partition('id="seoul-plan"')[2].partition("</li>")[0]
    new = page.partition('id="malmo"')[2].partition("</li>")[0]

    assert '<dt>Followed by</dt><dd><a href="#malmo">Malmö Vision</a></dd>' in old
    assert (
        '<dt>Takes the place of</dt><dd><a href="#seoul-plan">Seoul Plan</a></dd>'
        in new
    )
    assert "<dt>What it changed</dt><dd>Revised the pathways.</dd>" in new
    assert '<a href="https://example.org/vision.pdf">Read the original</a>' in new
    assert "Read the original" not in old


@pytest.mark.usefixtures("strategies")
def test_document_prints_its_period_in_the_language(read: Read) -> None:
    assert "1 January 2015 – 31 March 2021" in read("/en/about/documents/")
    assert "2015年1月1日–2021年3月31日" in read("/ja/about/documents/")
    assert "道筋を改めた。" in read("/ja/about/documents/")


def test_document_without_a_known_beginning_says_from_when_it_is_on_record(
    read: Read,
) -> None:
    DocumentFactory(
        title_en="Old Charter",
        language="ja",
        start_known=False,
        valid=DateRange(date(2015, 4, 1), date(2020, 1, 1)),
    )
    DocumentFactory(title_en="New Charter", language="en", start_known=False)

    words = read("/en/about/documents/")

    assert (
        "Language Japanese Period on record from 1 April 2015, until 31 December 2019"
        in words
    )
    assert "Language English Period on record from 1 April 2021 " in words


def test_documents_stand_by_kind(read: Read) -> None:
    DocumentFactory(kind=DocumentKind.ACTION_PLAN, title_en="Plan")
    DocumentFactory(kind=DocumentKind.CHARTER, title_en="Rules")

    words = read("/en/about/documents/")

    assert words.index("Charter Rules In force") < words.index("Action plan Plan In")


def test_documents_without_any_record_say_so(read: Read) -> None:
    assert "No records are held yet." in read("/en/about/documents/")


def test_document_cannot_follow_itself(strategies: tuple[Document, Document]) -> None:
    first, _second = strategies
    first.follows = first

    with translation.override("en"), pytest.raises(ValidationError) as refusal:
        first.validate_constraints()

    assert refusal.value.messages == [
        "Takes the place of: a document cannot follow itself."
    ]


@pytest.mark.parametrize("count", [2, 8])
def test_documents_need_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    before = None
    for year in range(2000, 2000 + count):
        valid = DateRange(date(year, 1, 1), date(year + 1, 1, 1))
        before = DocumentFactory(follows=before, valid=valid)

    with django_assert_num_queries(2):
        assert "憲章".encode() in client.get("/ja/about/documents/").content
