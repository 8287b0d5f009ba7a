"""The command that renders in the foreground."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from reports.actions import keep_as_published
from reports.models import AnnualReport, RenderJob

pytestmark = pytest.mark.django_db


def test_command_writes_the_edition_without_a_job(
    report: AnnualReport, tmp_path: Path
) -> None:
    said = StringIO()
    target = tmp_path / "report.pdf"

    call_command(
        "render_report",
        str(report.fiscal_year),
        language="en",
        output=str(target),
        stdout=said,
    )

    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert said.getvalue().startswith(f"{target}: ")
    assert not RenderJob.objects.exists()


def test_failed_command_leaves_the_old_file_and_no_other(
    report: AnnualReport, tmp_path: Path
) -> None:
    keep_as_published(report=report)
    report.versions.update(fingerprints={})  # Laid out with another style.
    target = tmp_path / "report.pdf"
    target.write_bytes(b"%PDF of yesterday")

    with (
        translation.override("en"),
        pytest.raises(CommandError, match="The style or the typefaces"),
    ):
        call_command("render_report", str(report.fiscal_year), output=str(target))

    assert target.read_bytes() == b"%PDF of yesterday"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize(
    ("year", "language", "output", "sentence"),
    [
        ("1999", "ja", "x.pdf", "There is no annual report on fiscal year 1999."),
        (
            "2021",
            "fr",
            "x.pdf",
            "There is no edition in “fr”: choose ja or en or ja-en.",
        ),
        ("2021", "ja", "no/x.pdf", "no/x.pdf cannot be written: No such file"),
        ("2021", "ja", ".", "cannot be written: Is a directory"),
    ],
)
def test_command_says_why_not(
    tmp_path: Path, year: str, language: str, output: str, sentence: str
) -> None:
    with pytest.raises(CommandError) as refusal:
        call_command(
            "render_report", year, language=language, output=str(tmp_path / output)
        )

    assert sentence in str(refusal.value)
    assert not (tmp_path / "x.pdf").exists()
