"""Files of a data set that hold the events app's records."""

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
from iclei_portal.importing.sheet import Sheet

SHEETS = (
    Sheet("events", Event),
    Sheet(
        "event_organisations",
        EventOrganisation,
        key=("event", "organisation", "municipality", "role"),
    ),
    Sheet("event_participants", EventParticipant, key=("event", "municipality")),
    Sheet("event_roles", EventRole, key=("event", "role")),
    Sheet("sessions", Session),
    Sheet(
        "session_hosts", SessionHost, key=("session", "organisation", "municipality")
    ),
    Sheet(
        "session_parts",
        SessionPart,
        key=("session", "part", "person", "municipality", "organisation"),
    ),
    Sheet("session_links", SessionLink, key=("session", "order")),
)
