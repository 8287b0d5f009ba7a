"""Fixed lists of the news app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Kinds of article."""

    NOTICE = "notice", _("notice")
    MEMBER = "member", _("news of a member")
    OVERSEAS = "overseas", _("case from overseas")
