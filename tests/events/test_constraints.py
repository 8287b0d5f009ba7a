"""The database itself refuses what no form may bring."""

from collections.abc import Callable
from datetime import date, time

import pytest
from django.db import IntegrityError

from events.models import Event
from tests.factories import (
    EventFactory,
    EventOrganisationFactory,
    EventParticipantFactory,
    EventRoleFactory,
    MunicipalityFactory,
    PersonFactory,
    SessionFactory,
    SessionHostFactory,
    SessionLinkFactory,
    SessionPartFactory,
)

pytestmark = pytest.mark.django_db

FIRST_DAY = date(2021, 10, 4)
TEN, NINE = time(10), time(9)
Make = Callable[[], object]


def twice(factory: Callable[..., object], **values: object) -> Make:
    """Return what makes the same row of the same event two times."""

    def make() -> None:
        event = EventFactory()
        for _time in range(2):
            factory(event=event, **values)

    return make


def two_links_in_one_place() -> None:
    session = SessionFactory()
    for _link in range(2):
        SessionLinkFactory(session=session, order=1)


def participant_twice() -> None:
    twice(EventParticipantFactory, municipality=MunicipalityFactory())()


@pytest.mark.parametrize(
    ("make", "constraint"),
    [
        (
            lambda: EventFactory(start_on=FIRST_DAY, end_on=date(2021, 10, 3)),
            "event_ends_after_start",
        ),
        (lambda: EventFactory(start_time=TEN), "event_time_has_zone"),
        (
            lambda: EventFactory(end_time=TEN, zone="Asia/Tokyo"),
            "event_end_time_has_start",
        ),
        (
            lambda: EventFactory(precision="month", end_on=date(2021, 10, 31)),
            "event_month_from_first_day",
        ),
        (lambda: EventFactory(title_ja=None), "event_title_ja_present"),
        (lambda: EventFactory(title_en=""), "event_title_en_not_empty"),
        (lambda: EventFactory(place_en=""), "event_place_en_not_empty"),
        (
            lambda: SessionFactory(start_time=TEN, end_time=NINE),
            "session_ends_after_start",
        ),
        (lambda: SessionPartFactory(municipality=None), "sessionpart_one_speaker"),
        (
            lambda: SessionPartFactory(person=PersonFactory()),
            "sessionpart_one_speaker",
        ),
        (
            lambda: SessionHostFactory(municipality=MunicipalityFactory()),
            "events_sessionhost_one_party",
        ),
        (
            lambda: EventOrganisationFactory(organisation=None),
            "events_eventorganisation_one_party",
        ),
        (twice(EventRoleFactory), "eventrole_once"),
        (participant_twice, "eventparticipant_once"),
        (two_links_in_one_place, "sessionlink_order_once"),
    ],
)
def test_record_is_refused(make: Make, constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f'"{constraint}"'):
        make()


def test_event_of_one_day_may_name_its_last_day() -> None:
    event = EventFactory(start_on=FIRST_DAY, end_on=FIRST_DAY)

    assert Event.objects.get().last_day == event.start_on
