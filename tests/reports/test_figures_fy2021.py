"""The figures of FY2021 are those of its records, and its drawings say them."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pypdfium2
import pytest
from django.utils import translation
from django.utils.translation import gettext
from pytest_django import DjangoDbBlocker

from events.choices import Listing, Role
from events.models import Event, EventParticipant, EventRole
from iclei_portal.bilingual.texts import record_of
from initiatives.models import Participation, RoundEntry
from members.choices import Kind
from members.models import Municipality
from reports.contents.figures import Figures
from reports.contents.snapshots import take_snapshot
from reports.contents.values import Count
from reports.models import AnnualReport
from reports.rendering.bookkeeping import values_of
from reports.rendering.documents import chapter_document
from reports.rendering.process import print_html
from tests.reports.figures import collected, laid_out
from tests.reports.tagged import TaggedPdf

pytestmark = pytest.mark.django_db

DAY = date(2022, 3, 31)
GREEN = (0x11, 0x5A, 0x36)
CAPTION = (
    "Dots are municipalities; shaded areas with their names in bold type are "
    "prefectures. Some islands are left out."
)


def counts(figures: Figures) -> list[Count]:
    return [value for value in values_of(figures) if isinstance(value, Count)]


def numbers(html: str, table: str) -> list[list[str]]:
    """Return the cells of a table's rows, without elements."""
    found = re.search(rf'id="{table}".*?<tbody>(.*?)</tbody>', html, re.DOTALL)
    assert found
    return [
        [re.sub(r"<[^>]*>", "", c).strip() for c in re.findall(r"<t[hd].*?</t[hd]>", r)]
        for r in re.findall(r"<tr.*?</tr>", found[1], re.DOTALL)
    ]


@pytest.fixture
def figures_of_2021(fy2021: None) -> Mapping[str, Figures]:  # noqa: ARG001
    report = AnnualReport.objects.get(fiscal_year=2021)
    return {language: collected(report, language) for language in ("ja", "en")}


@pytest.fixture
def found(figures_of_2021: Mapping[str, Figures]) -> Figures:
    return figures_of_2021["en"]


def test_months_add_up_to_the_records(found: Figures) -> None:
    events = Event.objects.filter(
        listing=Listing.CALENDAR, start_on__range=(date(2021, 4, 1), DAY)
    )
    participants = EventParticipant.objects.filter(event__in=events)
    by_month = Counter(each.event.start_on.month for each in participants)

    months = found.months.months

    order = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
    assert [m.participations.value for m in months] == [by_month[n] for n in order]
    assert sum(month.participations.value for month in months) == 65
    assert sum(month.conferences.value for month in months) == events.count() == 40
    assert found.months.participations.value == 65
    assert found.months.conferences.value == 40
    assert found.months.unnamed.value == 9
    assert [text.content for text in found.months.busiest] == ["October 2021"]


def test_roles_add_up_to_the_records(found: Figures) -> None:
    held = EventRole.objects.filter(
        event__listing__in=[Listing.CALENDAR, Listing.MEETINGS],
        event__start_on__range=(date(2021, 4, 1), DAY),
    )

    rows = {row.name.content: row for row in found.roles.rows}

    assert rows["Lecture"].conferences.value == 8
    assert rows["Lecture"].meetings.value == 9
    assert found.roles.total.total.value == held.exclude(role=Role.NONE).count() == 55
    assert sum(row.open.value for row in rows.values()) == (
        held.filter(confirmed=False).count()
    )
    assert [row.is_read for row in found.roles.rows] == [True] * 8 + [False]
    assert [text.content for text in found.roles.most] == ["Lecture"]


def test_grid_has_a_cell_for_every_participation(found: Figures) -> None:
    joined = Participation.objects.joined().as_of(DAY)
    held = joined.filter(municipality__isnull=False)
    pairs = {(one.initiative.name, str(one.municipality)) for one in held}

    cells = [cell for row in found.grid.rows for cell in row.cells if cell is not None]

    assert len(cells) == len(pairs) == 37
    assert sum(row.total.value for row in found.grid.rows) == len(cells)
    assert sum(column.total.value for column in found.grid.columns) == len(cells)
    assert cells.count(False) == held.filter(confirmed=False).count() == 7
    assert [text.content for text in found.grid.busiest] == ["City of Yokohama"]
    assert [c.name.content for c in found.grid.columns if not c.is_member] == [
        "City of Niigata"
    ]


def test_map_has_every_member_at_its_place(found: Figures) -> None:
    members = Municipality.objects.members_as_of(DAY)

    assert {one.record for one in found.map.places} == {
        record_of(member) for member in members
    }
    assert None not in [one.at for one in found.map.places]
    assert found.map.members.value == members.count() == 21
    assert found.map.member_prefectures.value == (
        members.filter(kind=Kind.PREFECTURE).count()
    )
    assert sum(len(each.members) for each in found.map.prefectures) == 21
    assert [text.content for text in found.map.densest] == ["Tokyo"]


def test_reporting_has_its_figures_and_its_municipalities(found: Figures) -> None:
    assert [each.value.content for each in found.reporting.figures] == ["1,000+", "189"]
    assert [each.is_open for each in found.reporting.figures] == [True, False]
    assert found.reporting.on_a_list.value == (
        RoundEntry.objects.filter(a_list=True).count()
    )
    assert [text.content for text in found.reporting.compliance_support] == [
        "City of Kitakyushu",
        "City of Toyama",
        "City of Niigata",
    ]


def test_every_count_names_as_many_records(found: Figures) -> None:
    counted = [count for count in counts(found) if count != found.months.unnamed]

    assert len(counted) > 90
    assert [c for c in counted if c.value != len(set(c.records))] == []


def test_both_languages_count_the_same(figures_of_2021: Mapping[str, Figures]) -> None:
    japanese, english = (Counter(counts(each)) for each in figures_of_2021.values())

    assert {(c.of, c.value, frozenset(c.records)) for c in japanese} == {
        (c.of, c.value, frozenset(c.records)) for c in english
    }


def test_table_says_what_the_chart_says(fy2021: None) -> None:  # noqa: ARG001
    report = AnnualReport.objects.get(fiscal_year=2021)
    html = laid_out(report, "en")

    chart = re.search(r'<svg id="figures-roles-chart".*?</svg>', html, re.DOTALL)
    assert chart
    drawn = re.findall(r'font-weight="bold">(\d+)</text>', chart[0])
    rows = {name: cells for name, *cells in numbers(html, "figures-roles-data")}

    del rows["Total"]
    assert [cells[2] for cells in rows.values()] == drawn
    assert all(int(a) + int(b) == int(total) for a, b, total, _open in rows.values())


def test_every_drawing_has_an_id_of_its_own(fy2021: None) -> None:  # noqa: ARG001
    report = AnnualReport.objects.get(fiscal_year=2021)
    html = laid_out(report, "ja")

    ids = re.findall(r'\sid="([^"]*)"', html)
    titled = re.findall(r'aria-labelledby="([^"]*)"', html)

    assert len(ids) == len(set(ids))
    assert set(titled) <= set(ids)
    assert html.count("<svg ") == 5


@pytest.fixture(scope="module")
def prints(
    fy2021: None,  # noqa: ARG001 - the records of the year
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Path]:
    """Print the chapter in both languages."""
    folder, found = tmp_path_factory.mktemp("figures"), {}
    for language in ("ja", "en"):
        with django_db_blocker.unblock():
            snapshot = take_snapshot(AnnualReport.objects.get(fiscal_year=2021))
            document = chapter_document(snapshot, language, "figures")
        found[language] = folder / f"{language}.pdf"
        print_html(document.html, found[language], data=document.data)
    return MappingProxyType(found)


@pytest.mark.parametrize(
    ("language", "busiest"), [("ja", "2021年10月"), ("en", "October 2021")]
)
def test_printed_drawings_say_what_they_show(
    prints: Mapping[str, Path], language: str, busiest: str
) -> None:
    pdf = TaggedPdf(prints[language])
    said = [str(figure.source.Alt) for figure in pdf.root.found("Figure")]
    pdf.close()

    assert len(said) == 5
    assert busiest in said[1]
    assert all(len(alternative) > 15 for alternative in said)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_printed_map_is_read_before_its_caption(
    prints: Mapping[str, Path], language: str
) -> None:
    document = pypdfium2.PdfDocument(prints[language])
    page = re.sub(r"\s+", "", document[0].get_textpage().get_text_range())
    document.close()

    names = {"ja": ("下川町", "横浜市"), "en": ("ShimokawaTown", "CityofYokohama")}
    with translation.override(language):
        caption = re.sub(r"\s+", "", gettext(CAPTION))
    assert all(page.count(name) == 1 for name in names[language])
    assert max(page.index(name) for name in names[language]) < page.index(caption)


def test_printed_map_has_its_dots_and_shades(prints: Mapping[str, Path]) -> None:
    document = pypdfium2.PdfDocument(prints["en"])
    picture = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()

    pixels = Counter(picture.get_flattened_data())

    assert pixels[GREEN] > 200
    assert pixels[0x9B, 0xD4, 0xB5] > 1000
    assert pixels[0xE3, 0xEE, 0xEA] > 20_000
