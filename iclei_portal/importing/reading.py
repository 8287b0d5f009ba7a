"""Reads one CSV file through its sheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tablib
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from import_export.results import RowResult

from iclei_portal.importing.cells import CellError, References
from iclei_portal.importing.plan import Change, Refusal, SheetPlan
from iclei_portal.importing.sheet import RecordResource, Sheet

FIRST_ROW = 2  # below the header, as a spreadsheet counts
# Where a file holds what is wrong, when it is not in a column of the same name.
PLACES = {NON_FIELD_ERRORS: "", "valid": "start, until"}


def read_sheet(path: Path, sheet: Sheet) -> SheetPlan:
    """Load the rows of `path` and return what they did.

    It runs in the caller's transaction, which decides whether it stays.
    """
    plan = SheetPlan(path.name)
    rows: list[list[str]] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows.extend(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        plan.refusals.append(Refusal(path.name, len(rows) + 1, "", _unreadable(error)))
        return plan
    header, body = (rows[0], rows[1:]) if rows else ([], [])
    plan.refusals.extend(_wrong_shape(path.name, sheet, header, body))
    if plan.refusals:
        return plan
    cleaned = [[cell.strip() for cell in row] for row in body]
    resource = sheet.resource()
    result = resource.import_data(
        tablib.Dataset(*cleaned, headers=header), raise_errors=False
    )
    for number, row in enumerate(result.rows, start=FIRST_ROW):
        _count(plan, number, row, resource)
    return plan


def _unreadable(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return _("The file is not in UTF-8: save it as “CSV UTF-8”.")
    if isinstance(error, OSError):
        return _("The file cannot be read.")
    return _(
        "The row is not CSV: a quotation mark is not closed, or a cell is too long."
    )


def _wrong_shape(
    file: str, sheet: Sheet, header: list[str], body: list[list[str]]
) -> Iterator[Refusal]:
    for column in sorted(sheet.needed.difference(header)):
        yield Refusal(file, 1, column, _("The column is missing."))
    for column in header:
        if column not in sheet.header or header.count(column) > 1:
            yield Refusal(file, 1, column, _("The column is not expected here."))
    keys: dict[tuple[str, ...], int] = {}
    places = [header.index(name) for name in sheet.key if name in header]
    for number, row in enumerate(body, start=FIRST_ROW):
        if len(row) != len(header):
            reason = _("The row has %(cells)d cells, the header %(columns)d.") % {
                "cells": len(row),
                "columns": len(header),
            }
            yield Refusal(file, number, "", reason)
            continue
        for column, cell in zip(header, row, strict=True):
            if "\0" in cell:
                reason = _("The cell holds a character that cannot be stored.")
                yield Refusal(file, number, column, reason)
        key = tuple(row[place].strip() for place in places)
        if key in keys:
            reason = _("Row %(row)d has the same key already.") % {"row": keys[key]}
            yield Refusal(file, number, ", ".join(sheet.key), reason)
        keys.setdefault(key, number)


def _count(
    plan: SheetPlan, number: int, row: RowResult, resource: RecordResource
) -> None:
    if row.is_new():
        plan.new += 1
    elif row.is_skip():
        plan.same += 1
    elif row.is_update():
        plan.changed += 1
        plan.changes.extend(_changes(plan.file, number, row, resource))
    else:
        plan.refusals.extend(_refusals(plan.file, number, row))


def _changes(
    file: str, number: int, row: RowResult, resource: RecordResource
) -> Iterator[Change]:
    for column in resource.get_import_fields():
        if isinstance(column.widget, References):
            before = row.original.keys_before[column.column_name]
            after = column.widget.keys_of(row.instance, column.column_name)
        else:
            before = column.get_value(row.original)
            after = column.get_value(row.instance)
        if before != after:
            yield Change(
                file, number, column.column_name, _shown(before), _shown(after)
            )


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _refusals(file: str, number: int, row: RowResult) -> Iterator[Refusal]:
    if isinstance(row.validation_error, ValidationError):
        found = row.validation_error.message_dict
        for column, reasons in found.items():
            if f"{column}_ja" in found:  # the same text, seen through its language
                continue
            shown = PLACES.get(column, column)
            yield Refusal(file, number, shown, " ".join(reasons))
    for failure in row.errors:
        column = failure.error.column if isinstance(failure.error, CellError) else ""
        yield Refusal(file, number, column, str(failure.error))
