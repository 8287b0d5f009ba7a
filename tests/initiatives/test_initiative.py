"""What an initiative was on a day, and what the words of its query set keep."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from initiatives.choices import Kind, Status
from initiatives.models import Initiative, Participation
from tests.factories import InitiativeFactory, ParticipationFactory

ENDED = DateRange(date(2010, 4, 1), date(2020, 4, 1))
LAST_DAY, DAY_AFTER = date(2020, 3, 31), date(2020, 4, 1)


def test_ended_initiative_was_active_before_its_end() -> None:
    initiative = InitiativeFactory.build(status="ended", valid=ENDED)

    assert initiative.status_on(LAST_DAY) == Status.ACTIVE
    assert initiative.status_on(DAY_AFTER) == Status.ENDED
    assert initiative.last_day == LAST_DAY


def test_initiative_that_ended_on_an_unknown_day_is_over() -> None:
    initiative = InitiativeFactory.build(status="ended")

    assert initiative.last_day is None
    assert initiative.is_over_on(LAST_DAY)


def test_initiative_due_to_end_is_over_after_its_period() -> None:
    initiative = InitiativeFactory.build(status="ending", valid=ENDED)

    assert not initiative.is_over_on(LAST_DAY)
    assert initiative.is_over_on(DAY_AFTER)
    assert initiative.status_on(DAY_AFTER) == Status.ENDING


@pytest.mark.django_db
def test_peers_and_programmes_are_told_apart_from_what_members_join() -> None:
    joined, peer, programme = (
        ParticipationFactory(initiative__kind=kind)
        for kind in (Kind.CAMPAIGN, Kind.PEER, Kind.PROGRAMME)
    )

    assert Initiative.objects.joined().get() == joined.initiative
    assert set(Initiative.objects.peers()) == {peer.initiative, programme.initiative}
    assert Participation.objects.joined().get() == joined
    assert set(Participation.objects.in_peers()) == {peer, programme}


@pytest.mark.django_db
def test_who_only_runs_an_initiative_does_not_take_part() -> None:
    for role in ("host", "chair", "secretariat", "coordinator"):
        ParticipationFactory(role=role)
    supporter = ParticipationFactory(role="supporter")

    assert Participation.objects.taking_part().get() == supporter
