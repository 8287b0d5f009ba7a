"""How far a report is from its freeze."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import record_of
from reports.readiness import (
    figures,
    lengths,
    markup,
    missing,
    out_of_order,
    parity,
    unconfirmed,
    untranslated,
)
from reports.readiness.findings import Readiness
from reports.readiness.inspection import Inspection, in_order

if TYPE_CHECKING:
    from reports.models import AnnualReport

CHECKS = (
    *missing.CHECKS,
    *untranslated.CHECKS,
    *unconfirmed.CHECKS,
    *out_of_order.CHECKS,
    *figures.CHECKS,
    *lengths.CHECKS,
    *markup.CHECKS,
    *parity.CHECKS,
)


def readiness(report: AnnualReport) -> Readiness:
    """Inspect a report as its records are now; its queries do not grow with them."""
    inspection = Inspection.of(report)
    findings = (finding for check in CHECKS for finding in check(inspection))
    found = in_order(findings, inspection.places)
    allowances = {each.kind: each.most for each in report.allowances.all()}
    named = {finding.municipality for finding in found}
    municipalities = {
        record_of(each): each
        for each in inspection.directory.municipalities.values()
        if record_of(each) in named
    }
    return Readiness(found, allowances, municipalities)
