import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from machine import pulse
from machine.ports import HOST, free_port


class Portal(BaseHTTPRequestHandler):
    """Answers with the status that the test gives the server."""

    def do_GET(self) -> None:
        asked = (self.path, self.headers["Host"], self.headers["X-Forwarded-Proto"])
        fits = asked == ("/ja/", "portal.example.org", "https")
        self.send_response(self.server.status if fits else 500)  # type: ignore[attr-defined]
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[HTTPServer]:
    monkeypatch.setenv("ALLOWED_HOSTS", "portal.example.org,other.example.org")
    with HTTPServer((HOST, free_port("21000")), Portal) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        yield server


@pytest.mark.parametrize(
    ("status", "answers"), [(200, True), (404, True), (500, False), (503, False)]
)
def test_pulse_is_the_answer_of_the_home_page(
    portal: HTTPServer, status: int, answers: bool
) -> None:
    portal.status = status  # type: ignore[attr-defined]

    assert pulse.answers(portal.server_port) is answers


def test_pulse_is_missed_where_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "portal.example.org")

    assert not pulse.answers(free_port("22000"))
