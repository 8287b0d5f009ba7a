"""The FY2021 data set says what its sources say."""

import csv
import json
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from events.choices import Listing
from events.models import Event, EventParticipant, EventRole, Session
from iclei_portal.about.models import DatedFigure
from iclei_portal.datasets.loading import SHEETS
from iclei_portal.fiscal_year import FiscalYear
from iclei_portal.importing.sheet import Sheet
from initiatives.models import Initiative, Participation
from members.models import (
    BoardSeat,
    Headship,
    Membership,
    Municipality,
    Office,
    PostHeld,
)

FOLDER = Path(__file__).resolve().parents[2] / "datasets" / "fy2021"
FY2021 = FiscalYear(2021)
REPORT_DAY = date(2022, 3, 31)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fy2021")]


def test_codes_and_readings_are_the_official_ones() -> None:
    data = files("japancode") / "data"
    towns = json.loads((data / "municipalities.json").read_text(encoding="utf-8"))
    prefectures = json.loads((data / "prefectures.json").read_text(encoding="utf-8"))
    official = {
        one["lgcode"].zfill(6): (one["city"].split()[-1], one["citykana"].split()[-1])
        for one in towns
    } | {one["lgcode"].zfill(6): (one["pref"], one["prefkana"]) for one in prefectures}

    for municipality in Municipality.objects.exclude(code=""):
        found = (municipality.name, municipality.name_kana)
        assert found == official[municipality.code]


def test_members_stand_in_the_order_of_their_readings() -> None:
    members = Municipality.objects.members_as_of(REPORT_DAY).in_reading_order("ja")

    assert [member.name for member in members] == [
        "愛知県", "飯田市", "板橋区", "岡山市", "川崎市", "北九州市", "京都市",
        "京都府", "さいたま市", "札幌市", "下川町", "墨田区", "東京都", "富山市",
        "豊田市", "長野県", "名古屋市", "広島市", "松山市", "武蔵野市", "横浜市",
    ]  # fmt: skip


def test_every_member_had_a_head_on_the_date_of_the_report() -> None:
    heads = {
        one.municipality.name: f"{one.person.name} {one.municipality.head_title}"
        for one in Headship.objects.as_of(REPORT_DAY).select_related(
            "municipality", "person"
        )
    }

    members = Municipality.objects.members_as_of(REPORT_DAY)
    assert {member.name for member in members} <= set(heads)
    assert heads["東京都"] == "小池 百合子 知事"
    assert heads["下川町"] == "谷 一之 町長"
    assert heads["板橋区"] == "坂本 健 区長"


def test_special_members_are_eight_persons_in_nine_capacities() -> None:
    special = Membership.objects.special().as_of(REPORT_DAY)

    assert special.count() == 9
    assert len({one.person for one in special}) == 8


def test_officers_and_councils_are_complete() -> None:
    seats = BoardSeat.objects.as_of(REPORT_DAY)

    assert seats.officers().count() == 22
    assert seats.councils().count() == 11
    assert Counter(seats.officers().values_list("role", flat=True)) == {
        "chair": 1,
        "director": 7,
        "auditor": 1,
        "adviser": 6,
        "steering_committee": 7,
    }


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (REPORT_DAY, "浜中 裕徳"),
        (date(2022, 6, 15), "浜中 裕徳"),
        (date(2022, 6, 16), "竹本 和彦"),
        (date(2024, 11, 13), "竹本 和彦"),
    ],
)
def test_chair_is_the_one_of_the_day(day: date, name: str) -> None:
    (chair,) = BoardSeat.objects.officers().filter(role="chair").as_of(day)

    assert chair.person.name_in("ja") == name


def test_offices_posts_and_initiatives_are_complete() -> None:
    assert Office.objects.as_of(REPORT_DAY).count() == 24
    assert PostHeld.objects.as_of(REPORT_DAY).count() == 8
    assert Initiative.objects.joined().as_of(REPORT_DAY).count() == 20


def test_events_of_the_year_are_complete() -> None:
    events = Event.objects.in_fiscal_year(FY2021)

    assert Counter(events.values_list("listing", flat=True)) == {
        "calendar": 40,
        "meetings": 21,
        "cafe": 5,
        "governance": 4,
        "talk": 1,
    }
    assert Session.objects.filter(event__listing="cafe").count() == 9
    assert Session.objects.filter(event__slug="cop26").count() == 5


def test_participations_are_65_over_17_members() -> None:
    found = Counter(
        EventParticipant.objects.in_fiscal_year(FY2021).values_list(
            "municipality__slug", flat=True
        )
    )
    members = set(
        Municipality.objects.members_as_of(REPORT_DAY).values_list("slug", flat=True)
    )

    assert (sum(found.values()), len(found)) == (65, 17)
    assert members - set(found) == {"itabashi", "shimokawa", "sumida", "musashino"}


def test_roles_stand_at_32_of_40_events() -> None:
    roles = EventRole.objects.filter(event__listing="calendar")

    assert roles.read().values("event").distinct().count() == 32
    assert not roles.filter(confirmed=True).exclude(alternatives=[]).exists()


def test_non_member_takes_part_in_an_initiative() -> None:
    niigata = Municipality.objects.get(slug="niigata")

    assert not niigata.memberships.exists()
    assert set(
        Participation.objects.filter(municipality=niigata).values_list(
            "initiative__slug", flat=True
        )
    ) == {"cdp-iclei", "gcom"}


def test_network_has_a_figure_for_each_date() -> None:
    figures = DatedFigure.objects.filter(key="network-members")

    assert [(one.as_of.year, int(one.value)) for one in figures.order_by("as_of")][
        -3:
    ] == [(2015, 1500), (2022, 2500), (2024, 2500)]
    assert (
        DatedFigure.objects.known_on(date(2012, 1, 1))["network-members"].value == 1107
    )
    assert (
        DatedFigure.objects.known_on(date(2016, 1, 1))["network-members"].value == 1500
    )


def test_dated_cop29_sessions_agree_with_their_printed_japan_times() -> None:
    sessions = Session.objects.filter(event__slug="cop29-pavilion")
    times = {
        f"{one.starts_at:%d %H:%M}": f"{one.starts_at_in_japan:%H:%M}"
        f"–{one.ends_at_in_japan:%H:%M}"
        for one in sessions.select_related("event")
        if one.starts_at
    }

    assert times == {
        "12 16:30": "21:30–22:30",
        "13 10:00": "15:00–16:00",
        "13 11:45": "16:45–18:00",
    }
    (undated,) = sessions.filter(day=None)
    assert (undated.confirmed, undated.starts_at) == (False, None)
    assert any("19:00–20:15" in reading for reading in undated.alternatives)


# The sources of the year tell no population, and no document of a municipality.
NOT_IN_SOURCES = ("populations", "municipality_documents")


# What may be open at a freeze is the secretariat's word, and from no document.
@pytest.mark.parametrize(
    "sheet",
    [sheet for sheet in SHEETS if sheet.name not in {"allowances", *NOT_IN_SOURCES}],
    ids=lambda sheet: sheet.name,
)
def test_every_row_names_its_source(sheet: Sheet) -> None:
    path = FOLDER / f"{sheet.name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    assert rows
    assert [row for row in rows if not row["source"]] == []


def test_calendar_lies_within_the_year() -> None:
    days = Event.objects.listed(Listing.CALENDAR).values_list("start_on", flat=True)

    assert min(days) >= FY2021.start
    assert max(days) < FY2021.end - timedelta(days=1)
