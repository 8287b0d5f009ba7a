"""The pages of the real data set."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from events.models import Event
from initiatives.models import Initiative
from members.models import Municipality
from news.models import Article
from tests.pages.conftest import Read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fy2021")]

DIRECTORY = (
    "pages:home",
    "about:overview",
    "about:benefits",
    "about:officers",
    "about:councils",
    "about:offices",
    "about:history",
    "members:list",
    "initiatives:list",
    "news:list",
)


def addresses(language: str) -> list[str]:
    with translation.override(language):
        found = [reverse(name) for name in DIRECTORY]
        for model in (Municipality, Initiative, Event, Article):
            found += [record.get_absolute_url() for record in model.objects.all()]
        for name in ("events:year", "events:meetings", "events:cafe"):
            found.append(reverse(name, args=[2021]))
        for slug in ("cop26", "cop29-pavilion"):
            found.append(reverse("events:programme", args=[slug]))
    return found


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_fills_its_figures_and_marks_its_language(
    client: Client, language: str
) -> None:
    for address in addresses(language):
        page = client.get(address).content.decode()

        assert f'<html lang="{language}">' in page, address
        assert not re.search(r"\{[a-z]", page), address
        assert page.count("<h1") == 1, address


@pytest.mark.parametrize(
    ("day", "chair", "adviser"),
    [("2022-03-31", "浜中 裕徳", "竹本 和彦"), ("2024-11-13", "竹本 和彦", None)],
)
def test_chair_is_the_one_of_the_day(
    read: Read, day: str, chair: str, adviser: str | None
) -> None:
    words = read(f"/ja/about/officers/?as_of={day}")

    assert f"理事長 {chair}" in words
    below = words.partition(" 監事 ")[2].partition(" 運営委員 ")[0]
    assert ("竹本 和彦" in below) is (adviser is not None)
    assert adviser is None or words.index(chair) < words.index(adviser)


def test_members_on_the_day_of_the_report_are_those_of_the_report(read: Read) -> None:
    words = read("/en/members/?as_of=2022-03-31")

    assert "21 municipalities are members." in words
    assert "City of Kyoto" in words
    assert "KADOKAWA Daisaku" in words
    assert "Niigata" not in words


def test_participations_add_up_to_those_of_the_report(client: Client) -> None:
    counts = []
    for municipality in Municipality.objects.all():
        page = client.get(f"/en/members/{municipality.slug}/").content.decode()
        found = re.search(r"FY2021 \(.*?\) <span class=\"count\">(\d+) event", page)
        counts += [int(found[1])] if found else []

    assert (sum(counts), len(counts)) == (65, 17)


def test_non_member_has_a_page_that_says_so(read: Read) -> None:
    words = read("/en/members/niigata/?as_of=2022-03-31")

    assert "Not a member of ICLEI on 31 March 2022" in words
    assert "Global Covenant of Mayors" in words


def test_pavilion_shows_place_time_and_japan_time(read: Read) -> None:
    words = read("/ja/events/cop29-pavilion/programme/")

    assert "2024年11月12日（火）" in words
    assert "16:30–17:30" in words
    assert "21:30–22:30" in words
