"""The renderer as a process: warm, watched over, and started anew when it is lost."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.processes import children, is_running, wait_for
from reports.choices import FailureReason
from reports.rendering import warm
from reports.rendering.process import RenderError, print_html
from reports.rendering.warm import RENDERER
from typefaces.places import environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux has /proc")

PAGE = '<html lang="en"><title>Report</title>{style}<h1>Report</h1>{body}</html>'
SHORT = PAGE.format(style="", body="<p>髙﨑</p>")
LONG = PAGE.format(style="", body="<p>x" * 2_000)
ENDLESS = PAGE.format(style="", body="<table>" + "<tr><td>x" * 20_000 + "</table>")


@pytest.fixture
def renderer(tmp_path: Path) -> Iterator[int]:
    """Give a renderer that has printed a document already."""
    RENDERER.end()
    print_html(SHORT, tmp_path / "before.pdf")
    yield started()
    RENDERER.end()


def started() -> int:
    RENDERER.start()
    assert RENDERER.process is not None
    return RENDERER.process.pid


def child_of(renderer: int) -> int:
    """Wait until a document is being printed; return the process that does it."""
    (child,) = wait_for(lambda: children(renderer))
    return child


class Printing(threading.Thread):
    """Prints a document beside the test."""

    def __init__(self, html: str, target: Path) -> None:
        super().__init__()
        self.html, self.target = html, target
        self.stopped = threading.Event()
        self.error: Exception | None = None
        self.pages = 0
        self.start()

    def run(self) -> None:
        try:
            self.pages = print_html(self.html, self.target, sign=self.sign)
        except (RenderError, InterruptedError) as error:
            self.error = error

    def sign(self, _page: int) -> None:
        if self.stopped.is_set():
            raise InterruptedError


def test_documents_are_printed_by_the_same_warm_process(
    renderer: int, tmp_path: Path
) -> None:
    print_html(SHORT, tmp_path / "report.pdf")

    assert started() == renderer


def test_nothing_goes_from_a_document_to_the_next(
    renderer: int, tmp_path: Path
) -> None:
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    style = "<style>@counter-style decimal { system: cyclic; symbols: x }</style>"
    print_html(SHORT, first)

    print_html(PAGE.format(style=style, body="<p>other</p>"), tmp_path / "other.pdf")
    print_html(SHORT, again)

    assert started() == renderer
    assert again.read_bytes() == first.read_bytes()


def test_renderer_is_one_thread_when_it_forks(renderer: int) -> None:
    assert len(list(Path(f"/proc/{renderer}/task").iterdir())) == 1


def test_killed_renderer_costs_no_document(renderer: int, tmp_path: Path) -> None:
    printing = Printing(LONG, tmp_path / "report.pdf")
    child = child_of(renderer)

    os.kill(renderer, signal.SIGKILL)
    printing.join()

    assert printing.pages > 20
    assert not is_running(child)
    assert started() != renderer


def test_renderer_that_died_in_silence_is_replaced(
    renderer: int, tmp_path: Path
) -> None:
    os.kill(renderer, signal.SIGKILL)

    assert print_html(SHORT, tmp_path / "report.pdf") == 1


def test_renderer_that_hangs_is_replaced(
    renderer: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm, "SECONDS_TO_BEGIN", 6)
    os.kill(renderer, signal.SIGSTOP)

    pages = print_html(SHORT, tmp_path / "report.pdf")

    assert pages == 1
    assert not is_running(renderer)


def test_renderer_that_never_starts_is_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    RENDERER.end()
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(RenderError) as failure:
        print_html(SHORT, tmp_path / "report.pdf")

    assert failure.value.reason == FailureReason.WORKER_LOST
    assert capfd.readouterr().out == ""


def test_killed_document_has_the_memory_as_its_reason(
    renderer: int, tmp_path: Path
) -> None:
    printing = Printing(ENDLESS, tmp_path / "report.pdf")

    os.kill(child_of(renderer), signal.SIGKILL)
    printing.join()

    assert isinstance(printing.error, RenderError)
    assert printing.error.reason == FailureReason.MEMORY
    assert started() == renderer


def test_document_is_stopped_within_a_second(renderer: int, tmp_path: Path) -> None:
    printing = Printing(ENDLESS, tmp_path / "report.pdf")
    child = child_of(renderer)
    begun = time.monotonic()

    printing.stopped.set()
    printing.join()

    assert time.monotonic() - begun < 1.5
    assert not is_running(child)
    assert isinstance(printing.error, InterruptedError)
    assert not (tmp_path / "report.pdf").exists()
    assert started() == renderer


def test_renderer_that_hangs_while_it_is_stopped_is_ended(
    renderer: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm, "SECONDS_TO_END", 0.5)
    printing = Printing(ENDLESS, tmp_path / "report.pdf")
    child = child_of(renderer)

    os.kill(renderer, signal.SIGSTOP)
    printing.stopped.set()
    printing.join()

    assert isinstance(printing.error, InterruptedError)
    assert wait_for(lambda: not is_running(child))


def test_renderer_is_replaced_after_many_documents(
    renderer: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm, "MOST_DOCUMENTS", 2)

    print_html(SHORT, tmp_path / "report.pdf")

    assert not is_running(renderer)
    assert print_html(SHORT, tmp_path / "report.pdf") == 1


def test_renderer_knows_no_settings_and_no_secrets(renderer: int) -> None:
    question = (
        "import sys, reports.rendering.renderer;"
        "print([name for name in sys.modules if name.startswith('django')])"
    )

    said = subprocess.run(
        [sys.executable, "-c", question],
        check=True,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"]},
    )

    variables = Path(f"/proc/{renderer}/environ").read_text()
    names = {line.partition("=")[0] for line in variables.split("\0") if line}
    assert said.stdout == "[]\n"
    assert names <= {*warm.KNOWN, *environment(), "PYTHONHASHSEED"}
