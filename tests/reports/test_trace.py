"""Every number in a printed report is traced to the records, and no other passes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoDbBlocker

from reports.choices import Language
from reports.contents.snapshots import editions_of, take_snapshot
from reports.models import AnnualReport
from reports.rendering.bookkeeping import Binding
from reports.rendering.documents import chapter_document, current_document
from reports.rendering.ledger import Ledger, ledger_of
from reports.rendering.numerals import numerals
from reports.rendering.printed import Print, read_print
from reports.rendering.process import print_html
from reports.rendering.tracing import trace
from tests.reports.conftest import Edition, print_editions

pytestmark = pytest.mark.django_db

LANGUAGES = list(Language)


def traced(path: Path, *options: str) -> str:
    """Return what the command says of a file, its last sentence too."""
    said = StringIO()
    try:
        call_command("report_trace", str(path), *options, stdout=said)
    except CommandError as error:
        said.write(f"exit {error.returncode}: {error}")
    return said.getvalue()


@pytest.fixture(scope="module")
def editions(
    fy2021: None,  # noqa: ARG001 - the records of the year
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Edition]:
    """Print the report of these records: a trace asks for their snapshot."""
    with django_db_blocker.unblock():
        return print_editions(tmp_path_factory.mktemp("traced"))


@pytest.fixture
def real_report(fy2021: None) -> AnnualReport:  # noqa: ARG001 - the records
    return AnnualReport.objects.get(fiscal_year=2021)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ledger_of_the_real_report_has_a_record_for_every_number(
    real_report: AnnualReport, language: str
) -> None:
    editions = editions_of(take_snapshot(real_report))

    entries = ledger_of(editions, language).entries

    assert [str(entry) for entry in entries if entry.binding == Binding.NONE] == []
    assert sum(entry.binding == Binding.FIGURE for entry in entries) > 30
    assert sum(entry.binding == Binding.FIELD for entry in entries) > 300


def test_every_number_of_an_edition_is_traced(edition: Edition) -> None:
    said = traced(edition.path)

    found = re.search(r"([0-9]+) numerals on ([0-9]+) pages, all bound", said)
    assert found is not None, said
    assert int(found[1]) > 500
    assert int(found[2]) == edition.pages


def test_every_number_of_the_combined_edition_is_traced(
    real_report: AnnualReport, tmp_path: Path
) -> None:
    path = tmp_path / "both.pdf"
    call_command("render_report", "2021", language="ja-en", output=str(path))

    said = traced(path)

    assert "all bound" in said, said
    assert real_report.title in said or str(path) in said


def test_every_number_of_a_chapter_alone_is_traced(
    real_report: AnnualReport, tmp_path: Path
) -> None:
    path = tmp_path / "chapter.pdf"
    document = chapter_document(take_snapshot(real_report), "en", "calendar")
    print_html(document.html, path, data=document.data)

    said = traced(path)

    assert "all bound" in said, said


# Where it stands, what is put there instead, as it is printed, and the true number.
ALTERED = {
    "prose": ("世界2,500(以上の自治体が参加)", r"世界2,501\1", "[2,501]以上", "2,500"),
    "heading": (
        r'(<h2 id="highlight[^>]*>.*?条約第)26(回)',
        r"\g<1>27\2",
        "条約第[27]回",
        "26",
    ),
    "table": ("<td>2021年4月22(日</td>)", r"<td>2021年4月21\1", "4月[21]日", "22"),
    "contents": (">07(</span> <span class=.entry)", r">70\1", "[70]", "07"),
    "chart": ("(<text[^>]*>)20(</text>)", r"\g<1>29\2", "[29]", "20"),
    "number put in": ("</h1>", "</h1><p>都市は365あり、</p>", "[365]あり", ""),
}


@pytest.fixture(scope="module")
def altered(
    fy2021: None,  # noqa: ARG001 - the records of the year
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """Return what is said of an edition whose HTML was altered in several places."""
    path = tmp_path_factory.mktemp("altered") / "ja.pdf"
    with django_db_blocker.unblock():
        report = AnnualReport.objects.get(fiscal_year=2021)
        document = current_document(take_snapshot(report), "ja")
        html = document.html
        for pattern, other, _printed, _true in ALTERED.values():
            html, times = re.subn(pattern, other, html, count=1, flags=re.DOTALL)
            assert times == 1, pattern
        print_html(html, path, data=document.data)
        return traced(path)


@pytest.mark.parametrize(
    ("printed", "true"), [each[2:] for each in ALTERED.values()], ids=[*ALTERED]
)
def test_altered_number_is_named_with_the_true_one(
    altered: str, printed: str, true: str
) -> None:
    (line,) = [line for line in altered.splitlines() if printed in line]

    verdict = f"should be {true}: " if true else "is bound to nothing."
    assert re.match(rf"Page [0-9]+: “.*” {verdict}", line)


def test_nothing_else_is_named_and_the_faults_are_counted(altered: str) -> None:
    *lines, last = altered.splitlines()

    assert len(lines) == len(ALTERED)
    assert last.startswith("exit 1: ")
    assert last.endswith(f": {len(ALTERED)} faults.")


@pytest.fixture
def printed(edition: Edition) -> Print:
    return read_print(edition.path)


@pytest.fixture
def ledger(edition: Edition, real_report: AnnualReport) -> Ledger:
    return ledger_of(editions_of(take_snapshot(real_report)), edition.language)


def with_pieces(printed: Print, changes: Mapping[int, str]) -> Print:
    """Return a print in which some pieces have other words."""
    pieces = [
        replace(piece, text=changes.get(number, piece.text))
        for number, piece in enumerate(printed.pieces)
    ]
    return replace(printed, pieces=tuple(pieces))


def test_any_digit_that_is_printed_otherwise_is_found(
    printed: Print, ledger: Ledger
) -> None:
    places = [
        (number, match.start())
        for number, piece in enumerate(printed.pieces)
        for match in re.finditer("[0-9]", piece.text)
    ]
    overlooked = []
    for number, at in places[:: len(places) // 100]:
        text = printed.pieces[number].text
        other = f"{text[:at]}{(int(text[at]) + 3) % 10}{text[at + 1 :]}"
        if not trace(with_pieces(printed, {number: other}), ledger).faults:
            overlooked.append((text, other))

    assert overlooked == []


def test_two_numbers_that_changed_places_are_found(
    printed: Print, ledger: Ledger
) -> None:
    pieces = [
        (number, piece.text)
        for number, piece in enumerate(printed.pieces)
        if re.search("[0-9]", piece.text)
    ]
    pairs = [
        (one, other)
        for one, other in pairwise(pieces)
        if numerals(f"{one[1]} {other[1]}") != numerals(f"{other[1]} {one[1]}")
    ]
    assert len(pairs) > 100
    overlooked = []
    for (first, words), (second, others) in pairs[:: len(pairs) // 50]:
        if not trace(
            with_pieces(printed, {first: others, second: words}), ledger
        ).faults:
            overlooked.append((words, others))

    assert overlooked == []
