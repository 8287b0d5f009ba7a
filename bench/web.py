"""A web server of the portal under measurement, and readers who ask it."""

from __future__ import annotations

import http.client
import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.processes import children, wait_for
from bench.stage import Stage
from machine.ports import HOST, free_port, is_served

READERS = 4
TICKS = os.sysconf("SC_CLK_TCK")
HEADERS = {"Accept-Encoding": "br"}


@dataclass(frozen=True)
class Web:
    """A running web server."""

    port: int
    pid: int

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://{HOST}:{self.port}"

    def ask(self, path: str, times: int) -> None:
        """Ask for a page so many times, one after the other, as one reader."""
        connection = http.client.HTTPConnection(HOST, self.port)
        for _time in range(times):
            connection.request("GET", path, headers=HEADERS)
            answer = connection.getresponse()
            answer.read()
            if answer.status != http.HTTPStatus.OK:
                raise RuntimeError(f"{path}: {answer.status}")
        connection.close()

    def rate(self, path: str, times: int) -> float:
        """Return the requests a second of some readers at once."""
        begun = time.perf_counter()
        with ThreadPoolExecutor(READERS) as pool:
            for done in [
                pool.submit(self.ask, path, times // READERS)
                for _reader in range(READERS)
            ]:
                done.result()
        return times / (time.perf_counter() - begun)

    def processor(self, path: str, times: int) -> float:
        """Return the milliseconds of processor time that a request takes."""
        before = self._ticks()
        self.ask(path, times)
        return (self._ticks() - before) / TICKS * 1000 / times

    def _ticks(self) -> int:
        found = 0
        for pid in children(self.pid):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
            found += int(fields[11]) + int(fields[12])
        return found


@contextmanager
def web(stage: Stage, workers: int = 1, **settings: str) -> Iterator[Web]:
    """Run a web server as long as something is asked of it."""
    port = free_port("9300")
    command = (
        *("-m", "gunicorn", "iclei_portal.wsgi", "--worker-class=gthread"),
        *(f"--workers={workers}", "--threads=4", "--no-control-socket"),
        *(f"--bind={HOST}:{port}", "--log-level=warning"),
    )
    also = {"DJANGO_SETTINGS_MODULE": "bench.settings", **settings}
    with stage.start(*command, stdout=stage.log, also=also) as process:
        try:
            wait_for(lambda: is_served(port), 60)
            yield Web(port, process.pid)
        finally:
            process.terminate()
