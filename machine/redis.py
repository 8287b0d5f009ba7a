"""The project's own Redis server, reached through a unix socket only."""

import shutil
import socket
import time

from machine.home import Home
from machine.refusal import Refusal

PROGRAMS = ("redis-server", "valkey-server")
SECONDS_TO_START = 30
SECONDS_TO_ANSWER = 5
# A queue loses nothing: every write is kept, and none is thrown out for room.
DURABLE = ("--appendonly", "yes", "--maxmemory-policy", "noeviction")
NOT_DURABLE = ("--appendonly", "no", "--maxmemory-policy", "noeviction")


def installed() -> str | None:
    """Return the path of a Redis server, if one is installed."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Redis:
    """One server of the home; without `durable` it keeps nothing, for tests."""

    name = "Redis"

    def __init__(self, home: Home, *, durable: bool) -> None:
        self.home = home
        self.durable = durable
        self.socket = home.sockets / "redis.sock"
        self.log = home.state / "redis.log"

    @property
    def url(self) -> str:
        """The address of the server in the form that redis-py reads."""
        return f"unix://{self.socket}"

    def answers(self) -> bool:
        """Tell whether the server takes commands; waits while it loads its file."""
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            said = self._say(b"PING\r\n")
            if not said.startswith(b"-LOADING") or time.monotonic() > deadline:
                return said.startswith(b"+PONG")
            time.sleep(0.1)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        program = installed()
        if program is None:
            raise Refusal("No Redis server is installed.")
        folder = self.home.account.open_folder(self.home.state / "redis")
        kept = DURABLE if self.durable else NOT_DURABLE
        self.home.account.run(
            *(program, "--port", "0", "--daemonize", "yes", "--save", "", *kept),
            *("--unixsocket", self.socket, "--unixsocketperm", "700"),
            *("--dir", folder, "--pidfile", folder / "redis.pid"),
            *("--logfile", self.log),
        )
        deadline = time.monotonic() + SECONDS_TO_START
        while not self.answers():
            if time.monotonic() > deadline:
                raise Refusal(f"Redis did not start: see {self.log}.")
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop the server after its last write is on disk."""
        self._say(b"SHUTDOWN\r\n")

    def _say(self, command: bytes) -> bytes:
        """Send a command and return what comes back, nothing from a dead server."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(SECONDS_TO_ANSWER)
            try:
                connection.connect(str(self.socket))
                connection.sendall(command)
                return connection.recv(512)
            except OSError:
                return b""
