"""Fixed lists of the initiatives app."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """Kinds of initiative."""

    REPORTING = "reporting", _("reporting system")
    CAMPAIGN = "campaign", _("campaign")
    NETWORK = "network", _("network")
    PLATFORM = "platform", _("platform")
    ADVOCACY = "advocacy", _("advocacy")
    ALLIANCE = "alliance", _("alliance")
    PEER = "peer", _("peer network")
    PROGRAMME = "programme", _("programme of a network")


# Networks beside ICLEI Japan, and their programmes: members are not asked to join.
PEER_KINDS = (Kind.PEER, Kind.PROGRAMME)
JOINED_KINDS = tuple(kind for kind in Kind if kind not in PEER_KINDS)


class Status(models.TextChoices):
    """Whether an initiative goes on, as the latest source about it says."""

    ACTIVE = "active", pgettext_lazy("initiative", "active")
    PLANNED = "planned", pgettext_lazy("initiative", "planned")
    SUSPENDED = "suspended", pgettext_lazy("initiative", "suspended")
    ENDING = "ending", pgettext_lazy("initiative", "due to end")
    ENDED = "ended", _("ended")
    MERGED = "merged", _("merged into another")


# What is over once the period of the initiative is.
OVER = (Status.ENDED, Status.MERGED)


class Role(models.TextChoices):
    """How a municipality or organisation takes part in an initiative, or runs it."""

    PARTICIPANT = "participant", pgettext_lazy("of an initiative", "participant")
    AMBASSADOR = "ambassador", _("ambassador")
    SIGNATORY = "signatory", _("signatory")
    SUPPORTER = "supporter", pgettext_lazy("of an initiative", "supporter")
    HOST = "host", pgettext_lazy("of an initiative", "host")
    CHAIR = "chair", pgettext_lazy("of an initiative", "chair")
    SECRETARIAT = "secretariat", pgettext_lazy("of an initiative", "secretariat")
    COORDINATOR = "coordinator", pgettext_lazy("of an initiative", "coordinator")


# Who runs an initiative takes no part in it by that alone.
RUNNING_ROLES = (Role.HOST, Role.CHAIR, Role.SECRETARIAT, Role.COORDINATOR)
TAKING_PART_ROLES = tuple(role for role in Role if role not in RUNNING_ROLES)


class Scope(models.TextChoices):
    """Where the partners of a cooperation are."""

    DOMESTIC = "domestic", _("within Japan")
    OVERSEAS = "overseas", _("with cities overseas")
