"""A report on its way: draft → review → frozen → published, and open again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.choices import ReportState
from reports.contents.snapshots import current_editions, keep_snapshot
from reports.models import AnnualReport, Version
from reports.readiness.checks import readiness
from reports.rendering.documents import frozen_documents
from reports.rendering.fingerprints import fingerprints
from reports.rendering.ledger import frozen_ledgers

if TYPE_CHECKING:
    from members.models import User


class NotNowError(Exception):
    """A step that the report's state does not allow; the sentence is for people."""


def _locked(report: AnnualReport, *states: ReportState) -> AnnualReport:
    """Return the report, kept from others until the end of the transaction.

    Raises NotNowError where it is in none of the states.
    """
    found = AnnualReport.objects.select_for_update().get(pk=report.pk)
    if found.state not in states:
        raise NotNowError(
            _("This is not possible now: the report is %(state)s.")
            % {"state": found.get_state_display()}
        )
    return found


def _moved(report: AnnualReport, state: ReportState, *fields: str) -> None:
    report.state = state
    report.save(update_fields=["state", *fields])


@transaction.atomic
def send_to_review(*, report: AnnualReport, by: User) -> None:
    """Hand the draft to those who check it. Raises NotNowError."""
    del by  # the history notes who saved
    _moved(_locked(report, ReportState.DRAFT), ReportState.REVIEW)


@transaction.atomic
def return_to_draft(*, report: AnnualReport, by: User) -> None:
    """Take the report back from the review. Raises NotNowError."""
    del by  # the history notes who saved
    _moved(_locked(report, ReportState.REVIEW), ReportState.DRAFT)


def _keep_version(report: AnnualReport, by: User | None) -> Version:
    snapshot = keep_snapshot(report, current_editions(report))
    return Version.objects.create(
        report=report,
        number=report.version,
        snapshot=snapshot,
        documents=frozen_documents(snapshot),
        ledgers=frozen_ledgers(snapshot),
        fingerprints=fingerprints(),
        frozen_by=by,
    )


@transaction.atomic
def freeze_report(*, report: AnnualReport, by: User) -> Version:
    """Keep values and layout as they are now: later edits change nothing of them.

    Raises NotNowError, also where more is open than the allowances of the report.
    """
    found = _locked(report, ReportState.REVIEW)
    excess = readiness(found).excess
    if excess:
        raise NotNowError(excess)
    version = _keep_version(found, by)
    _moved(found, ReportState.FROZEN)
    return version


@transaction.atomic
def publish_report(*, report: AnnualReport, by: User) -> Version:
    """Show the frozen version to every reader. Raises NotNowError."""
    found = _locked(report, ReportState.FROZEN)
    version = found.versions.get(number=found.version)
    version.published_at = timezone.now()
    version.published_by = by
    version.save(update_fields=["published_at", "published_by"])
    _moved(found, ReportState.PUBLISHED)
    return version


@transaction.atomic
def reopen_report(
    *, report: AnnualReport, by: User, reason_ja: str, reason_en: str
) -> None:
    """Open a frozen report for a version with a higher number.

    The frozen one stays as it is, and in front of readers where it was published,
    until the next is. Raises NotNowError, also without a reason in both languages.
    """
    if not (reason_ja.strip() and reason_en.strip()):
        raise NotNowError(_("Say in both languages why the report is opened again."))
    found = _locked(report, ReportState.FROZEN, ReportState.PUBLISHED)
    version = found.frozen_version
    if version is None:  # published elsewhere, and not kept here yet
        version = _keep_version(found, by)
    version.reopened_at = timezone.now()
    version.reopened_by = by
    reasons = {"reason_ja": reason_ja.strip(), "reason_en": reason_en.strip()}
    for name, reason in reasons.items():
        setattr(version, name, reason)
    version.save(update_fields=["reopened_at", "reopened_by", *reasons])
    found.version += 1
    _moved(found, ReportState.DRAFT, "version")


@transaction.atomic
def keep_as_published(*, report: AnnualReport) -> None:
    """Give a report that was published elsewhere its first version, unless it has one.

    It was checked before it came here: no allowance is asked for.
    """
    found = _locked(report, ReportState.PUBLISHED)
    if not found.versions.exists():
        version = _keep_version(found, None)
        version.published_at = timezone.now()
        version.save(update_fields=["published_at"])
