"""Facts with a source, some of them read from damaged prints."""

from __future__ import annotations

from typing import Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

_Row_co = TypeVar("_Row_co", bound="Fact", covariant=True)


class FactQuerySet(models.QuerySet[_Row_co]):
    """Query set words of facts."""

    def unconfirmed(self) -> Self:
        """Keep what a person has still to confirm."""
        return self.filter(confirmed=False)


class Sourced(models.Model):
    """A record that names the document it was taken from."""

    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        abstract = True


class Fact(Sourced):
    """A fact as read; `alternatives` are other readings, as printed."""

    confirmed = models.BooleanField(_("confirmed"), default=True)
    alternatives = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("alternatives"),
        default=list,
        blank=True,
    )

    class Meta:
        abstract = True
