"""The database itself refuses what no form may bring."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError
from django.db.backends.postgresql.psycopg_any import DateRange

from members.models import Headship, Membership
from tests.factories import (
    BoardSeatFactory,
    BodyFactory,
    HeadshipFactory,
    MembershipFactory,
    MunicipalityFactory,
    OfficeFactory,
    OrganisationFactory,
    PersonFactory,
    SpecialMembershipFactory,
)

pytestmark = pytest.mark.django_db

FIRST_DAY, TURN = date(2021, 4, 1), date(2022, 4, 1)
FIRST, SECOND = DateRange(FIRST_DAY, TURN), DateRange(TURN, None)
OVERLAPPING = DateRange(date(2022, 3, 31), None)
Make = Callable[[], object]


@pytest.mark.parametrize(
    ("make", "constraint"),
    [
        (lambda: MunicipalityFactory(name_ja=None), "municipality_name_ja_present"),
        (lambda: MunicipalityFactory(name_ja=""), "municipality_name_ja_present"),
        (lambda: MunicipalityFactory(name_en=""), "municipality_name_en_not_empty"),
        (lambda: OrganisationFactory(name_en=""), "organisation_name_en_not_empty"),
        (lambda: OfficeFactory(address_ja=""), "office_address_ja_not_empty"),
        (lambda: MunicipalityFactory(code=""), "municipality_code_in_japan"),
        (lambda: MunicipalityFactory(country="DE"), "municipality_code_in_japan"),
        (lambda: MunicipalityFactory(kind="overseas"), "municipality_code_in_japan"),
        (
            lambda: PersonFactory(family_name_ja=None, family_name_en=None),
            "person_has_a_name",
        ),
        (lambda: MembershipFactory(municipality=None), "membership_one_member"),
        (lambda: MembershipFactory(person=PersonFactory()), "membership_one_member"),
        (
            lambda: OfficeFactory(valid=DateRange(FIRST_DAY, FIRST_DAY)),
            "members_office_valid_from_a_day",
        ),
        (
            lambda: HeadshipFactory(valid=DateRange(None, TURN)),
            "members_headship_valid_from_a_day",
        ),
    ],
)
def test_record_is_refused(make: Make, constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f'"{constraint}"'):
        make()


def test_code_stands_once_in_japan_and_many_times_nowhere() -> None:
    for _city in range(2):
        MunicipalityFactory(code="", kind="overseas", country="DE")
    MunicipalityFactory(code="261009")

    with pytest.raises(IntegrityError, match='"municipality_code_once"'):
        MunicipalityFactory(code="261009")


def memberships(*periods: DateRange) -> None:
    city = MunicipalityFactory()
    for valid in periods:
        MembershipFactory(municipality=city, valid=valid)


def capacities(*periods: DateRange) -> None:
    person = PersonFactory()
    for valid in periods:
        SpecialMembershipFactory(person=person, valid=valid)


def heads(*periods: DateRange) -> None:
    city = MunicipalityFactory()
    for valid in periods:
        HeadshipFactory(municipality=city, valid=valid)


def seats_of_one(*periods: DateRange) -> None:
    body, person = BodyFactory(), PersonFactory()
    for valid in periods:
        BoardSeatFactory(body=body, person=person, valid=valid)


def chairs(*periods: DateRange) -> None:
    body = BodyFactory()
    for valid in periods:
        BoardSeatFactory(body=body, role="chair", valid=valid)


ONCE_AT_A_TIME = [
    (memberships, "membership_municipality_once"),
    (capacities, "membership_capacity_once"),
    (heads, "headship_one_at_a_time"),
    (seats_of_one, "boardseat_person_once"),
    (chairs, "boardseat_one_chair"),
]


@pytest.mark.parametrize(("make", "constraint"), ONCE_AT_A_TIME)
def test_overlap_of_one_day_is_refused(
    make: Callable[..., None], constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=f'"{constraint}"'):
        make(FIRST, OVERLAPPING)


def test_one_period_may_end_on_the_day_the_next_begins() -> None:
    for make, _constraint in ONCE_AT_A_TIME:
        make(FIRST, SECOND)

    assert Headship.objects.as_of(TURN).get().valid == SECOND
    assert [one.valid for one in Membership.objects.as_of(TURN)] == [SECOND] * 2


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2021, 3, 31), False),
        (FIRST_DAY, True),
        (date(2022, 3, 31), True),
        (TURN, False),
    ],
)
def test_period_holds_from_its_first_day_to_the_day_before_its_end(
    day: date, holds: bool
) -> None:
    headship = HeadshipFactory(valid=FIRST)

    assert list(Headship.objects.as_of(day)) == [headship] * holds
