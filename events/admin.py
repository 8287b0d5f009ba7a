"""The secretariat edits events, their programmes, and ICLEI Japan's roles."""

from django.contrib import admin

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
from iclei_portal.desk.admin import (
    PlainRecordAdmin,
    PlainRowInline,
    RecordAdmin,
    RecordInline,
    RowInline,
)


class OrganiserInline(PlainRowInline):
    """Who stands behind an event."""

    model = EventOrganisation
    autocomplete_fields = ("municipality", "organisation")


class ParticipantInline(PlainRowInline):
    """Which municipalities took part."""

    model = EventParticipant
    autocomplete_fields = ("municipality",)


class RoleInline(PlainRowInline):
    """What ICLEI Japan did."""

    model = EventRole


class HostInline(PlainRowInline):
    """The hosts of a session."""

    model = SessionHost
    autocomplete_fields = ("municipality", "organisation")


class PartInline(RecordInline):
    """The speakers of a session."""

    model = SessionPart
    autocomplete_fields = ("person", "municipality", "organisation")


class LinkInline(RowInline):
    """Pages and recordings of a session."""

    model = SessionLink


@admin.register(Event)
class EventAdmin(RecordAdmin):
    """Events with organisers, participants and roles."""

    list_display = ("title", "title_en", "start_on", "end_on", "listing", "status")
    list_filter = ("listing", "status", "start_on")
    search_fields = (
        "title_ja",
        "title_en",
        "slug",
        "participants__municipality__name_ja",
        "participants__municipality__name_kana",
        "participants__municipality__code",
    )
    date_hierarchy = "start_on"
    autocomplete_fields = ("picture",)
    inlines = (OrganiserInline, ParticipantInline, RoleInline)


@admin.register(EventRole)
class EventRoleAdmin(PlainRecordAdmin):
    """ICLEI Japan's roles, to confirm those read from a damaged print."""

    list_display = ("event", "role", "via", "alternatives", "confirmed")
    list_filter = ("role",)
    list_select_related = ("event",)
    search_fields = ("event__title_ja", "event__title_en", "event__slug")
    autocomplete_fields = ("event",)


@admin.register(Session)
class SessionAdmin(RecordAdmin):
    """Sessions of programmes, with hosts, speakers and links."""

    list_display = ("__str__", "event", "day", "start_time", "venue", "confirmed")
    list_filter = ("event__listing",)
    list_select_related = ("event",)
    search_fields = ("title_ja", "title_en", "slug", "event__title_ja")
    autocomplete_fields = ("event",)
    inlines = (HostInline, PartInline, LinkInline)
