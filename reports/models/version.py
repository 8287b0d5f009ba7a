"""What a report said: snapshots of its values, and the versions that were frozen."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iclei_portal.constraints import bilingual_texts
from reports.models.report import AnnualReport
from reports.querysets import VersionQuerySet


class Snapshot(models.Model):
    """All values of both editions as JSON (reports.contents.edition), by language.

    `digest` is the SHA-256 of the values: the same values are one row. The row is
    never changed, which the database sees to.
    """

    report = models.ForeignKey(
        AnnualReport,
        models.PROTECT,
        related_name="snapshots",
        verbose_name=_("report"),
    )
    digest = models.CharField(_("hash of the values"), max_length=64)
    values = models.JSONField(_("values"))
    taken_at = models.DateTimeField(_("taken at"), auto_now_add=True)

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["-taken_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "digest"], name="snapshot_once_a_content"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} {self.digest[:12]}"


def person(verbose_name: Any) -> models.ForeignKey[Any, Any]:
    """Return a field for the person who took a step; None for the system."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=verbose_name,
    )


class Version(models.Model):
    """A report as it was frozen: its values, and the HTML they were laid out to.

    `documents` are the HTML by language (reports.choices.Language), so that neither
    records nor templates nor words change it any more; `ledgers` tell what each
    numeral in them is from. `fingerprints` are the hashes of what it was laid out
    with, and of the styles, typefaces and libraries that print it: with others the
    same bytes are not to be had. Opening it again leaves it as it is, with the reason.
    """

    report = models.ForeignKey(
        AnnualReport,
        models.PROTECT,
        related_name="versions",
        verbose_name=_("report"),
    )
    number = models.PositiveSmallIntegerField(_("number"))
    snapshot = models.ForeignKey(
        Snapshot, models.PROTECT, related_name="versions", verbose_name=_("snapshot")
    )
    documents = models.JSONField(_("documents"))
    ledgers = models.JSONField(_("ledgers"), default=dict)
    fingerprints = models.JSONField(_("fingerprints"))
    frozen_at = models.DateTimeField(_("frozen at"), auto_now_add=True)
    frozen_by = person(_("frozen by"))
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    published_by = person(_("published by"))
    reopened_at = models.DateTimeField(_("opened again at"), null=True, blank=True)
    reopened_by = person(_("opened again by"))
    reason = models.CharField(
        _("reason for opening it again"), max_length=300, null=True, blank=True
    )

    objects: ClassVar[VersionQuerySet[Version]] = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a report")
        verbose_name_plural = _("versions of reports")
        ordering = ["report", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "number"], name="version_once_a_number"
            ),
            *bilingual_texts("version", optional=("reason",)),
            models.CheckConstraint(
                condition=Q(reopened_at__isnull=True) | Q(reason_ja__isnull=False),
                name="version_reopened_with_a_reason",
                violation_error_message=_("Reason: say why it is opened again."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} {self.number}"
