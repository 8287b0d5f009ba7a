"""International initiatives and which municipalities take part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from initiatives.choices import Role
from initiatives.models import Initiative, InitiativeFact, Participation, RoundEntry
from reports.choices import Section

if TYPE_CHECKING:
    from iclei_portal.bilingual.texts import Text
    from reports.contents.year import ReportYear

# Each initiative stands in one chapter: these in two others, the rest here.
NETWORKS = ("jci", "re-action")
ADVOCACY = ("lgma", "urban7")


@dataclass(frozen=True)
class TakingPart:
    """Who takes part in a role."""

    role: Role
    label: str
    parties: tuple[Party, ...]


@dataclass(frozen=True)
class Party:
    """A municipality or organisation that takes part."""

    name: Text
    confirmed: bool


@dataclass(frozen=True)
class Round:
    """What came of a year's reports: the A list, support by ICLEI Japan."""

    year: int
    a_list: tuple[Text, ...]
    compliance_support: tuple[Text, ...]


@dataclass(frozen=True)
class InitiativeRead:
    """An initiative; unconfirmed where its participants are not read for sure."""

    slug: str
    name: Text
    acronym: str
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
    unconfirmed: bool


def _taking_part(
    year: ReportYear, participations: list[Participation]
) -> tuple[TakingPart, ...]:
    groups: dict[Role, list[Party]] = {}
    for participation in participations:
        groups.setdefault(Role(participation.role), []).append(
            Party(year.text(participation.party, "name"), participation.confirmed)
        )
    return tuple(
        TakingPart(role, str(role.label), tuple(groups[role]))
        for role in Role
        if role in groups
    )


def _rounds(year: ReportYear, initiative: Initiative) -> tuple[Round, ...]:
    found = []
    for each in initiative.rounds.all():
        entries: list[RoundEntry] = list(each.entries.all())
        found.append(
            Round(
                year=each.year,
                a_list=year.texts(e.municipality for e in entries if e.a_list),
                compliance_support=year.texts(
                    e.municipality for e in entries if e.compliance_support
                ),
            )
        )
    return tuple(found)


def _read(year: ReportYear, initiative: Initiative) -> InitiativeRead:
    return InitiativeRead(
        slug=initiative.slug,
        name=year.text(initiative, "name"),
        acronym=initiative.acronym,
        summary=year.text_or_none(initiative, "summary"),
        facts=year.texts(initiative.facts.all(), "text"),
        taking_part=_taking_part(year, list(initiative.participations.all())),
        rounds=_rounds(year, initiative),
        confirmed=initiative.confirmed,
    )


def initiatives(year: ReportYear, which: Q) -> tuple[InitiativeRead, ...]:
    """Read initiatives with who takes part on the report's day: six queries."""
    participations = Participation.objects.for_listing()
    if year.language == "en":
        participations = participations.order_by("role", "municipality__slug")
    known = Q(as_of__isnull=True) | Q(as_of__lte=year.as_of)
    found = (
        Initiative.objects.filter(which)
        .as_of(year.as_of)
        .prefetch_related(
            Prefetch("participations", participations.as_of(year.as_of)),
            Prefetch("facts", InitiativeFact.objects.filter(known)),
            "rounds__entries__municipality",
        )
    )
    return tuple(_read(year, initiative) for initiative in found)


def collect_initiatives(year: ReportYear) -> Initiatives:
    """Read the initiatives that stand in no other chapter: six queries."""
    found = initiatives(year, ~Q(slug__in=[*NETWORKS, *ADVOCACY]))
    return Initiatives(
        text=year.passage(Section.INITIATIVES),
        initiatives=found,
        world_congress=year.passage(Section.WORLD_CONGRESS),
        cbd_cop15=year.passage(Section.CBD_COP15),
        unconfirmed=any(initiative.unconfirmed for initiative in found),
    )
