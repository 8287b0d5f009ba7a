"""Fixed lists of the reports app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportState(models.TextChoices):
    """The states of an annual report."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    PUBLISHED = "published", _("published")


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


class FailureReason(models.TextChoices):
    """Why no attempt brought a file, in a sentence for the person who waits."""

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
