"""Bad input in the admin is refused with a sentence that names the field."""

from datetime import date
from typing import Any

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from members.models import Membership, Municipality, User

pytestmark = pytest.mark.django_db

EVENT: dict[str, Any] = {
    "slug": "summit",
    "listing": "calendar",
    "title_ja": "サミット",
    "start_on": "2021-07-07",
    "precision": "day",
    "status": "held",
    "order": 1,
    "further_participants": 0,
    **{
        f"{inline}-{count}": 0
        for inline in ("eventorganisations", "participants", "roles")
        for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    },
}
MUNICIPALITY: dict[str, Any] = {
    "slug": "yokohama",
    "code": "141003",
    "kind": "city",
    "country": "JP",
    "name_ja": "横浜市",
    "name_kana": "よこはまし",
    **{
        f"{inline}-{count}": 0
        for inline in ("headships", "memberships")
        for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    },
}


@pytest.fixture
def secretariat(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("staff@example.org"))
    return client


def sentences(page: Any) -> str:
    assert page.status_code == 200
    return str(page.context["errors"])


@pytest.mark.parametrize(
    ("path", "values", "english", "japanese"),
    [
        (
            "events/event",
            {**EVENT, "end_on": "2021-07-06"},
            "Last day: it is before the first day.",
            "最終日：初日より前の日付です。",
        ),
        (
            "events/event",
            {**EVENT, "start_time": "10:00"},
            "Time zone: an event with a time needs the zone of its place.",
            "タイムゾーン：時刻のあるイベントには、開催地のタイムゾーンが必要です。",
        ),
        (
            "members/municipality",
            {**MUNICIPALITY, "code": "141004"},
            "The check digit of municipality code 141004 is wrong",
            "団体コード141004の検査数字が正しくありません。14100の検査数字は3です。",
        ),
    ],
)
def test_refusal_names_the_field_in_the_readers_language(
    secretariat: Client, path: str, values: Any, english: str, japanese: str
) -> None:
    for language, sentence in (("en", english), ("ja", japanese)):
        page = secretariat.post(f"/{language}/admin/{path}/add/", values)

        assert sentence in sentences(page)


def test_overlapping_membership_is_refused(secretariat: Client) -> None:
    yokohama = Municipality.objects.create(
        slug="yokohama",
        code="141003",
        kind="city",
        name_ja="横浜市",
        name_kana="よこはまし",
    )
    Membership.objects.create(
        municipality=yokohama,
        category="full",
        valid=DateRange(date(2021, 4, 1), None),
    )
    values = {
        "municipality": yokohama.pk,
        "category": "associate",
        "valid_0": "2022-01-01",
        "valid_1": "2023-01-01",
        "order": 0,
    }

    english = secretariat.post("/en/admin/members/membership/add/", values)
    japanese = secretariat.post("/ja/admin/members/membership/add/", values)

    assert "Valid: the municipality has another membership in this period." in (
        sentences(english)
    )
    assert "有効期間：この期間には、この自治体の別の会員資格があります。" in (
        sentences(japanese)
    )
    assert Membership.objects.count() == 1


def test_same_day_ends_one_membership_and_begins_the_next(secretariat: Client) -> None:
    yokohama = Municipality.objects.create(
        slug="yokohama",
        code="141003",
        kind="city",
        name_ja="横浜市",
        name_kana="よこはまし",
    )
    Membership.objects.create(
        municipality=yokohama,
        category="full",
        valid=DateRange(date(2021, 4, 1), date(2022, 4, 1)),
    )

    secretariat.post(
        "/en/admin/members/membership/add/",
        {
            "municipality": yokohama.pk,
            "category": "associate",
            "valid_0": "2022-04-01",
            "order": 0,
        },
    )

    on = Membership.objects.as_of
    assert [one.category for one in on(date(2022, 3, 31))] == ["full"]
    assert [one.category for one in on(date(2022, 4, 1))] == ["associate"]
