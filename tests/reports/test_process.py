"""The renderer: confined, watched over, and the same to the byte."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2
import pytest

from reports.choices import FailureReason
from reports.rendering.assets import RefusedError, read_asset
from reports.rendering.process import Limits, RenderError, print_html
from tests.reports.conftest import read_pdf

PAGE = """<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">
<title>報告</title><meta name="dcterms.created" content="2022-03-31">
<meta name="dcterms.modified" content="2022-03-31">
<link rel="stylesheet" href="asset:///print.css">{head}</head>
<body><h1>イクレイ日本</h1>{body}</body></html>"""

# Starts a renderer that waits for its document, and says which process it is.
PARENT = """
import os, subprocess, sys, time
limits = [str(os.getpid()), "3221225472", "240"]
command = [sys.executable, "-m", "reports.rendering.pdf", "{target}", *limits]
print(subprocess.Popen(command, stdin=subprocess.PIPE).pid, flush=True)
time.sleep(60)
"""


def page(body: str = "", head: str = "") -> str:
    return PAGE.format(body=body, head=head)


def fonts(path: Path) -> set[str]:
    """Return the names of the embedded fonts, without the tag of the subset."""
    document = pypdfium2.PdfDocument(path)
    texts = [
        item
        for printed in document
        for item in printed.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    ]
    names = {item.get_font().get_base_name().partition("+")[2] for item in texts}
    document.close()
    return names


def test_document_is_printed_with_its_text_and_fonts(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"

    pages = print_html(page("<p>髙﨑市 São Paulo</p>"), target)

    assert pages == 1
    assert read_pdf(target, "ja").text == "イクレイ日本髙﨑市SãoPaulo1"
    assert fonts(target) == {"BIZ-UDPGothic-Bold", "BIZ-UDPGothic", "BIZ-UDPMincho"}


def test_long_document_reaches_a_renderer_that_starts_slowly(tmp_path: Path) -> None:
    text = "".join(f"<p>{number}</p>" for number in range(1_500)) + " " * 300_000

    pages = print_html(page(text), tmp_path / "report.pdf")

    assert pages > 20


def test_two_processes_print_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"

    for target in (first, second):
        print_html(page("<p>同じ</p><p>the same</p>"), target)

    assert first.read_bytes() == second.read_bytes()


def test_renderer_reaches_neither_network_nor_files(
    tmp_path: Path, visits: tuple[str, list[bytes]]
) -> None:
    address, seen = visits
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    head = f"""<style>@import url("{address}/a.css");
      @import url("file://{secret}");
      @font-face {{ font-family: x; src: url("{address}/x.ttf"); }}
      p {{ font-family: x; background: url("{address}/b.png"); }}</style>
      <link rel="stylesheet" href="{address}/c.css">
      <link rel="attachment" href="file://{secret}">
      <base href="file:///etc/">"""
    body = f"""<p>x</p><img alt="x" src="{address}/d.png">
      <img alt="x" src="file:///etc/passwd"><img alt="x" src="passwd">
      <object data="{address}/e.svg"></object>
      <a rel="attachment" href="file:///etc/passwd">x</a>"""
    target = tmp_path / "report.pdf"

    print_html(page(body, head), target)

    assert seen == []
    assert b"/EmbeddedFile" not in target.read_bytes()
    assert "root:" not in read_pdf(target, "ja").text


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "asset:///../settings.css",
        "asset:///%2e%2e/print.css",
        "asset:///missing.css",
        "http://127.0.0.1/print.css",
        "asset://host/print.css",
        "data:text/css,x",
    ],
)
def test_only_assets_are_read(url: str) -> None:
    with pytest.raises(RefusedError):
        read_asset(url)


def test_deep_nest_ends_with_a_reason_or_a_page(tmp_path: Path) -> None:
    nest = "<div>" * 10_000

    with pytest.raises(RenderError) as failure:
        print_html(page(nest), tmp_path / "report.pdf", limits=Limits(seconds=60))

    assert failure.value.reason == FailureReason.PRINTING


def test_slow_document_is_stopped_with_the_reason(tmp_path: Path) -> None:
    table = "<table>" + "<tr><td colspan=1000>x</td></tr>" * 3_000 + "</table>"

    with pytest.raises(RenderError) as failure:
        print_html(page(table * 5), tmp_path / "report.pdf", limits=Limits(seconds=1))

    assert failure.value.reason == FailureReason.TIME


LONG_TABLE = "<table>" + "<tr><td>x</td></tr>" * 20_000 + "</table>"


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(cpu_seconds=3), FailureReason.TIME),
        (Limits(memory_bytes=600 * 1024**2), FailureReason.MEMORY),
    ],
    ids=["processor", "memory"],
)
def test_renderer_that_takes_too_much_ends_with_the_reason(
    tmp_path: Path, limits: Limits, reason: FailureReason
) -> None:
    with pytest.raises(RenderError) as failure:
        print_html(page(LONG_TABLE), tmp_path / "report.pdf", limits=limits)

    assert failure.value.reason == reason


def test_renderer_is_stopped_when_the_sign_of_life_fails(tmp_path: Path) -> None:
    def superseded() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        print_html(page(LONG_TABLE), tmp_path / "report.pdf", sign=superseded)

    assert not (tmp_path / "report.pdf").exists()


def test_renderer_knows_no_settings_and_no_secrets() -> None:
    question = (
        "import sys, reports.rendering.pdf;"
        "print([name for name in sys.modules if name.startswith('django')])"
    )

    said = subprocess.run(
        [sys.executable, "-c", question],
        check=True,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"]},
    )

    assert said.stdout == "[]\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the child")
def test_renderer_ends_with_its_parent(tmp_path: Path) -> None:
    script = PARENT.format(target=tmp_path / "report.pdf")
    parent = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    wait_for_renderer(child)

    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()

    assert ends_within(child, seconds=10)


def wait_for_renderer(pid: int) -> None:
    """Wait until the renderer has read its limits: it then follows its parent."""
    limits = Path(f"/proc/{pid}/limits")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if "3221225472" in limits.read_text():
            return
        time.sleep(0.1)
    raise AssertionError("the renderer did not start")


def ends_within(pid: int, *, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        status = Path(f"/proc/{pid}/status")
        if not status.exists() or "State:\tZ" in status.read_text():
            return True
        time.sleep(0.1)
    return False
