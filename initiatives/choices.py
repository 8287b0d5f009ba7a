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


class Status(models.TextChoices):
    """Whether an initiative goes on."""

    ACTIVE = "active", pgettext_lazy("initiative", "active")
    ENDED = "ended", _("ended")
    MERGED = "merged", _("merged into another")


class Role(models.TextChoices):
    """How a municipality takes part."""

    PARTICIPANT = "participant", pgettext_lazy("of an initiative", "participant")
    AMBASSADOR = "ambassador", _("ambassador")
    SIGNATORY = "signatory", _("signatory")
    SUPPORTER = "supporter", pgettext_lazy("of an initiative", "supporter")


class Scope(models.TextChoices):
    """Where the partners of a cooperation are."""

    DOMESTIC = "domestic", _("within Japan")
    OVERSEAS = "overseas", _("with cities overseas")
