"""Records of the events app."""

from datetime import date

from factory.declarations import Sequence, SubFactory
from factory.django import DjangoModelFactory

from events.choices import LinkKind, Listing, OrganiserRole, Part, Role, Status
from events.models import (
    Event,
    EventOrganisation,
    EventParticipant,
    EventRole,
    Session,
    SessionHost,
    SessionLink,
    SessionPart,
)
from tests.factories.members import MunicipalityFactory, OrganisationFactory


class EventFactory(DjangoModelFactory[Event]):
    class Meta:
        model = Event

    slug = Sequence(lambda n: f"event-{n}")
    listing = Listing.CALENDAR
    title_ja = Sequence(lambda n: f"会議{n}")
    title_en = Sequence(lambda n: f"Conference {n}")
    start_on = date(2021, 10, 4)
    status = Status.HELD
    # Above what tests name themselves.
    order = Sequence(lambda n: 100 + n % 900)


class EventOrganisationFactory(DjangoModelFactory[EventOrganisation]):
    class Meta:
        model = EventOrganisation

    event = SubFactory(EventFactory)
    organisation = SubFactory(OrganisationFactory)
    role = OrganiserRole.HOST


class EventParticipantFactory(DjangoModelFactory[EventParticipant]):
    class Meta:
        model = EventParticipant

    event = SubFactory(EventFactory)
    municipality = SubFactory(MunicipalityFactory)


class EventRoleFactory(DjangoModelFactory[EventRole]):
    class Meta:
        model = EventRole

    event = SubFactory(EventFactory)
    role = Role.SUPPORT


class SessionFactory(DjangoModelFactory[Session]):
    class Meta:
        model = Session

    slug = Sequence(lambda n: f"session-{n}")
    event = SubFactory(EventFactory)
    title_ja = "セッション"
    title_en = "Session"
    order = Sequence(lambda n: 100 + n % 900)


class SessionHostFactory(DjangoModelFactory[SessionHost]):
    class Meta:
        model = SessionHost

    session = SubFactory(SessionFactory)
    organisation = SubFactory(OrganisationFactory)


class SessionPartFactory(DjangoModelFactory[SessionPart]):
    class Meta:
        model = SessionPart

    session = SubFactory(SessionFactory)
    part = Part.SPEAKER
    municipality = SubFactory(MunicipalityFactory)


class SessionLinkFactory(DjangoModelFactory[SessionLink]):
    class Meta:
        model = SessionLink

    session = SubFactory(SessionFactory)
    kind = LinkKind.PAGE
    label_ja = "ページ"
    label_en = "Page"
    order = Sequence(lambda n: 100 + n % 900)
