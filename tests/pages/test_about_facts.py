"""The fact sheet, and the history with the growth of the network."""

import re
from datetime import date

import pytest
from django.test import Client

from tests.factories import DatedFigureFactory, HistoryEntryFactory
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db


def known(key: str, value: int, year: int, **fields: object) -> None:
    """Record a figure known for a year."""
    day = date(year, 1, 1)
    DatedFigureFactory(key=key, value=value, as_of=day, precision="year", **fields)


@pytest.fixture
def members() -> None:
    labels = {"label_ja": "自治体", "label_en": "Cities", "topic": "network"}
    known("network-members", 1107, 2010, source="調査資料", **labels)
    known("network-members", 1500, 2015, qualifier="at_least", **labels)
    known("network-members", 2500, 2022, source="活動報告", **labels)


@pytest.mark.usefixtures("members")
def test_fact_sheet_shows_how_a_figure_changed(read: Read) -> None:
    english, japanese = read("/en/about/facts/"), read("/ja/about/facts/")

    assert "Cities 2,500 1 2022 at least 1,500 (2015) 1,107 (2010) 2" in english
    assert "自治体 2,500 1 2022年 1,500以上（2015年） 1,107（2010年） 2" in japanese


@pytest.mark.usefixtures("members")
def test_fact_sheet_numbers_its_sources(client: Client, read: Read) -> None:
    page = client.get("/en/about/facts/").content.decode()

    assert '<a href="#source-1" aria-label="Source 1">1</a>' in page
    assert re.search(r'<li id="source-1">.*活動報告', page)
    assert re.search(r'<li id="source-2">.*調査資料', page)
    assert 'id="source-3"' not in page
    assert "活動報告 調査資料" in read("/ja/about/facts/")


@pytest.mark.usefixtures("members")
def test_fact_sheet_keeps_to_what_was_known_on_the_day(read: Read) -> None:
    words = read("/en/about/facts/?as_of=2015-01-01")

    assert "Cities at least 1,500 2015 1,107 (2010)" in words
    assert "2,500" not in words


@pytest.mark.usefixtures("members")
def test_fact_sheet_names_figures_that_begin_later(client: Client) -> None:
    known("network-staff", 220, 2015)

    page = client.get("/en/about/facts/?as_of=2012-01-01").content.decode()

    assert "Some records begin only on 1 January 2015 and are missing here." in page
    assert 'id="network-members"' in page
    assert 'id="network-staff"' not in page


@pytest.mark.usefixtures("members")
def test_fact_sheet_before_all_figures_says_from_when_they_are_held(
    read: Read,
) -> None:
    assert "Records are held from 1 January 2010." in read(
        "/en/about/facts/?as_of=2009-12-31"
    )


def test_fact_sheet_without_any_figure_says_so(read: Read) -> None:
    assert "No records are held yet." in read("/en/about/facts/")


def test_fact_sheet_stands_by_topic_with_an_anchor_for_each_figure(
    client: Client, read: Read
) -> None:
    known("japan-staff", 5, 2004, topic="japan", label_en="Staff")
    known("stray", 7, 2004, label_en="Stray")
    known("network-offices", 17, 2015, topic="network", label_en="Offices")

    words = read("/en/about/facts/")

    assert "The ICLEI network Figure Value As of Offices 17 2015" in words
    assert words.index("Offices 17") < words.index("Staff 5") < words.index("Stray 7")
    page = client.get("/en/about/facts/").content.decode()
    for key in ("japan-staff", "stray", "network-offices"):
        assert page.count(f'<tr id="{key}">') == 1


def test_fact_sheet_tells_of_labels_missing_in_english(read: Read) -> None:
    known("staff", 5, 2004, label_ja="職員", label_en=None)

    words = read("/en/about/facts/")

    assert "Parts of this page are not yet available in English" in words
    assert "職員 5" in words


@pytest.mark.parametrize("count", [2, 8])
def test_fact_sheet_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    for number in range(count):
        for year in (2010, 2015):
            known(f"figure-{number}", number, year, source=f"資料{number}")

    with django_assert_num_queries(1):
        assert "資料1".encode() in client.get("/ja/about/facts/").content


def test_history_prints_dates_as_exactly_as_they_are_known(read: Read) -> None:
    HistoryEntryFactory(text_en="It was founded.", precision="year")
    HistoryEntryFactory(happened_on=date(2009, 12, 1), precision="month")

    english, japanese = read("/en/about/history/"), read("/ja/about/history/")

    assert "1990s 1990 It was founded." in english
    assert "2000s December 2009 Step" in english
    assert "2000年代 2009年12月 歩み" in japanese


def test_history_has_anchors_for_decades_years_and_steps(client: Client) -> None:
    HistoryEntryFactory(slug="founding")
    HistoryEntryFactory(slug="later", happened_on=date(1990, 9, 1))
    HistoryEntryFactory(happened_on=date(2009, 12, 1))

    page = client.get("/en/about/history/").content.decode()

    for anchor in ("decade-1990", "decade-2000", "year-1990", "founding", "later"):
        assert page.count(f'id="{anchor}"') == 1
    assert '<a href="#decade-1990">1990s</a>' in page


def test_history_fills_a_text_with_the_figures_of_its_time(read: Read) -> None:
    known("offices", 17, 2015)
    known("offices", 24, 2022)
    for year in (2015, 2023):
        HistoryEntryFactory(
            happened_on=date(year, 6, 1), text_en="There were {offices} offices."
        )

    words = read("/en/about/history/")

    assert "1 June 2015 There were 17 offices." in words
    assert "1 June 2023 There were 24 offices." in words


def test_history_shows_the_network_on_each_date(client: Client, read: Read) -> None:
    for key, value, year in [
        ("network-members", 1107, 2010),
        ("network-countries", 69, 2010),
        ("network-countries", 125, 2022),
        ("network-members", 2500, 2024),
        ("network-staff", 220, 2015),
    ]:
        known(key, value, year)

    words = read("/en/about/history/")
    chart = client.get("/en/about/history/").content.decode().partition("<svg")[2]

    assert "2010 1,107 69 2022 – 125 2024 2,500 –" in words
    assert "A bar chart. 2010: 1,107; 2024: 2,500</title>" in chart


def test_growth_is_not_drawn_from_one_value(client: Client) -> None:
    known("network-members", 1107, 2010)

    page = client.get("/en/about/history/").content.decode()

    assert "1,107" in page
    assert 'id="growth-chart"' not in page


@pytest.mark.parametrize("count", [2, 8])
def test_history_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    HistoryEntryFactory.create_batch(count)
    for year in range(2010, 2010 + count):
        known("network-members", year, year)

    with django_assert_num_queries(2):
        assert "歩み".encode() in client.get("/ja/about/history/").content
