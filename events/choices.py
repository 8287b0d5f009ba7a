"""Fixed lists of the events app."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Listing(models.TextChoices):
    """The list of the annual report in which an event stands."""

    CALENDAR = "calendar", _("participation of members")
    MEETINGS = "meetings", _("other meetings")
    CAFE = "cafe", _("ICLEI Café")
    PROGRAMME = "programme", _("conference pavilion")
    TALK = "talk", _("talk")
    GOVERNANCE = "governance", _("meeting of a body of ICLEI")


class Precision(models.TextChoices):
    """How exactly the dates are known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")


class Status(models.TextChoices):
    """Whether an event takes place."""

    TENTATIVE = "tentative", pgettext_lazy("event", "tentative")
    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


class OrganiserRole(models.TextChoices):
    """How an organisation stands behind an event."""

    HOST = "host", _("organiser")
    CO_HOST = "co_host", _("co-organiser")
    SUPPORTER = "supporter", pgettext_lazy("of an event", "supporter")
    COOPERATOR = "cooperator", _("in cooperation")


class Role(models.TextChoices):
    """What ICLEI Japan did for an event."""

    SUPPORT = "support", pgettext_lazy("role of ICLEI Japan", "support")
    COOPERATION = "cooperation", pgettext_lazy("role of ICLEI Japan", "cooperation")
    LECTURE = "lecture", pgettext_lazy("role of ICLEI Japan", "lecture")
    MODERATOR = "moderator", pgettext_lazy("role of ICLEI Japan", "moderator")
    CO_HOST = "co_host", pgettext_lazy("role of ICLEI Japan", "co-host")
    SIDE_EVENT_CO_HOST = (
        "side_event_co_host",
        pgettext_lazy("role of ICLEI Japan", "co-host of a side event"),
    )
    PLANNING = "planning", pgettext_lazy("role of ICLEI Japan", "planning")
    COMMITTEE = "committee", pgettext_lazy("role of ICLEI Japan", "committee member")
    NONE = "none", pgettext_lazy("role of ICLEI Japan", "none read")


class Part(models.TextChoices):
    """The part of a speaker in a session."""

    OPENING = "opening", _("opening")
    KEYNOTE = "keynote", _("keynote")
    SPEAKER = "speaker", _("speaker")
    MODERATOR = "moderator", pgettext_lazy("part in a session", "moderator")
    CLOSING = "closing", _("closing")
    PRESENTER = "presenter", _("presenter")


class LinkKind(models.TextChoices):
    """What a link of a session leads to."""

    PAGE = "page", _("page")
    RECORDING = "recording", _("recording")
