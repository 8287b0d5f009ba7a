"""Loads a folder of CSV files: all of it or nothing."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from events.importing import SHEETS as EVENT_SHEETS
from iclei_portal.about.importing import SHEETS as ABOUT_SHEETS
from iclei_portal.importing.plan import Plan, Refusal, SheetPlan
from iclei_portal.importing.reading import read_sheet
from initiatives.importing import SHEETS as INITIATIVE_SHEETS
from members.importing import SHEETS as MEMBER_SHEETS
from news.importing import SHEETS as NEWS_SHEETS
from reports.importing import SHEETS as REPORT_SHEETS

# In the order in which records refer to each other.
SHEETS = (
    *ABOUT_SHEETS,
    *MEMBER_SHEETS,
    *INITIATIVE_SHEETS,
    *EVENT_SHEETS,
    *NEWS_SHEETS,
    *REPORT_SHEETS,
)

ABOUT_THE_FOLDER = "README.md"


def load(folder: Path, *, apply: bool = False) -> Plan:
    """Read every file of `folder` and return the plan.

    Everything runs in one transaction, which stays only with `apply` and without
    a refusal. A file that no sheet is called after is refused; a sheet without a
    file is left out.
    """
    plan = Plan()
    expected = {f"{sheet.name}.csv" for sheet in SHEETS} | {ABOUT_THE_FOLDER}
    with transaction.atomic():
        for sheet in SHEETS:
            path = folder / f"{sheet.name}.csv"
            if path.exists():
                plan.sheets.append(read_sheet(path, sheet))
        for name in sorted({path.name for path in folder.iterdir()} - expected):
            reason = _("No file of a data set has this name.")
            refusal = Refusal(name, 1, "", reason)
            plan.sheets.append(SheetPlan(name, refusals=[refusal]))
        if not plan.sheets:
            refusal = Refusal(folder.name, 1, "", _("The folder holds no data set."))
            plan.sheets.append(SheetPlan(folder.name, refusals=[refusal]))
        plan.applied = apply and not plan.refusals
        transaction.set_rollback(not plan.applied)
    return plan
