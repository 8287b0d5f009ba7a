"""What is found in a report, and records without a fault of their own."""

from django.utils import translation

from events.models import Event
from members.models import Municipality
from reports.choices import FindingKind
from reports.models import AnnualReport
from reports.readiness.checks import readiness
from reports.readiness.findings import Finding
from tests.factories import (
    EventFactory,
    EventOrganisationFactory,
    EventRoleFactory,
    MembershipFactory,
    MunicipalityFactory,
)


def findings(report: AnnualReport, source: str) -> list[tuple[FindingKind, str]]:
    """Return what is found in a field, or in all fields of a record, in English."""
    with translation.override("en"):
        return [
            (finding.kind, finding.sentence)
            for finding in readiness(report).findings
            if finding.source.startswith(source)
        ]


def only(report: AnnualReport, kind: FindingKind) -> list[Finding]:
    return [each for each in readiness(report).findings if each.kind == kind]


def member() -> Municipality:
    """Return a member whose name is that of its reading."""
    name = {"name_ja": "大野市", "name_en": "City of Ono", "name_kana": "おおのし"}
    town: Municipality = MunicipalityFactory(**name)
    MembershipFactory(municipality=town)
    return town


def conference(**values: object) -> Event:
    """Return an event of the calendar of which everything is known."""
    event: Event = EventFactory(**{"further_participants": 3, **values})
    EventOrganisationFactory(event=event)
    EventRoleFactory(event=event)
    return event
