"""Facts that a person has still to confirm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from iclei_portal.bilingual.texts import record_of
from reports.choices import FindingKind
from reports.readiness.words import day_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iclei_portal.confirmation import Fact
    from iclei_portal.valid_time import ValidTime
    from members.models import BoardSeat, Headship
    from reports.contents.records import YearRecords
    from reports.readiness.findings import Finding
    from reports.readiness.inspection import Inspection

NOT_SURE = _("This was not read for sure, and has to be confirmed.")
READINGS = _(
    "This was not read for sure, and has to be confirmed. Other readings: %(readings)s."
)
ATTESTED = _(
    "A source states this until %(day)s only. Confirm that it holds on the report’s "
    "day."
)


def _seats(records: YearRecords) -> Iterable[BoardSeat]:
    councils = (body.seats.all() for body in records.councils)
    return chain(records.officers, *councils)


def _heads(records: YearRecords) -> Iterable[Headship]:
    members = (getattr(member, "heads") for member in records.members)  # noqa: B009
    return chain(*members, records.special_headships.values())


def _facts(inspection: Inspection) -> Iterable[Fact]:
    """Return every fact that the report may print."""
    records = inspection.records
    return chain(
        inspection.directory.persons.values(),
        _seats(records),
        *(event.roles.all() for event in records.events),
        *(event.sessions.all() for event in records.events),
        records.initiatives,
        *(each.participations.all() for each in records.initiatives),
    )


def facts(inspection: Inspection) -> Iterator[Finding]:
    """Find the printed facts that were read from a damaged or doubtful source."""
    for fact in _facts(inspection):
        if not fact.confirmed and record_of(fact) in inspection.places:
            yield inspection.find(
                FindingKind.UNCONFIRMED,
                READINGS if fact.alternatives else NOT_SURE,
                f"{record_of(fact)}.confirmed",
                readings=" / ".join(fact.alternatives),
            )


def old_statements(inspection: Inspection) -> Iterator[Finding]:
    """Find what holds on the report's day, but is stated for earlier days only."""
    records = inspection.records
    held: Iterable[ValidTime] = chain(
        _seats(records),
        _heads(records),
        records.special_memberships,
        records.initiatives,
        *(each.participations.all() for each in records.initiatives),
    )
    for record in held:
        last = record.attested_on
        if last and last < records.as_of and record_of(record) in inspection.places:
            yield inspection.find(
                FindingKind.UNCONFIRMED,
                ATTESTED,
                f"{record_of(record)}.attested_on",
                day=day_words(last),
            )


CHECKS = (facts, old_statements)
