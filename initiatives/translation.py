"""Which texts of the initiatives app stand in two languages, and its history."""

from modeltranslation.translator import TranslationOptions, register

from iclei_portal.bilingual.history import keep_history
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


@register(Initiative)
class InitiativeTranslation(TranslationOptions):
    """Name and summary."""

    fields = ("name", "summary")
    required_languages = {"ja": ("name",)}
    empty_values = None


@register(InitiativeFact)
class InitiativeFactTranslation(TranslationOptions):
    """Text."""

    fields = ("text",)
    required_languages = ("ja",)
    empty_values = None


@register(CriteriaVersion)
class CriteriaVersionTranslation(TranslationOptions):
    """Criteria and what changed."""

    fields = ("text", "changes")
    required_languages = ()
    empty_values = None


@register(Cooperation)
class CooperationTranslation(TranslationOptions):
    """Title and text."""

    fields = ("title", "text")
    required_languages = ("ja",)
    empty_values = None


@register(CommissionedProject)
class CommissionedProjectTranslation(TranslationOptions):
    """Title and summary."""

    fields = ("title", "summary")
    required_languages = {"ja": ("title",)}
    empty_values = None


for record in (
    Initiative,
    InitiativeFact,
    CriteriaVersion,
    Participation,
    ReportingRound,
    RoundEntry,
    CommissionedProject,
):
    keep_history(record)
keep_history(Cooperation, m2m_fields=["municipalities"])
