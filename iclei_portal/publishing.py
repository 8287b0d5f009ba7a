"""Draft, published, withdrawn: who may see a text."""

from __future__ import annotations

from typing import Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

_Row_co = TypeVar("_Row_co", bound="Publishable", covariant=True)


class State(models.TextChoices):
    """The states of a published text."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class PublishableQuerySet(models.QuerySet[_Row_co]):
    """Query set words of published texts."""

    def published(self) -> Self:
        """Keep what every reader may see."""
        return self.filter(state=State.PUBLISHED)


class Publishable(models.Model):
    """A text that readers see only when it is published."""

    state = models.CharField(
        _("state"), max_length=12, choices=State, default=State.DRAFT
    )

    class Meta:
        abstract = True
