"""A portal of one's own, with servers and processes that nobody else uses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE
from typing import IO, Any

import psycopg

from bench.processes import children
from machine import portal
from machine.home import Home
from machine.places import ROOT
from machine.postgres import Postgres
from machine.redis import Redis
from machine.watchman import end_groups

WORKERS = ("worker", "previews")
CREW = {"worker": portal.WORKER, "previews": portal.PREVIEWS, "beat": portal.BEAT}


def first_number(file: Path) -> int:
    """Return the process that a server wrote into its file."""
    return int(file.read_text().split()[0])


@dataclass
class Stage:
    """The portal's servers and processes, apart from those of everybody else."""

    folder: Path
    log: IO[str]
    settings: Mapping[str, str]
    crew: dict[str, subprocess.Popen[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.home = Home.at(self.folder / "state")
        self.postgres = Postgres(self.home, durable=True)
        self.redis = Redis(self.home, durable=True)

    @property
    def data(self) -> Path:
        """Where its files are."""
        return self.folder / "data"

    @property
    def variables(self) -> dict[str, str]:
        """The environment of its processes."""
        return {
            **os.environ,
            "DATABASE_URL": self.postgres.url,
            "REDIS_URL": self.redis.url,
            "DATA_DIR": str(self.data),
            **self.settings,
        }

    def start(
        self, *command: str, also: Mapping[str, str] | None = None, **options: Any
    ) -> subprocess.Popen[str]:
        """Start a Python program in its environment; complaints go to the log."""
        options = {"stderr": self.log, "text": True, "cwd": ROOT, **options}
        variables = {**self.variables, **(also or {})}
        return subprocess.Popen([sys.executable, *command], env=variables, **options)

    @contextmanager
    def talk(self, *command: str) -> Iterator[tuple[IO[str], IO[str]]]:
        """Start a program that listens and answers: yield its input and its output."""
        with self.start(*command, stdin=PIPE, stdout=PIPE) as process:
            if process.stdin is None or process.stdout is None:
                raise RuntimeError("there are two pipes")
            yield process.stdin, process.stdout
            process.stdin.close()

    def run(self, *command: str) -> None:
        """Run a Python program to its end. Raises CalledProcessError."""
        process = self.start(*command, stdout=self.log)
        if status := process.wait():
            raise subprocess.CalledProcessError(status, command)

    def set_up(self) -> None:
        """Start the servers and make the database."""
        self.postgres.start()
        self.redis.start()
        # Killed processes leave what they wrote, on its way to the disk or there.
        for words in ("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"):
            self.ask(words)
        self.run("manage.py", "migrate", "-v0")

    def mend(self) -> None:
        """Start what does not run, as whoever looks after a portal does."""
        for server in (self.postgres, self.redis):
            if not server.answers():
                server.start()
        for name, command in CREW.items():
            if name not in self.crew or self.crew[name].poll() is not None:
                also = [f"--schedule={self.folder}/beat"] if name == "beat" else []
                self.crew[name] = self.start(
                    *("-m", *command, *also), stdout=self.log, start_new_session=True
                )

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """Put a question to the database."""
        where = f"host={self.home.sockets} user=portal dbname=portal"
        with psycopg.connect(where, autocommit=True) as connection:
            answer = connection.execute(query.encode())
            return answer.fetchall() if answer.description else []

    def processes(self, kind: str) -> list[int]:
        """Return the living processes of a kind, or of a name of the crew."""
        if kind in self.crew:
            return [self.crew[kind].pid]
        if kind == "redis":
            return [first_number(self.home.state / "redis" / "redis.pid")]
        if kind in ("postgres", "backend"):
            postmaster = first_number(self.postgres.cluster / "postmaster.pid")
            return [postmaster] if kind == "postgres" else children(postmaster)
        found = [self.crew[name].pid for name in WORKERS]
        for _generation in range(1 + ("child", "renderer", "document").index(kind)):
            found = [child for parent in found for child in children(parent)]
        return found

    def dismiss(self) -> None:
        """End the processes in good order."""
        end_groups([process.pid for process in self.crew.values()])
        for process in self.crew.values():
            process.wait()
        self.crew.clear()

    def strike(self) -> None:
        """End everything, and remove it."""
        self.dismiss()
        self.postgres.stop()
        self.redis.stop()
        shutil.rmtree(self.home.sockets)
        shutil.rmtree(self.home.state)


@contextmanager
def stage(log: IO[str], **settings: str) -> Iterator[Stage]:
    """Set up a portal for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="iclei-portal-stage-") as name:
        folder = Path(name)
        # The servers' account must reach it.
        folder.chmod(0o755)
        made = Stage(folder, log, settings)
        try:
            made.set_up()
            yield made
        finally:
            made.strike()
