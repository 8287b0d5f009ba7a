"""No renderer and no document outlives whom it works for."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bench.processes import children, is_running, wait_for
from machine.places import ROOT
from reports.rendering import warm
from reports.rendering.process import print_html
from reports.rendering.warm import RENDERER
from tests.reports.test_renderer import ENDLESS, LONG, SHORT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux has /proc")

# Prints with a renderer of its own, whose number it tells, and again without end.
WORKER = """
import sys
from pathlib import Path
import django
django.setup()
from reports.rendering.process import print_html
from reports.rendering.warm import RENDERER
print_html("<p>first", Path("{target}"))
print(RENDERER.process.pid, flush=True)
print_html(sys.stdin.read(), Path("{target}"))
"""


def test_renderer_that_is_asked_nothing_more_ends_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    RENDERER.end()
    # Whoever measures these tests measures the renderer too.
    monkeypatch.setattr(warm, "KNOWN", tuple(os.environ))
    pages = [print_html(body, tmp_path / "report.pdf") for body in (SHORT, LONG)]
    renderer = RENDERER.process

    RENDERER.requests.close()

    assert renderer is not None
    assert renderer.wait(timeout=20) == 0
    assert pages[0] < pages[1]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=str)
def test_renderer_ends_with_its_worker(number: signal.Signals, tmp_path: Path) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER.format(target=tmp_path / "report.pdf")],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "iclei_portal.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        renderer = int(worker.stdout.readline())
        worker.stdin.write(ENDLESS.encode())
        worker.stdin.close()
        (child,) = wait_for(lambda: children(renderer))

        worker.send_signal(number)
        worker.wait()

    assert wait_for(lambda: not is_running(renderer))
    assert wait_for(lambda: not is_running(child))
