"""The words of the command line, carried out for real in a copy of the project."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from machine import environment, gates
from machine.home import Home
from machine.places import ROOT

OF_THE_CALLER = {
    "ALLOWED_HOSTS", "DATABASE_URL", "DATA_DIR", "DEBUG", "HTTPS", "REDIS_URL",
    "SECRET_KEY",
}  # fmt: skip


@dataclass(frozen=True)
class Project:
    """A copy of the project with the environment of this one."""

    root: Path
    variables: dict[str, str]

    def told(self, *words: str) -> tuple[int, str]:
        """Return the exit code of a word, and what it prints."""
        done = subprocess.run(
            [sys.executable, "-m", "machine", *words],
            cwd=self.root,
            env=self.variables,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return done.returncode, done.stdout


def lend_environment(root: Path) -> None:
    """Let the copy use the packages that run this test, as if it had made them."""
    venv = root / ".venv"
    venv.mkdir()
    for found in Path(sys.prefix).iterdir():
        (venv / found.name).symlink_to(found)
    (venv / "packages.sha256").unlink(missing_ok=True)
    digest = environment.digest(root / "requirements" / "dev.txt", venv)
    (venv / "packages.sha256").write_text(f"dev {digest}")


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    root = folder / "iclei-portal"
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*gates.NOT_COPIED))
    lend_environment(root)
    kept = {name: os.environ[name] for name in os.environ.keys() - OF_THE_CALLER}
    yield Project(root, kept)
    shutil.rmtree(Home.at(root / ".local" / "portal").sockets)


def test_management_command_runs_on_servers_of_the_portals_own(
    project: Project,
) -> None:
    code, said = project.told("manage", "check")
    again = project.told("manage", "check", "--tag", "no-such-tag")

    assert code == 0
    assert "System check identified no issues (0 silenced).\n" in said
    assert again[0] == 1
    assert again[1].endswith("failed; the reason stands above.\n")
    assert (project.root / ".local" / "portal" / "postgres" / "PG_VERSION").exists()
