"""Which municipalities take part in which initiatives, and who reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.about.choices import Qualifier
from iclei_portal.bilingual.texts import Text, record_of
from reports.contents.values import Count

if TYPE_CHECKING:
    from iclei_portal.about.models import DatedFigure
    from initiatives.models import Initiative, RoundEntry
    from members.models import Municipality
    from reports.contents.year import ReportYear

REPORTING_FIGURES = ("cdp-disclosing-municipalities", "cdp-supported-municipalities")
# Beyond what is printed, nobody knows by how much.
OPEN_UPWARDS = (Qualifier.AT_LEAST, Qualifier.OVER)


@dataclass(frozen=True)
class Column:
    """A municipality that takes part, and in how many initiatives."""

    name: Text
    is_member: bool
    total: Count


@dataclass(frozen=True)
class Row:
    """An initiative, who takes part, and whether that is confirmed, by column.

    A cell is None where the municipality does not take part; `open` are those whose
    part is still to be confirmed.
    """

    name: Text
    cells: tuple[bool | None, ...]
    confirmed: tuple[Text, ...]
    open: tuple[Text, ...]
    total: Count


@dataclass(frozen=True)
class Grid:
    """Municipalities by initiatives; members first, in their reading order."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    widest: tuple[Text, ...]
    busiest: tuple[Text, ...]
    municipalities: Count
    initiatives: Count

    @property
    def unconfirmed(self) -> bool:
        """Tell whether a participation has still to be confirmed."""
        return any(cell is False for row in self.rows for cell in row.cells)


@dataclass(frozen=True)
class ReportingFigure:
    """A dated figure on reporting; `is_open` where it may be more."""

    record: str
    name: Text
    value: Text
    amount: float
    is_open: bool


@dataclass(frozen=True)
class Reporting:
    """Who disclosed in the year's rounds: figures, and municipalities by name."""

    figures: tuple[ReportingFigure, ...]
    a_list: tuple[Text, ...]
    compliance_support: tuple[Text, ...]
    on_a_list: Count
    supported: Count


# Whether each participation is confirmed, by initiative and municipality.
_Found = dict[tuple[int, int], bool]


def _participations(
    initiatives: Iterable[Initiative],
) -> tuple[_Found, dict[int, Municipality]]:
    found: _Found = {}
    municipalities: dict[int, Municipality] = {}
    for initiative in initiatives:
        for participation in initiative.participations.all():
            municipality = participation.municipality
            if municipality:
                cell = (initiative.pk, municipality.pk)
                found[cell] = found.get(cell, True) and participation.confirmed
                municipalities[municipality.pk] = municipality
    return found, municipalities


def _in_order(
    year: ReportYear, municipalities: dict[int, Municipality]
) -> list[tuple[Municipality, bool]]:
    """Return municipalities in reading order, each with whether it is a member."""
    members = [each for each in year.records.members if each.pk in municipalities]
    known = {member.pk for member in members}
    others = [each for pk, each in municipalities.items() if pk not in known]
    others.sort(key=lambda each: each.name_kana)
    if year.language == "en":
        members.sort(key=lambda each: each.slug)
        others.sort(key=lambda each: each.slug)
    return [(each, True) for each in members] + [(each, False) for each in others]


def _row(
    year: ReportYear,
    initiative: Initiative,
    found: _Found,
    municipalities: list[Municipality],
) -> Row:
    cells = [found.get((initiative.pk, each.pk)) for each in municipalities]
    parts = list(zip(municipalities, cells, strict=True))
    return Row(
        name=year.text(initiative, "name"),
        cells=tuple(cells),
        confirmed=year.texts(each for each, cell in parts if cell),
        open=year.texts(each for each, cell in parts if cell is False),
        total=Count.of_records(
            "municipalities in the initiative",
            (each for each, cell in parts if cell is not None),
        ),
    )


def _most(lines: Iterable[Row | Column]) -> tuple[Text, ...]:
    """Return the names of the lines with the greatest total."""
    known = list(lines)
    most = max((line.total.value for line in known), default=0)
    return tuple(line.name for line in known if line.total.value == most)


def grid(year: ReportYear) -> Grid:
    """Read which municipalities took part in which initiatives on the report's day."""
    found, known = _participations(year.records.initiatives)
    ordered = _in_order(year, known)
    municipalities = [each for each, _is_member in ordered]
    taken = {initiative for initiative, _municipality in found}
    initiatives = [each for each in year.records.initiatives if each.pk in taken]
    columns = tuple(
        Column(
            name=year.text(municipality, "name"),
            is_member=is_member,
            total=Count.of_records(
                "initiatives of the municipality",
                (each for each in initiatives if (each.pk, municipality.pk) in found),
            ),
        )
        for municipality, is_member in ordered
    )
    rows = tuple(_row(year, each, found, municipalities) for each in initiatives)
    return Grid(
        columns=columns,
        rows=rows,
        widest=_most(rows),
        busiest=_most(columns),
        municipalities=Count.of_records(
            "municipalities in initiatives", municipalities
        ),
        initiatives=Count.of_records("initiatives with municipalities", initiatives),
    )


def _figure(year: ReportYear, figure: DatedFigure) -> ReportingFigure:
    return ReportingFigure(
        record=record_of(figure),
        name=year.text(figure, "label"),
        value=year.figure(figure),
        amount=float(figure.value),
        is_open=figure.qualifier in OPEN_UPWARDS,
    )


def _entries(year: ReportYear) -> list[RoundEntry]:
    return [
        entry
        for initiative in year.records.initiatives
        for each in initiative.rounds.all()
        if each.year == year.fiscal_year.year
        for entry in each.entries.all()
    ]


def reporting(year: ReportYear) -> Reporting:
    """Read what is known of the reporting rounds of the fiscal year."""
    entries = _entries(year)
    known = [year.figures.get(key) for key in REPORTING_FIGURES]
    a_list = [entry for entry in entries if entry.a_list]
    supported = [entry for entry in entries if entry.compliance_support]
    return Reporting(
        figures=tuple(_figure(year, figure) for figure in known if figure),
        a_list=year.texts(entry.municipality for entry in a_list),
        compliance_support=year.texts(entry.municipality for entry in supported),
        on_a_list=Count.of_records("entries on the A List", a_list),
        supported=Count.of_records(
            "entries supported in correcting compliance results", supported
        ),
    )
