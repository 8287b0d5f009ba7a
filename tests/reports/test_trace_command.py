"""The command that traces a file says what it compares, or why it does not."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from django.core.management import CommandError, call_command

from events.models import Event
from members.models import User
from reports.actions import freeze_report
from reports.choices import ReportState
from reports.models import AnnualReport, Version
from reports.rendering.documents import frozen_document
from reports.rendering.imprint import Imprint
from reports.rendering.process import print_html
from tests.factories import EventFactory, allow_findings

pytestmark = pytest.mark.django_db

KEYWORDS = Imprint("2021", "en", "1", "0" * 64)


def sheet(path: Path, keywords: object) -> Path:
    """Write a PDF of one empty page."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Keywords"] = str(keywords)
        pdf.Root.StructTreeRoot = pikepdf.Dictionary(K=[pikepdf.Dictionary(K=0)])
        pdf.save(path)
    return path


@pytest.fixture
def version(report: AnnualReport, secretariat: User) -> Version:
    """Return a report as it was frozen, with an event."""
    EventFactory(title_ja="第7回会議", title_en="7th Meeting")
    AnnualReport.objects.update(state=ReportState.REVIEW)
    allow_findings(report)
    return freeze_report(report=report, by=secretariat)


def test_imprint_is_read_back_from_the_keywords(version: Version) -> None:
    whole = Imprint.of(version.snapshot, "ja-en")
    chapter = Imprint.of(version.snapshot, "en", "about")

    assert Imprint.read(str(whole)) == whole
    assert Imprint.read(str(chapter)) == chapter
    assert (whole.fiscal_year, whole.version, whole.chapter) == ("2021", "1", None)
    assert Imprint.read("annual report, 2021") is None


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("none.pdf", None, "There is no file"),
        ("text.pdf", b"%PDF-1.7 or so", "is no PDF that can be read."),
        ("other.pdf", "report, 2021", "is no annual report made by this portal."),
        ("french.pdf", Imprint("2021", "fr", "1", "0" * 64), "made by this portal."),
        ("lost.pdf", KEYWORDS, "The values that were printed, 000000000000…, are not"),
    ],
)
def test_command_says_why_a_file_is_not_traced(
    tmp_path: Path, name: str, content: object, sentence: str
) -> None:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        sheet(path, content)

    with pytest.raises(CommandError) as refusal:
        call_command("report_trace", str(path))

    assert sentence in str(refusal.value)


def test_command_says_that_there_is_no_such_version(
    version: Version, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "x.pdf", KEYWORDS)

    with pytest.raises(CommandError) as refusal:
        call_command("report_trace", str(path), "--version", "2")

    assert version.number == 1
    assert str(refusal.value) == (
        "The report on fiscal year 2021 has no frozen version 2."
    )


def test_file_with_other_contents_is_compared_with_the_version_asked_for(
    version: Version, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sheet(tmp_path / "x.pdf", KEYWORDS)

    with pytest.raises(CommandError) as refusal:
        call_command("report_trace", str(path), "--version", str(version.number))

    assert str(refusal.value).startswith(f"{path}: ")
    (line,) = [
        line for line in capsys.readouterr().out.splitlines() if "[7]th Meeting" in line
    ]
    assert "is not printed: events.event:" in line


def test_frozen_edition_is_traced_whatever_records_and_templates_are_now(
    version: Version,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    template: Callable[[str, str], None],
) -> None:
    path = tmp_path / "x.pdf"
    document = frozen_document(version, "en")
    print_html(document.html, path, data=document.data)
    Event.objects.update(title_en="8th Meeting")
    template("calendar.html", "<p>42</p>")

    call_command("report_trace", str(path))

    assert "all bound" in capsys.readouterr().out
