"""Fixed lists of the about app."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Qualifier(models.TextChoices):
    """How exact a figure is."""

    EXACT = "exact", _("exactly")
    AT_LEAST = "at_least", _("at least")
    OVER = "over", _("more than")
    ABOUT = "about", _("about")
    UNDER = "under", _("less than")
    NEARLY = "nearly", _("nearly")


class FigureTopic(models.TextChoices):
    """What a figure is about: its section of the fact sheet, in this order."""

    NETWORK = "network", _("the ICLEI network")
    JAPAN = "japan", _("ICLEI Japan")
    GOVERNANCE = "governance", _("how ICLEI is governed")
    INITIATIVES = "initiatives", pgettext_lazy("topic of figures", "initiatives")
    CONFERENCES = "conferences", pgettext_lazy("topic of figures", "conferences")
    CLIMATE = "climate", _("the world and its climate")
    OTHER = "other", pgettext_lazy("topic of figures", "other figures")


class Precision(models.TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


class StatementKind(models.TextChoices):
    """What ICLEI says of itself."""

    ABOUT = "about", _("about ICLEI")
    MISSION = "mission", _("mission")
    ACTIVITY = "activity", _("activity")
    GOAL = "goal", _("goal")
    PATHWAY = "pathway", _("pathway")
    BENEFIT = "benefit", _("benefit of membership")
    POLICY = "policy", _("policy of action")
    ORGANISATION = "organisation", _("how ICLEI is organised")
    UN_PARTNERSHIP = "un_partnership", _("work with the United Nations")
    ASSOCIATE = "associate", _("associate partnership")
    JAPAN = "japan", _("ICLEI Japan")


class DocumentKind(models.TextChoices):
    """Kinds of founding document."""

    CHARTER = "charter", _("charter")
    STRATEGY = "strategy", _("strategy")
    DECLARATION = "declaration", pgettext_lazy("document", "declaration")
    ACTION_PLAN = "action_plan", _("action plan")
