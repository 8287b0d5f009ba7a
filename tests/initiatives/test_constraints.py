"""The database itself refuses what no form may bring."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError
from django.db.backends.postgresql.psycopg_any import DateRange

from initiatives.models import Participation
from tests.factories import (
    CriteriaVersionFactory,
    InitiativeFactFactory,
    InitiativeFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ParticipationFactory,
    ReportingRoundFactory,
    RoundEntryFactory,
)

pytestmark = pytest.mark.django_db

TURN = date(2022, 4, 1)
FIRST, SECOND = DateRange(date(2021, 4, 1), TURN), DateRange(TURN, None)
OVERLAPPING = DateRange(date(2022, 3, 31), None)
PARTIES = [
    ("municipality", MunicipalityFactory, {}),
    ("organisation", OrganisationFactory, {"municipality": None}),
]


@pytest.mark.parametrize(
    ("make", "constraint"),
    [
        (lambda: InitiativeFactory(status="merged"), "initiative_merged_into_another"),
        (
            lambda: InitiativeFactory(merged_into=InitiativeFactory()),
            "initiative_merged_into_another",
        ),
        (lambda: InitiativeFactory(name_ja=""), "initiative_name_ja_present"),
        (lambda: InitiativeFactory(summary_en=""), "initiative_summary_en_not_empty"),
        (
            lambda: InitiativeFactory(valid=DateRange(TURN, TURN)),
            "initiatives_initiative_valid_from_a_day",
        ),
        (
            lambda: ParticipationFactory(municipality=None),
            "initiatives_participation_one_party",
        ),
        (
            lambda: ParticipationFactory(organisation=OrganisationFactory()),
            "initiatives_participation_one_party",
        ),
    ],
)
def test_record_is_refused(make: Callable[[], object], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f'"{constraint}"'):
        make()


@pytest.mark.parametrize(
    ("factory", "owner", "values", "constraint"),
    [
        (
            InitiativeFactFactory,
            ("initiative", InitiativeFactory),
            {"order": 1},
            "initiativefact_order_once",
        ),
        (
            ReportingRoundFactory,
            ("initiative", InitiativeFactory),
            {"year": 2021},
            "reportinground_once_a_year",
        ),
    ],
)
def test_row_stands_once(
    factory: Callable[..., object],
    owner: tuple[str, Callable[[], object]],
    values: dict[str, object],
    constraint: str,
) -> None:
    name, make_owner = owner
    same = {name: make_owner(), **values}
    factory(**same)

    with pytest.raises(IntegrityError, match=f'"{constraint}"'):
        factory(**same)


def test_initiative_is_no_programme_of_itself() -> None:
    initiative = InitiativeFactory()
    initiative.part_of = initiative

    with pytest.raises(IntegrityError, match='"initiative_not_part_of_itself"'):
        initiative.save()


@pytest.mark.parametrize(
    ("version", "valid", "constraint"),
    [
        ("1.0", SECOND, "criteriaversion_once"),
        ("2.0", OVERLAPPING, "criteriaversion_one_at_a_time"),
    ],
)
def test_criteria_have_one_version_at_a_time(
    version: str, valid: DateRange, constraint: str
) -> None:
    first = CriteriaVersionFactory(version="1.0", valid=FIRST)

    with pytest.raises(IntegrityError, match=f'"{constraint}"'):
        CriteriaVersionFactory(
            initiative=first.initiative, version=version, valid=valid
        )


def test_municipality_stands_once_in_a_round() -> None:
    entry = RoundEntryFactory()

    with pytest.raises(IntegrityError, match='"roundentry_once_a_round"'):
        RoundEntryFactory(round=entry.round, municipality=entry.municipality)


@pytest.mark.parametrize(("party", "make", "others"), PARTIES)
def test_party_takes_part_once_at_a_time_in_one_role(
    party: str, make: Callable[[], object], others: dict[str, None]
) -> None:
    same = {"initiative": InitiativeFactory(), **others, party: make()}
    ParticipationFactory(**same, valid=FIRST)
    ParticipationFactory(**same, valid=SECOND)
    ParticipationFactory(**same, valid=OVERLAPPING, role="ambassador")
    assert Participation.objects.as_of(TURN).count() == 2

    with pytest.raises(IntegrityError, match=f'"participation_{party}_once"'):
        ParticipationFactory(**same, valid=OVERLAPPING)
