"""The secretariat edits initiatives and who takes part in them."""

from django.contrib import admin

from iclei_portal.desk.admin import (
    PlainRecordAdmin,
    PlainRowInline,
    RecordAdmin,
    RecordInline,
)
from initiatives.models import (
    CommissionedProject,
    Cooperation,
    CriteriaVersion,
    Initiative,
    InitiativeFact,
    Participation,
    ReportingRound,
    RoundEntry,
)


class FactInline(RecordInline):
    """Facts about an initiative."""

    model = InitiativeFact


class CriteriaInline(RecordInline):
    """The criteria for taking part, version by version."""

    model = CriteriaVersion


class ParticipationInline(PlainRowInline):
    """Who takes part in an initiative."""

    model = Participation
    autocomplete_fields = ("municipality", "organisation")


class EntryInline(PlainRowInline):
    """What came of the reports in a round."""

    model = RoundEntry
    autocomplete_fields = ("municipality",)


@admin.register(Initiative)
class InitiativeAdmin(RecordAdmin):
    """Initiatives with their facts and participants."""

    list_display = ("name", "name_en", "acronym", "kind", "status", "confirmed")
    list_filter = ("kind", "status")
    search_fields = ("name_ja", "name_en", "name_kana", "acronym", "slug")
    autocomplete_fields = ("merged_into", "part_of")
    inlines = (FactInline, CriteriaInline, ParticipationInline)


@admin.register(Participation)
class ParticipationAdmin(PlainRecordAdmin):
    """Participations in initiatives."""

    list_display = ("party", "initiative", "role", "period", "confirmed")
    list_filter = ("role", "initiative")
    list_select_related = ("initiative", "municipality", "organisation")
    search_fields = (
        "municipality__name_ja",
        "municipality__name_en",
        "municipality__name_kana",
        "municipality__code",
        "organisation__name_ja",
        "organisation__name_en",
        "initiative__name_ja",
        "initiative__name_en",
    )
    autocomplete_fields = ("initiative", "municipality", "organisation")


@admin.register(ReportingRound)
class ReportingRoundAdmin(PlainRecordAdmin):
    """Reporting rounds with what came of them."""

    list_display = ("initiative", "year")
    list_select_related = ("initiative",)
    autocomplete_fields = ("initiative",)
    inlines = (EntryInline,)


@admin.register(Cooperation)
class CooperationAdmin(RecordAdmin):
    """Cooperation between cities."""

    list_display = ("title", "title_en", "fiscal_year", "scope")
    list_filter = ("fiscal_year", "scope")
    search_fields = ("title_ja", "title_en")
    autocomplete_fields = ("municipalities",)


@admin.register(CommissionedProject)
class CommissionedProjectAdmin(RecordAdmin):
    """Commissioned work."""

    list_display = ("title", "title_en", "client", "fiscal_year")
    list_filter = ("fiscal_year",)
    list_select_related = ("client",)
    search_fields = ("title_ja", "title_en")
    autocomplete_fields = ("client",)
