"""International initiatives and which municipalities take part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from iclei_portal.bilingual.texts import Text, record_of
from initiatives.choices import Role
from reports.choices import Section

if TYPE_CHECKING:
    from collections.abc import Collection

    from initiatives.models import Initiative, Participation, RoundEntry
    from reports.contents.year import ReportYear

# Each initiative stands in one chapter: these in two others, the rest here.
NETWORKS = ("jci", "re-action")
ADVOCACY = ("lgma", "urban7")


@dataclass(frozen=True)
class TakingPart:
    """Who takes part in a role."""

    role: Role
    label: Text
    parties: tuple[Party, ...]


@dataclass(frozen=True)
class Party:
    """A municipality or organisation that takes part."""

    record: str
    name: Text
    confirmed: bool


@dataclass(frozen=True)
class Round:
    """What came of a year's reports: the A list, support by ICLEI Japan."""

    record: str
    year: Text
    a_list: tuple[Text, ...]
    compliance_support: tuple[Text, ...]


@dataclass(frozen=True)
class InitiativeRead:
    """An initiative; unconfirmed where its participants are not read for sure."""

    record: str
    slug: str
    name: Text
    acronym: Text | None
    summary: Text | None
    facts: tuple[Text, ...]
    taking_part: tuple[TakingPart, ...]
    rounds: tuple[Round, ...]
    confirmed: bool

    @property
    def unconfirmed(self) -> bool:
        """Tell whether anything about who takes part is to be confirmed."""
        return not self.confirmed or not all(
            party.confirmed for group in self.taking_part for party in group.parties
        )


@dataclass(frozen=True)
class Initiatives:
    """The chapter."""

    text: Text | None
    initiatives: tuple[InitiativeRead, ...]
    world_congress: Text | None
    cbd_cop15: Text | None
    cbd_cop15_title: Text | None
    unconfirmed: bool


def _romanised(participation: Participation) -> tuple[bool, str]:
    """Sort municipalities by their romanised names, organisations after them."""
    municipality = participation.municipality
    return (municipality is None, municipality.slug if municipality else "")


def _taking_part(
    year: ReportYear, participations: list[Participation]
) -> tuple[TakingPart, ...]:
    groups: dict[Role, list[Party]] = {}
    if year.language == "en":
        participations = sorted(participations, key=_romanised)
    for participation in participations:
        groups.setdefault(Role(participation.role), []).append(
            Party(
                record=record_of(participation),
                name=year.text(participation.party, "name"),
                confirmed=participation.confirmed,
            )
        )
    return tuple(
        TakingPart(role, year.own(role.label), tuple(groups[role]))
        for role in Role
        if role in groups
    )


def _rounds(year: ReportYear, initiative: Initiative) -> tuple[Round, ...]:
    found = []
    for each in initiative.rounds.all():
        entries: list[RoundEntry] = list(each.entries.all())
        found.append(
            Round(
                record=record_of(each),
                year=year.value(each, "year", each.year),
                a_list=year.texts(e.municipality for e in entries if e.a_list),
                compliance_support=year.texts(
                    e.municipality for e in entries if e.compliance_support
                ),
            )
        )
    return tuple(found)


def _read(year: ReportYear, initiative: Initiative) -> InitiativeRead:
    return InitiativeRead(
        record=record_of(initiative),
        slug=initiative.slug,
        name=year.text(initiative, "name"),
        acronym=year.value_or_none(initiative, "acronym"),
        summary=year.text_or_none(initiative, "summary"),
        facts=year.texts(initiative.facts.all(), "text"),
        taking_part=_taking_part(year, list(initiative.participations.all())),
        rounds=_rounds(year, initiative),
        confirmed=initiative.confirmed,
    )


def initiatives(year: ReportYear, slugs: Collection[str]) -> tuple[InitiativeRead, ...]:
    """Return the named initiatives with who takes part on the report's day."""
    return tuple(
        _read(year, initiative)
        for initiative in year.records.initiatives
        if initiative.slug in slugs
    )


def _title(year: ReportYear, section: Section, words: str) -> Text | None:
    """Return the heading of a section that has a text."""
    record = year.records.passages.get(section)
    return year.value(record, "section", words) if record else None


def collect_initiatives(year: ReportYear) -> Initiatives:
    """Read the initiatives that stand in no other chapter: six queries, read once."""
    known = {initiative.slug for initiative in year.records.initiatives}
    found = initiatives(year, known.difference(NETWORKS, ADVOCACY))
    return Initiatives(
        text=year.passage(Section.INITIATIVES),
        initiatives=found,
        world_congress=year.passage(Section.WORLD_CONGRESS),
        cbd_cop15=year.passage(Section.CBD_COP15),
        cbd_cop15_title=_title(year, Section.CBD_COP15, _("CBD COP15 (part one)")),
        unconfirmed=any(initiative.unconfirmed for initiative in found),
    )
