"""Records of the events app."""

from events.models.event import Event, EventOrganisation, EventParticipant, EventRole
from events.models.session import Session, SessionHost, SessionLink, SessionPart

__all__ = [
    "Event",
    "EventOrganisation",
    "EventParticipant",
    "EventRole",
    "Session",
    "SessionHost",
    "SessionLink",
    "SessionPart",
]
