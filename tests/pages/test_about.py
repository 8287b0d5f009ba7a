"""The pages about ICLEI that are texts, and the frame that all of them share."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.utils import translation

from iclei_portal.about.choices import StatementKind
from iclei_portal.pages.contents.parts import PARTS, Part
from tests.factories import DatedFigureFactory, StatementFactory
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db

SEOUL_PLAN = DateRange(date(2015, 1, 1), date(2021, 4, 1))
ADDRESSES = {
    "overview": "", "benefits": "benefits/", "documents": "documents/",
    "councils": "councils/", "officers": "officers/", "offices": "offices/",
    "un": "un/", "history": "history/", "facts": "facts/", "contact": "contact/",
}  # fmt: skip


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.key)
def test_part_has_a_heading_a_title_and_a_description_of_its_own(
    client: Client, language: str, part: Part
) -> None:
    page = client.get(f"/{language}/about/{ADDRESSES[part.key]}").content.decode()

    with translation.override(language):
        heading, description = str(part.heading), str(part.description)
    head = page.partition("</head>")[0]
    assert f"<title>{heading} | " in head
    assert f'<meta name="description" content="{description}">' in head
    assert page.count("<h1") == 1


def test_parts_differ_in_what_they_say() -> None:
    assert len({str(part.description) for part in PARTS}) == len(PARTS)
    assert {part.key for part in PARTS} == set(ADDRESSES)


@pytest.mark.parametrize("key", ADDRESSES)
def test_every_part_leads_to_the_others_and_keeps_the_day(
    client: Client, key: str
) -> None:
    address = f"/en/about/{ADDRESSES[key]}?as_of=2022-03-31"
    page = client.get(address).content.decode()
    parts = page.partition('id="about-parts"')[2].partition("</nav>")[0]

    for other in ADDRESSES.values():
        assert f'href="/en/about/{other}?as_of=2022-03-31"' in parts
    assert f'href="{address}" aria-current="page"' in parts
    assert parts.count("aria-current") == 1


@pytest.mark.parametrize(
    ("kind", "anchor"),
    [
        ("mission", "mission"),
        ("activity", "activities"),
        ("goal", "goals"),
        ("pathway", "pathways"),
        ("policy", "policy"),
        ("organisation", "organisation"),
        ("japan", "in-japan"),
    ],
)
def test_overview_shows_what_iclei_says_of_itself(
    client: Client, read: Read, kind: str, anchor: str
) -> None:
    DatedFigureFactory(key="cities", value=2500)
    StatementFactory(kind=kind, title_en="In short", text_en="{cities} cities.")

    assert "In short 2,500 cities." in read("/en/about/")
    assert f'id="{anchor}"' in client.get("/en/about/").content.decode()


def test_overview_shows_its_figures_with_a_way_to_their_source(client: Client) -> None:
    DatedFigureFactory(key="network-members", value=2500, qualifier="at_least")

    page = client.get("/en/about/").content.decode()

    assert '<a class="tile-number" href="/en/about/facts/#network-members">' in page
    assert "2,500+" in page


def test_overview_keeps_former_missions(read: Read) -> None:
    StatementFactory(kind="mission", order=1, text_en="Worldwide movement.")
    StatementFactory(kind="mission", order=1, text_en="Local action.", valid=SEOUL_PLAN)

    today, then = read("/en/about/"), read("/en/about/?as_of=2021-03-31")

    assert (
        "Former mission statements 1 January 2015 – 31 March 2021 Local action."
        in today
    )
    assert "Show this page as of 31 March 2021" in today
    assert "Title Local action." in then
    assert "Worldwide movement." not in then
    assert "Former mission statements" not in then


def test_text_says_when_it_was_last_recorded(read: Read) -> None:
    StatementFactory(kind="un_partnership", attested_on=date(2022, 3, 31))
    said = "What this page says was last recorded on 31 March 2022."

    assert said in read("/en/about/un/")
    assert said not in read("/en/about/un/?as_of=2022-03-31")


def test_text_names_each_source_once(read: Read) -> None:
    for source in ("活動報告", "ウェブサイト", "活動報告"):
        StatementFactory(kind="un_partnership", source=source)

    assert "出典： 活動報告 ウェブサイト" in read("/ja/about/un/")


def test_text_before_all_records_says_from_when_they_are_held(read: Read) -> None:
    StatementFactory(kind="un_partnership")

    words = read("/en/about/un/?as_of=2000-01-01")

    assert "Records are held from 1 April 2021." in words


def test_text_tells_what_is_missing_in_the_language(read: Read) -> None:
    StatementFactory(kind="un_partnership", text_en=None, text_ja="国連環境計画。")

    english = read("/en/about/un/")

    assert "Parts of this page are not yet available in English" in english
    assert "国連環境計画。" in english
    assert "国連環境計画。" in read("/ja/about/un/")
    assert "のない部分" not in read("/ja/about/un/")


@pytest.mark.parametrize(
    ("language", "words"),
    [("ja", "国連環境計画 運営委員会に参加"), ("en", "UNEP Takes part in its body.")],
)
def test_un_page_shows_work_with_the_united_nations(
    read: Read, language: str, words: str
) -> None:
    StatementFactory(
        kind=StatementKind.UN_PARTNERSHIP,
        title_ja="国連環境計画",
        title_en="UNEP",
        text_ja="運営委員会に参加",
        text_en="Takes part in its body.",
    )

    assert words in read(f"/{language}/about/un/")


def test_benefits_shows_benefits_and_the_partnership(read: Read) -> None:
    StatementFactory(kind=StatementKind.BENEFIT, title_en="Get Connected")
    StatementFactory(kind=StatementKind.ASSOCIATE, title_en="Associate Partnership")
    StatementFactory(kind=StatementKind.GOAL, title_en="Scale up")

    words = read("/en/about/benefits/")

    assert "Get Connected Text." in words
    assert "Associate Partnership Text." in words
    assert "Scale up" not in words


@pytest.mark.parametrize(
    ("address", "queries"), [("", 3), ("benefits/", 2), ("un/", 2)]
)
@pytest.mark.parametrize("count", [2, 8])
def test_texts_need_the_same_queries(
    client: Client,
    django_assert_num_queries: Queries,
    address: str,
    queries: int,
    count: int,
) -> None:
    for kind in (StatementKind.GOAL, StatementKind.BENEFIT, "un_partnership"):
        StatementFactory.create_batch(count, kind=kind, title_ja="連携")
    for year in range(2000, 2000 + count):
        valid = DateRange(date(year, 1, 1), date(year + 1, 1, 1))
        StatementFactory(kind="mission", order=1, valid=valid)

    with django_assert_num_queries(queries):
        assert "連携".encode() in client.get(f"/ja/about/{address}").content
