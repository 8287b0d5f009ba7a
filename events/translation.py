"""Which texts of the events app stand in two languages, and its history."""

from modeltranslation.translator import TranslationOptions, register

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
from iclei_portal.bilingual.history import keep_history


@register(Event)
class EventTranslation(TranslationOptions):
    """Title, label, place and summary."""

    fields = ("title", "label", "place", "summary")
    required_languages = {"ja": ("title",)}
    empty_values = None


@register(Session)
class SessionTranslation(TranslationOptions):
    """Title, venue and note."""

    fields = ("title", "venue", "note")
    empty_values = None


@register(SessionPart)
class SessionPartTranslation(TranslationOptions):
    """The post then held."""

    fields = ("post",)
    empty_values = None


@register(SessionLink)
class SessionLinkTranslation(TranslationOptions):
    """Label."""

    fields = ("label",)
    required_languages = ("ja",)
    empty_values = None


for record in (
    Event,
    EventOrganisation,
    EventParticipant,
    EventRole,
    Session,
    SessionHost,
    SessionPart,
    SessionLink,
):
    keep_history(record)
