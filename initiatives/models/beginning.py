"""Records whose beginning may be known to the month or the year only."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from iclei_portal.about.choices import Precision
from iclei_portal.valid_time import ValidTime


class Beginning(ValidTime):
    """A record over a period that begins in a day, a month or a year.

    The first day of the period is then the first one of the month or year.
    """

    start_precision = models.CharField(
        _("precision of the start"),
        max_length=5,
        choices=Precision,
        default=Precision.DAY,
    )

    class Meta:
        abstract = True
