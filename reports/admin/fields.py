"""Where the secretariat edits the field that a finding is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib import admin
from django.db.models import ForeignKey
from django.urls import reverse

from iclei_portal.bilingual.texts import record_of

if TYPE_CHECKING:
    from django.db.models import Model

    from reports.models import AnnualReport
    from reports.readiness.findings import Finding

SECTION = "reports.sectiontext"
# In place of a key: a record that is still to be made.
NEW = "add"


@dataclass(frozen=True)
class Row:
    """A record on another record's page: whose that is, and how its fields begin."""

    owner: Model
    prefix: str


def addresses(report: AnnualReport, findings: Iterable[Finding]) -> list[str]:
    """Return the address of the field of each finding, in their order.

    Records that are rows of another one's page cost a query for each of their kinds.
    """
    known = list(findings)
    sections = {record_of(text): text.section for text in report.texts.all()}
    rows = rows_of(finding.record for finding in known)
    found = []
    for finding in known:
        label, _colon, key = finding.record.partition(":")
        if label == SECTION:
            section = sections.get(finding.record, key)
            page = _page(report, "texts", report.pk, finding.chapter)
            found.append(f"{page}#id_{section}-{finding.field_name}")
        elif finding.record in rows:
            row = rows[finding.record]
            page = _page(row.owner, "change", row.owner.pk)
            found.append(f"{page}#id_{row.prefix}-{finding.field_name}")
        else:
            found.append(_own_page(label, key, finding.field_name))
    return found


def _page(record: Model | type[Model], name: str, *args: Any) -> str:
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{name}", args=args)


def _own_page(label: str, key: str, name: str) -> str:
    """Return the address of a field, or of the rows below the fields."""
    model = apps.get_model(label)
    page = _page(model, NEW) if key == NEW else _page(model, "change", key)
    below = {inline.prefix for inline in _inlines(model)}
    return f"{page}#{name}-group" if name in below else f"{page}#id_{name}"


@dataclass(frozen=True)
class Inline:
    """Rows of a record's page: their model, the field to it, and their prefix."""

    model: type[Model]
    field: str
    prefix: str


def _inlines(owner: type[Model]) -> Iterator[Inline]:
    for inline in admin.site.get_model_admin(owner).inlines:
        for field in inline.model._meta.fields:
            if isinstance(field, ForeignKey) and field.related_model is owner:
                prefix = field.remote_field.get_accessor_name()
                yield Inline(inline.model, field.name, str(prefix))


def rows_of(records: Iterable[str]) -> dict[str, Row]:
    """Find the records that have no page of their own on their owners' pages.

    One query for each kind of such records. Raises LookupError for a model that is
    gone.
    """
    keys: dict[str, set[str]] = defaultdict(set)
    for record in records:
        label, _colon, key = record.partition(":")
        if key.isdecimal() and not admin.site.is_registered(apps.get_model(label)):
            keys[label].add(key)
    inlines = {
        inline.model._meta.label_lower: inline
        for owner in admin.site._registry  # noqa: SLF001 - no other way
        for inline in _inlines(owner)
    }
    found: dict[str, Row] = {}
    for label in keys.keys() & inlines.keys():
        found.update(_on_pages(inlines[label], keys[label]))
    return found


def _on_pages(inline: Inline, keys: set[str]) -> dict[str, Row]:
    """Return the rows of an inline with their numbers on their owners' pages."""
    rows = inline.model._default_manager
    owners = rows.filter(pk__in=keys).values(inline.field)
    siblings = rows.filter(**{f"{inline.field}__in": owners})
    found, counts = {}, defaultdict[int, int](int)
    for row in siblings.select_related(inline.field):
        owner: Model = getattr(row, inline.field)
        prefix = f"{inline.prefix}-{counts[owner.pk]}"
        counts[owner.pk] += 1
        found[record_of(row)] = Row(owner, prefix)
    return found
