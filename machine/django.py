"""The management commands of the portal."""

import subprocess

from machine.places import ROOT, program
from machine.refusal import Refusal
from machine.role import Role


def manage(*words: str, role: Role) -> None:
    """Run a management command in the person's sight; refuse to go on if it fails."""
    _run(words, role, None)


def answer(*words: str, role: Role) -> str:
    """Run a management command and return what it prints, less its complaints."""
    return _run(words, role, subprocess.PIPE)


def _run(words: tuple[str, ...], role: Role, out: int | None) -> str:
    done = subprocess.run(
        [program("python"), "manage.py", *words],
        cwd=ROOT,
        env=role.variables,
        check=False,
        stdout=out,
        text=True,
        **role.account.switch,
    )
    if done.returncode:
        raise Refusal(f"`manage.py {' '.join(words)}` failed; the reason stands above.")
    return done.stdout or ""
