"""The pages about ICLEI with the real data set."""

import re

import pytest
from django.test import Client

from iclei_portal.pages.contents.parts import PARTS
from tests.pages.conftest import Read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fy2021")]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("key", [part.key for part in PARTS])
def test_part_has_nothing_missing_and_no_address_twice(
    client: Client, language: str, key: str
) -> None:
    address = f"/{language}/about/{'' if key == 'overview' else f'{key}/'}"
    page = client.get(address).content.decode()
    anchors = re.findall(r' id="([^"]+)"', page)

    assert not re.search(r"\{[a-z]", page)
    assert "not yet available" not in page
    assert "のない部分" not in page
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


def test_mission_is_that_of_the_strategy_of_the_day(read: Read) -> None:
    then, now = read("/en/about/?as_of=2018-01-01"), read("/en/about/?as_of=2022-03-31")

    assert "Our mission To build and carry on a worldwide movement" in then
    assert "Our mission To make global sustainability a certainty" in now
    assert "1 January 2015 – 31 March 2021 To build and carry on" in now


def test_malmo_took_the_place_of_the_seoul_plan(read: Read) -> None:
    english = read("/en/about/documents/?as_of=2022-03-31")
    japanese = read("/ja/about/documents/?as_of=2022-03-31")

    assert (
        "ICLEI Malmö Commitment and Strategic Vision 2021–2027 "
        "In force on 31 March 2022" in english
    )
    assert "ICLEI Seoul Plan 2015–2021 In force until 31 March 2021" in english
    assert "Takes the place of ICLEI Seoul Plan 2015–2021" in english
    assert "「5つの発展的道筋」も改められました。" in japanese


def test_chair_passed_on_in_june_2022(read: Read) -> None:
    words = read("/en/about/officers/")

    assert (
        "Chair of the Board TAKEMOTO Kazuhiko President, Overseas Environmental "
        "Cooperation Center, Japan (OECC) since 16 June 2022" in words
    )
    assert (
        "HAMANAKA Hironori handed over to TAKEMOTO Kazuhiko on 16 June 2022." in words
    )


def test_councils_of_2021_to_2024_stay_findable(read: Read) -> None:
    words = read("/en/about/councils/?as_of=2025-06-01")

    assert "Frank Cownie President Mayor of Des Moines, USA" in words
    assert words.count("until 31 December 2024") == 11
    assert "Steering Committee Member, Japan Climate Initiative (JCI)" in words


def test_offices_of_the_world_number_24(read: Read) -> None:
    words = read("/en/about/offices/?as_of=2022-03-31")

    assert "ICLEI has 24 offices and secretariats." in words
    assert "North America 4 offices ICLEI USA Office" in words


def test_network_grew_as_the_sources_say(read: Read) -> None:
    assert (
        "2004 at least 460 – 2010 1,107 69 2015 at least 1,500 – "
        "March 2022 at least 2,500 at least 125 November 2024 more than 2,500 –"
        in read("/en/about/history/")
    )
    assert (
        "more than 2,500 1 November 2024 at least 2,500 (March 2022) 2 "
        "at least 1,500 (2015) 3 1,107 (2010) 4 at least 460 (2004) 5"
        in read("/en/about/facts/")
    )


def test_japan_office_is_reached_from_at_home_and_abroad(client: Client) -> None:
    japanese = client.get("/ja/about/contact/").content.decode()
    english = client.get("/en/about/contact/").content.decode()

    assert '<a href="tel:+81362058415">03-6205-8415</a>' in japanese
    assert "〒105-0003<br>東京都港区西新橋1-14-2<br>新橋SYビル4F<br>" in japanese
    assert '<a href="tel:+81362058415">+81 3-6205-8415</a>' in english
    assert "Minato-ku<br>Tokyo 105-0003<br>Japan</address>" in english
