"""The renderer as a program: what it prints, and how it ends."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from machine.places import ROOT
from reports.choices import FailureReason
from reports.rendering import assets
from reports.rendering.process import REASONS, RenderError, print_html

PAGE = """<html lang="en"><head><meta charset="utf-8"><title>Report</title>{head}</head>
<body><h1>Report</h1></body></html>"""
MEMORY_BYTES, CPU_SECONDS = 1024**3, 60
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux has this file")


def ended(
    document: IO[bytes], target: Path, parent: int | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reports.rendering.pdf", str(target)]
    return subprocess.run(
        [*command, *map(str, (parent or os.getpid(), MEMORY_BYTES, CPU_SECONDS))],
        cwd=ROOT,
        stdin=document,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def document(tmp_path: Path) -> Path:
    file = tmp_path / "document.html"
    file.write_text(
        PAGE.format(head='<link rel="stylesheet" href="asset:///print.css">')
    )
    return file


def test_renderer_says_how_many_pages_it_printed(
    document: Path, tmp_path: Path
) -> None:
    with document.open("rb") as read:
        done = ended(read, tmp_path / "report.pdf")

    assert (done.returncode, done.stdout) == (0, "1\n")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_renderer_without_its_parent_prints_nothing(
    document: Path, tmp_path: Path
) -> None:
    with document.open("rb") as read:
        done = ended(read, tmp_path / "report.pdf", parent=1_000_000)

    assert (done.returncode, done.stdout) == (4, "")
    assert not (tmp_path / "report.pdf").exists()


def test_document_larger_than_the_memory_is_the_reason(
    document: Path, tmp_path: Path
) -> None:
    os.truncate(document, 2 * MEMORY_BYTES)  # without taking room on the disk

    with document.open("rb") as read:
        done = ended(read, tmp_path / "report.pdf")

    assert REASONS[done.returncode] == FailureReason.MEMORY
    assert not (tmp_path / "report.pdf").exists()


@on_linux
def test_renderer_says_that_the_disk_is_full(document: Path) -> None:
    with document.open("rb") as read:
        done = ended(read, Path("/dev/full"))

    assert REASONS[done.returncode] == FailureReason.STORAGE
    assert done.stderr == "[Errno 28] No space left on device\n"


@on_linux
def test_full_disk_is_the_reason() -> None:
    with pytest.raises(RenderError) as failure:
        print_html(PAGE.format(head=""), Path("/dev/full"))

    assert failure.value.reason == FailureReason.STORAGE
    assert "No space left on device" in str(failure.value)


def test_asset_is_read_with_its_type() -> None:
    content, media_type = assets.read_asset("asset:///print.css")

    assert content == (ROOT / "static" / "reports" / "print.css").read_bytes()
    assert media_type == "text/css"
