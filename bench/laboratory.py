"""The portal with the facts of FY2021, and somebody at its desk who does as told."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Any

from bench.processes import wait_for
from bench.stage import Stage, stage
from machine.places import ROOT

# As on a server, but for the encryption of pages that nobody asks for here.
SETTINGS = {"DEBUG": "false", "HTTPS": "false", "ALLOWED_HOSTS": "127.0.0.1"}
DESK = "from bench import desk; desk.heed()"
LANGUAGES = ("ja", "en")


@dataclass
class Laboratory:
    """Where everything is measured."""

    stage: Stage
    told: IO[str]
    said: IO[str]

    def ask(self, word: str, **arguments: Any) -> Any:
        """Have a word done at the desk, and return what it brought."""
        self.told.write(f"{json.dumps([word, arguments])}\n")
        self.told.flush()
        return json.loads(self.said.readline())

    @cached_property
    def documents(self) -> dict[str, Path]:
        """The HTML of each edition, in a file."""
        self.ask("documents", folder=str(self.stage.data))
        return {code: self.stage.data / f"{code}.html" for code in LANGUAGES}

    def program(self, name: str, document: Path, *also: str) -> subprocess.Popen[str]:
        """Start one of this package's programs on a document."""
        pictures = str(self.stage.data / "media" / "pictures")
        command = [sys.executable, "-m", f"bench.{name}", str(document), pictures]
        return subprocess.Popen(
            [*command, *also],
            cwd=ROOT,
            env=self.stage.variables,
            stdout=subprocess.PIPE,
            stderr=self.stage.log,
            text=True,
        )


@contextmanager
def laboratory(log: IO[str]) -> Iterator[Laboratory]:
    """Set the portal up, with warm workers, as long as something is measured."""
    with stage(log, **SETTINGS) as made:
        made.run("manage.py", "load_dataset", "datasets/fy2021", "--apply")
        made.run("manage.py", "collectstatic", "--noinput", "-v0")
        made.mend()
        with made.talk("manage.py", "shell", "-v0", "-c", DESK) as (told, said):
            place = Laboratory(made, told, said)
            wait_for(lambda: made.processes("renderer"), 60)
            place.ask("publish")
            # Once for each slot: templates are read, queries are planned.
            for _time in range(2):
                place.ask("editions", languages=LANGUAGES)
                place.ask("preview", chapter="cafe", language="ja", number=0)
            yield place
