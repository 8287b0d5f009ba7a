"""Fixed lists of the reports app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportState(models.TextChoices):
    """The states of an annual report."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    FROZEN = "frozen", _("frozen")
    PUBLISHED = "published", _("published")


FROZEN_STATES = (ReportState.FROZEN, ReportState.PUBLISHED)


class FindingKind(models.TextChoices):
    """What may stand between a report and its freeze."""

    MISSING = "missing", _("missing")
    UNTRANSLATED = "untranslated", _("not translated")
    UNCONFIRMED = "unconfirmed", _("to be confirmed")
    OUT_OF_ORDER = "out_of_order", _("out of order")
    PARITY = "parity", _("not the same in both languages")


class Language(models.TextChoices):
    """The languages of an edition; the combined one begins with Japanese."""

    JAPANESE = "ja", _("Japanese")
    ENGLISH = "en", _("English")
    BOTH = "ja-en", _("Japanese and English")

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its languages, in their order."""
        return tuple(self.value.split("-"))


class JobState(models.TextChoices):
    """queued → rendering → ready | failed | cancelled."""

    QUEUED = "queued", _("queued")
    RENDERING = "rendering", _("rendering")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")


UNFINISHED = (JobState.QUEUED, JobState.RENDERING)


class Section(models.TextChoices):
    """The places of a report that hold a text of its own."""

    ABOUT = "about", _("About ICLEI")
    BENEFITS = "benefits", _("Benefits of membership")
    OFFICERS = "officers", _("Officers")
    MESSAGE_CHAIR = "message-chair", _("Message from the Chair")
    MESSAGE_DIRECTOR = "message-director", _("Message from the Executive Director")
    MEMBERS = "members", _("Members")
    FIGURES = "figures", _("The year in figures")
    HIGHLIGHTS = "highlights", _("Highlights")
    INITIATIVES = "initiatives", _("International initiatives")
    WORLD_CONGRESS = "world-congress", _("ICLEI World Congress")
    CBD_COP15 = "cbd-cop15", _("CBD COP15")
    CALENDAR = "calendar", _("Participation of members, month by month")
    MEETINGS = "meetings", _("Other meetings")
    CAFE = "cafe", _("ICLEI Café")
    COOPERATION = "cooperation", _("Cooperation between members")
    NETWORKS = "networks", _("Networks")
    COMMISSIONED = "commissioned", _("Commissioned work")
    ADVOCACY = "advocacy", _("Advocacy")
    POLICY_RESEARCH = "policy-research", _("Policy research")
    PUBLICITY = "publicity", _("Publicity")
    OVERSEAS_CASES = "overseas-cases", _("Cases from overseas")
    LECTURES = "lectures", _("Lectures")
    OPERATION = "operation", _("Operation")
    COUNCILS = "councils", _("Councils of ICLEI")
    OFFICES = "offices", _("Offices worldwide")
    CONTACT = "contact", _("Contact")


# The sections of the chapters that have more than the one of their own name.
FURTHER_SECTIONS = {
    Section.OFFICERS: (Section.MESSAGE_CHAIR, Section.MESSAGE_DIRECTOR),
    Section.INITIATIVES: (Section.WORLD_CONGRESS, Section.CBD_COP15),
    Section.ADVOCACY: (Section.POLICY_RESEARCH,),
    Section.PUBLICITY: (Section.OVERSEAS_CASES, Section.LECTURES),
    Section.COUNCILS: (Section.OFFICES,),
}


def sections_of(chapter: str) -> tuple[Section, ...]:
    """Return the sections of a chapter, its own first. Raises ValueError."""
    own = Section(chapter)
    return (own, *FURTHER_SECTIONS.get(own, ()))


class FailureReason(models.TextChoices):
    """Why no attempt brought a file, in a sentence for the person who waits."""

    CHANGED = (
        "changed",
        _(
            "The style or the typefaces are no longer those this version was frozen "
            "with. Open the report again, and freeze it anew."
        ),
    )
    CONTENTS = (
        "contents",
        _("The records could not be laid out. Please tell the administrator."),
    )
    PRINTING = (
        "printing",
        _("The PDF could not be made from the texts. Check the texts changed last."),
    )
    TIME = (
        "time",
        _("Making the PDF took too long. Look for an unusually long text."),
    )
    MEMORY = (
        "memory",
        _("Making the PDF needed too much memory. Look for an unusually long text."),
    )
    STORAGE = (
        "storage",
        _("The file could not be saved. Please tell the administrator."),
    )
    WORKER_LOST = (
        "worker_lost",
        _("The rendering was interrupted several times. Please try again."),
    )
