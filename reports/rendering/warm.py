"""The renderer of this process: kept warm, watched over, started anew when lost."""

from __future__ import annotations

import atexit
import logging
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from django.conf import settings

from reports.rendering.protocol import Heard
from typefaces.places import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from reports.rendering.protocol import Request

logger = logging.getLogger(__name__)

# All that the renderer gets to know of the environment: no settings, no secret.
KNOWN = ("PATH", "HOME", "LANG", "TMPDIR")
# A click that stops a job is heard within a second.
SECONDS_BETWEEN_SIGNS = 0.8
SECONDS_TO_BEGIN = 60.0
SECONDS_TO_END = 5.0
# Nothing is known to grow in it; it begins anew all the same.
MOST_DOCUMENTS = 200


class RendererLostError(Exception):
    """The renderer ended or hangs, whatever the document."""


class TooSlowError(Exception):
    """A document was not printed within its time."""


@dataclass(frozen=True)
class Order:
    """A request with its files, who is told of the pages, and the time there is."""

    request: Request
    document: IO[bytes]
    complaints: IO[bytes]
    sign: Callable[[int], None]
    seconds: float

    def send(self, renderer: socket.socket, talk: socket.socket) -> None:
        """Send it. Raises RendererLostError."""
        # The renderer reads on where the shared file stands.
        self.document.seek(0)
        files = [file.fileno() for file in (self.document, talk, self.complaints)]
        try:
            socket.send_fds(renderer, [self.request.written()], files)
        except OSError as error:
            raise RendererLostError("it takes no requests") from error

    def follow(self, talk: socket.socket) -> Heard:
        """Listen until the document has ended, and give a sign in every while.

        Raises TooSlowError, RendererLostError and whatever the sign does.
        """
        heard = Heard()
        begun = signed = now = time.monotonic()
        while heard.ended is None:
            talk.settimeout(max(0.001, signed + SECONDS_BETWEEN_SIGNS - now))
            with suppress(TimeoutError):
                piece = talk.recv(65_536)
                if not piece:
                    raise RendererLostError("it ended in the middle of a document")
                heard.take(piece)
            now = time.monotonic()
            if now - signed >= SECONDS_BETWEEN_SIGNS:
                self.sign(heard.page)
                signed = now
            if now - begun > self.seconds:
                raise TooSlowError(f"not done within {self.seconds} seconds")
            if now - begun > SECONDS_TO_BEGIN and not heard.begun:
                raise RendererLostError("it does not begin")
        return heard


@dataclass
class Renderer:
    """A renderer process of this process's own; it prints one document at a time."""

    process: subprocess.Popen[bytes] | None = None
    requests: socket.socket = field(default_factory=socket.socket)
    documents: int = 0
    turn: threading.Lock = field(default_factory=threading.Lock)

    def start(self) -> None:
        """Start the process unless it is alive; it gets warm by itself."""
        if self.process is not None and self.process.poll() is None:
            return
        self.requests.close()
        self.requests, theirs = socket.socketpair()
        known = {name: os.environ[name] for name in KNOWN if name in os.environ}
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "reports.rendering.renderer"],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                cwd=settings.BASE_DIR,
                env={**known, **environment(), "PYTHONHASHSEED": "0"},
            )
        self.documents = 0

    def end(self) -> None:
        """End the process; the next document has a new one started."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
        self.requests.close()

    def print(self, order: Order) -> Heard:
        """Have a document printed, by a second renderer where the first is lost.

        Raises what `Order.follow` does; nobody prints the document any longer then.
        """
        with self.turn:
            try:
                heard = self._print(order)
            except RendererLostError:
                logger.warning("the renderer is started anew", exc_info=True)
                heard = self._print(order)
            self.documents += 1
            if self.documents >= MOST_DOCUMENTS:
                self.end()
                self.start()
            return heard

    def _print(self, order: Order) -> Heard:
        self.start()
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                order.send(self.requests, theirs)
            try:
                return order.follow(ours)
            except RendererLostError:
                self.end()
                raise
            except BaseException:
                self._stop_printing(ours)
                raise

    def _stop_printing(self, talk: socket.socket) -> None:
        """Hang up, and wait until the renderer has killed its child."""
        talk.settimeout(SECONDS_TO_END)
        try:
            talk.shutdown(socket.SHUT_WR)
            while talk.recv(65_536):
                pass
        except OSError:
            logger.warning("the renderer hangs")
            self.end()


RENDERER = Renderer()
atexit.register(RENDERER.end)
