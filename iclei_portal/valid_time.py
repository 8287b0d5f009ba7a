"""Records that hold over a period: what was true on a date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Self, TypeVar

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.backends.signals import connection_created
from django.db.models import Count, F, Max, Min, Q
from django.utils.translation import gettext_lazy as _

from iclei_portal.date_ranges import read_plainly

ONE_DAY = timedelta(days=1)

connection_created.connect(read_plainly, dispatch_uid="plain date ranges")

_Row_co = TypeVar("_Row_co", bound="ValidTime", covariant=True)


class ValidTimeQuerySet(models.QuerySet[_Row_co]):
    """Query set words of records with a period."""

    def as_of(self, day: date) -> Self:
        """Keep what held on `day`; the last day of a period is exclusive."""
        return self.filter(valid__contains=day)

    def held_days(self) -> tuple[date, date | None] | None:
        """Return the first day of which records speak, and the last; None: no records.

        The last day is None while one of the records has no end.
        """
        found = self.aggregate(
            first=Min("valid__startswith"),
            last=Max("valid__endswith"),
            open=Count("pk", filter=Q(valid__upper_inf=True)),
        )
        if found["first"] is None:
            return None
        last = None if found["open"] else found["last"] - ONE_DAY
        return found["first"], last

    def beginning_after(self, day: date) -> date | None:
        """Return when most of the records begin that are silent about `day`.

        They are those of which only the first day a source speaks of is known.
        """
        silent = self.filter(start_known=False, valid__startswith__gt=day)
        days = silent.order_by().values_list("valid__startswith")
        counted = days.annotate(count=Count("pk"))
        most = counted.order_by("-count", "valid__startswith").first()
        return most[0] if most else None


class ValidTime(models.Model):
    """A record that holds over `valid`, a half-open range of days `[start, until)`.

    No upper bound: it still holds as far as is known. `start_known` is false
    where the lower bound is only the first day a source speaks of.
    `attested_on` is the last day on which a source states the fact; a page that
    shows a later day says so.
    """

    valid = DateRangeField(
        _("valid"),
        help_text=_(
            "The first day, and the first day on which it no longer holds; the second "
            "stays empty while it still holds."
        ),
    )
    start_known = models.BooleanField(_("start is known"), default=True)
    attested_on = models.DateField(_("last attested on"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid__isempty=False) & Q(valid__lower_inf=False),
                name="%(app_label)s_%(class)s_valid_from_a_day",
                violation_error_message=_(
                    "Valid: the period needs a first day, and ends after it starts."
                ),
            ),
            models.CheckConstraint(
                condition=Q(attested_on__isnull=True)
                | Q(valid__contains=F("attested_on")),
                name="%(app_label)s_%(class)s_attested_while_valid",
                violation_error_message=_(
                    "Last attested on: the day lies outside the period."
                ),
            ),
        ]

    @property
    def since(self) -> date | None:
        """The first day, or None where the true beginning is not known."""
        return self.valid.lower if self.start_known else None

    @property
    def last_day(self) -> date | None:
        """The last day of the period, None while it still holds."""
        until = self.valid.upper
        return until - ONE_DAY if until else None

    def has_ended_by(self, day: date) -> bool:
        """Tell whether the period was over on `day`."""
        until = self.valid.upper
        return until is not None and until <= day


def attested_until(asked: date, records: Iterable[ValidTime]) -> date:
    """Return the last day on which sources state all the records, `asked` at most."""
    return min(
        [asked, *(record.attested_on for record in records if record.attested_on)]
    )
