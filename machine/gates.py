"""What every change must pass before its tests are run."""

import difflib
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from machine import catalogue
from machine.places import ROOT, program
from machine.refusal import Refusal
from machine.variables import PRODUCTION

NOT_COPIED = (".git", ".venv", ".local", ".*_cache", "__pycache__")


@dataclass(frozen=True)
class Gate:
    """A named check: a command of the environment and the variables it adds."""

    name: str
    command: tuple[str, ...]
    adds: Mapping[str, str] | None = None

    def fault(self, variables: Mapping[str, str]) -> str:
        """Run the command; return what it prints if it fails, else nothing."""
        word, *rest = self.command
        done = subprocess.run(
            [program(word), *rest],
            check=False,
            cwd=ROOT,
            env={**variables, **(self.adds or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return (done.stdout or "it says nothing") if done.returncode else ""


GATES = (
    Gate("lint", ("ruff", "check", ".")),
    Gate("format", ("ruff", "format", "--check", ".")),
    Gate("types", ("mypy", ".")),
    Gate("imports", ("lint-imports",)),
    Gate("templates", ("djlint", "--lint", "--quiet", "templates")),
    Gate("migrations", ("python", "manage.py", "makemigrations", "--check", "-v", "3")),
    Gate(
        "deployment",
        ("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        PRODUCTION,
    ),
)


def stale_words(variables: Mapping[str, str]) -> str:
    """Gather the words in a copy of the project; return how the catalogues differ."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
        command = [program("python"), "manage.py", *catalogue.GATHER]
        done = subprocess.run(
            command,
            check=False,
            cwd=copy,
            env=variables,
            capture_output=True,
            text=True,
        )
        kept, gathered = catalogue.words_of(ROOT), catalogue.words_of(copy)
    if done.returncode:
        return done.stdout + done.stderr
    return "\n".join(
        line
        for name in sorted(kept.keys() | gathered.keys())
        for line in difflib.unified_diff(
            kept.get(name, []), gathered.get(name, []), name, "gathered now", "", "", 1
        )
    )


Check = Callable[[Mapping[str, str]], str]
CHECKS: tuple[tuple[str, Check], ...] = (
    *((gate.name, gate.fault) for gate in GATES),
    ("messages", stale_words),
)


def pass_all(
    variables: Mapping[str, str], checks: Iterable[tuple[str, Check]] = CHECKS
) -> None:
    """Make all checks in order, a line for each; stop at the first fault."""
    for name, fault_of in checks:
        began = time.monotonic()
        fault = fault_of(variables)
        took = f"{name:<12}{time.monotonic() - began:6.1f} s"
        if fault:
            print(f"{took}  failed\n{fault}", flush=True)
            raise Refusal(f"The gate `{name}` is closed; the reason stands above.")
        print(took, flush=True)
