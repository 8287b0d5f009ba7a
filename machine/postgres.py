"""The project's own PostgreSQL server, reached through a unix socket only."""

import shutil
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from machine.account import encoding_locale
from machine.home import Home
from machine.installation import installation_for
from machine.refusal import Refusal

SECONDS_TO_START = 60
STARTING = 1  # what pg_isready says of a server that still recovers
NOT_DURABLE = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


class Postgres:
    """One cluster with one database; without `durable` it is fast, for tests."""

    name = "PostgreSQL"

    def __init__(self, home: Home, *, durable: bool) -> None:
        self.home = home
        self.durable = durable
        self.cluster = home.state / "postgres"
        self.log = home.state / "postgres.log"
        self.programs = installation_for(self.cluster)

    @property
    def url(self) -> str:
        """The address of the database in the form that django-environ reads."""
        return f"postgres://portal@/portal?host={quote(str(self.home.sockets), '')}"

    def answers(self) -> bool:
        """Tell whether the server takes connections; waits while it recovers."""
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            said = self._run("pg_isready", "-q", "-h", self.home.sockets).returncode
            if said != STARTING or time.monotonic() > deadline:
                return said == 0
            time.sleep(0.1)

    def start(self) -> None:
        """Start the server; the first time, make the cluster and its database."""
        if not self.cluster.exists():
            self._create_cluster()
        options = (
            f"-k {self.home.sockets} -c listen_addresses= "
            f"-c unix_socket_permissions=0700 {'' if self.durable else NOT_DURABLE}"
        )
        command: list[str | Path] = ["-D", self.cluster, "-l", self.log]
        command += ["-o", options, "-w", "start"]
        deadline = time.monotonic() + SECONDS_TO_START
        while self._run("pg_ctl", *command).returncode and not self.answers():
            # The processes of a killed server take a moment to notice its end.
            if time.monotonic() > deadline:
                raise Refusal(f"PostgreSQL did not start: see {self.log}.")
            time.sleep(0.5)
        self._create_database()

    def stop(self) -> None:
        """Stop the server; what was not committed is rolled back."""
        self._run("pg_ctl", "-D", self.cluster, "-m", "fast", "-w", "stop")

    def _create_cluster(self) -> None:
        """Make the cluster under another name first: half a cluster is never met."""
        unfinished = self.cluster.with_name("postgres.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        options = ["-U", "portal", "-A", "trust", "-E", "UTF8"]
        options += [f"--locale={encoding_locale()}"]
        options += [] if self.durable else ["--no-sync"]
        made = self._run("initdb", "-D", unfinished, *options)
        if made.returncode:
            raise Refusal(f"PostgreSQL could not make its cluster: {made.stdout}")
        unfinished.rename(self.cluster)

    def _create_database(self) -> None:
        if not self._ask("SELECT 1 FROM pg_database WHERE datname = 'portal'"):
            self._ask("CREATE DATABASE portal")

    def _ask(self, query: str) -> str:
        """Put a question to the server as its owner."""
        where = ("-h", self.home.sockets, "-U", "portal", "-d", "postgres")
        return self._run("psql", "-X", *where, "-tAc", query).stdout.strip()

    def _run(
        self, program: str, *arguments: str | Path
    ) -> subprocess.CompletedProcess[str]:
        return self.home.account.run(self.programs / program, *arguments)
