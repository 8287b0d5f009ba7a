"""Every edition is for everybody; and the checker that says so finds each fault."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import page
import pytest
from django.core.management import call_command
from pikepdf import Pdf
from pytest_django import DjangoDbBlocker

from reports.contents.snapshots import take_snapshot
from reports.models import AnnualReport
from reports.rendering.documents import chapter_document
from reports.rendering.process import print_html
from tests.reports.accessible import RULES, faults
from tests.reports.conftest import Edition
from tests.reports.mutations import MUTATIONS
from tests.reports.printing import document

MOST_BYTES = 8_000_000


@pytest.fixture(scope="module")
def files(
    editions: Mapping[str, Edition],
    fy2021: None,  # noqa: ARG001 - the records of the year
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Path]:
    """Return all that is printed of FY2021: editions, both as one, a preview."""
    folder = tmp_path_factory.mktemp("printed")
    both, preview = folder / "both.pdf", folder / "preview.pdf"
    with django_db_blocker.unblock():
        call_command("render_report", "2021", language="ja-en", output=str(both))
        snapshot = take_snapshot(AnnualReport.objects.get(fiscal_year=2021))
        chapter = chapter_document(snapshot, "ja", "calendar")
    print_html(chapter.html, preview, data=chapter.data)
    single = {language: edition.path for language, edition in editions.items()}
    return MappingProxyType({**single, "both": both, "preview": preview})


@pytest.fixture(params=["ja", "en", "both", "preview"])
def file(request: pytest.FixtureRequest, files: Mapping[str, Path]) -> Path:
    return files[request.param]


@pytest.mark.parametrize(("profile", "rules"), [("ua1", 104), ("3a", 156)])
def test_edition_keeps_every_rule_of_the_standards(
    file: Path, profile: str, rules: int
) -> None:
    report = page.validate_pdf(file, profile=profile)

    assert [failure.rule_id for failure in report.failures] == []
    assert report.rules.passed == rules


def test_edition_is_for_everybody(file: Path) -> None:
    assert faults(file) == []


def test_edition_is_not_too_large_to_send(file: Path) -> None:
    assert file.stat().st_size < MOST_BYTES


SAMPLE = """<h1>表題</h1><h2>節</h2><p>前<span lang=en>Race to Zero</span>後</p>
<p><a href="https://example.org/">外へ</a><span class=note>注一</span></p>
<p>本<span class=note>注二</span></p><ol><li>一</li></ol>
<div role=img aria-label="棒">30</div>
<table><thead><tr><th>甲</th><th>乙</th></tr></thead>
<tbody><tr><th scope=row>丙</th><td>丁</td></tr></tbody></table>"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("sample") / "sample.pdf"
    print_html(document(SAMPLE, style=".note { float: footnote }"), target)
    return target


def test_sample_is_for_everybody(sample: Path) -> None:
    assert faults(sample) == []


@pytest.mark.parametrize(
    ("rule", "mutate"),
    [(rule, mutate) for rule, mutations in MUTATIONS.items() for mutate in mutations],
)
def test_each_rule_finds_its_fault(
    sample: Path, tmp_path: Path, rule: str, mutate: Callable[[Pdf], None]
) -> None:
    broken = tmp_path / "broken.pdf"
    with Pdf.open(sample) as pdf:
        mutate(pdf)
        pdf.save(broken)

    assert rule in {fault.partition(":")[0] for fault in faults(broken)}


def test_every_rule_is_shown_to_find_a_fault() -> None:
    assert set(MUTATIONS) == {rule.__name__ for rule in RULES}
