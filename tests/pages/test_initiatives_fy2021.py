"""The initiatives and networks of the real data set, page by page."""

import re
from datetime import date

import pytest
from django.test import Client

from initiatives.models import Cooperation, Initiative, Participation
from members.models import Municipality
from reports.contents.records import YearRecords
from reports.models import AnnualReport
from tests.pages.conftest import Read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fy2021")]

REPORT_DAY = date(2022, 3, 31)
PAGES = ("", "matrix/", "networks/", "cooperation/")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_fills_its_figures(client: Client, language: str) -> None:
    slugs = [f"{one.slug}/" for one in Initiative.objects.all()]
    slugs += [f"cooperation/{one.slug}/" for one in Cooperation.objects.all()]

    for slug in (*PAGES, *slugs):
        page = client.get(f"/{language}/initiatives/{slug}").content.decode()

        assert not re.search(r"\{[a-z]", page), slug
        assert page.count("<h1") == 1, slug


def test_matrix_says_what_the_records_say(client: Client) -> None:
    found = Participation.objects.joined().as_of(REPORT_DAY)
    cells = set(found.values_list("municipality", "initiative"))
    members = Municipality.objects.members_as_of(REPORT_DAY)

    page = client.get("/ja/initiatives/matrix/?as_of=2022-03-31").content.decode()

    table = page.partition("<table")[2].partition("</table>")[0]
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", table, re.DOTALL)
    assert len(rows) == members.count() + 2
    assert table.count("<svg") == found.count() == 39
    assert f'<td class="sum">{len(cells)}</td></tr></tfoot>' in table


def test_kitakyushu_initiative_names_its_six_cities_in_japan(read: Read) -> None:
    words = read("/en/initiatives/kitakyushu-initiative/")

    assert "Due to end according to a source of 2010" in words
    assert "Planned last day 31 March 2010" in words
    assert "Participant 6" in words
    for name in ("Kitakyushu", "Fukuoka", "Hiroshima", "Minamata", "Ube", "Yokohama"):
        assert f"City of {name}" in words


def test_numbers_of_2010_are_not_those_of_today(read: Read) -> None:
    words = read("/en/initiatives/iclei-2010/")

    assert "1,107 local governments in 69 countries were members" in words
    assert "Participant 20" in words
    assert "2,500" not in words


def test_councils_members_add_up(read: Read) -> None:
    words = read("/en/initiatives/low-carbon-cities-council/")

    assert "It has 147 members: 72 municipalities, 40 prefectures" in words
    assert sum((72, 40, 12, 23)) == 147


def test_report_tells_of_no_peer_network() -> None:
    records = YearRecords(AnnualReport.objects.get(fiscal_year=2021))

    assert len(records.initiatives) == 20
    assert not any(one.is_peer for one in records.initiatives)


def test_profile_of_today_keeps_peer_networks_apart(read: Read) -> None:
    words = read("/en/members/yokohama/")

    own, _heading, peers = words.partition("Peer networks and programmes")
    assert "Japan Climate Initiative" in own
    assert "CITYNET" not in own
    assert "CITYNET Participant · according to a source of 2010" in peers
    assert "Chair (since 1989) · according to a source of 2010" in peers


def test_profile_of_a_former_participant_leads_to_its_network(read: Read) -> None:
    words = read("/en/members/fujisawa/")

    assert "ICLEI in 2010 Participant · according to a source of 2010" in words
    assert "is recorded yet" not in words
