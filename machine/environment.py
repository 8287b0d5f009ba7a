"""The virtual environment with the locked Python packages."""

import hashlib
import platform
import subprocess
import sys
from pathlib import Path

from machine.places import ROOT, VENV
from machine.refusal import Refusal

REQUIREMENTS = ROOT / "requirements"
UV = REQUIREMENTS / "uv.txt"
# A set of packages, and the larger one that also serves whoever asks for it.
BASE, DEV = "base", "dev"


def provide(kind: str, venv: Path = VENV, requirements: Path = REQUIREMENTS) -> None:
    """Bring the environment to exactly the locked packages of `base` or `dev`.

    An environment made for `dev` stays one. Nothing is done when it matches.
    """
    stamp = venv / "packages.sha256"
    made_for = stamp.read_text().partition(" ")[0] if stamp.exists() else ""
    kind = DEV if made_for == DEV else kind
    locked = requirements / f"{kind}.txt"
    wanted = f"{kind} {digest(locked, venv)}"
    if stamp.exists() and stamp.read_text() == wanted and is_ours(venv):
        return
    print(f"Installing the Python packages of {locked.name}", flush=True)
    try:
        stamp.unlink(missing_ok=True)
    except OSError as error:
        raise Refusal(f"{venv} cannot be changed: remove it.") from error
    if not is_ours(venv):
        create(venv)
    synchronise(venv, locked)
    stamp.write_text(wanted)


def digest(locked: Path, venv: Path) -> str:
    """Return a text that changes with the packages, the Python and the place."""
    facts = (locked.read_text(), platform.python_version(), str(venv.resolve()))
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def is_ours(venv: Path) -> bool:
    """Tell whether the environment runs, has pip, and is of this Python version."""
    question = "import pip, platform; print(platform.python_version())"
    try:
        said = subprocess.run(
            [venv / "bin/python", "-c", question],
            check=True,
            capture_output=True,
            text=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return said.stdout.strip() == platform.python_version()


def create(venv: Path) -> None:
    """Make the environment anew, from the Python that runs this."""
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", venv],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if made.returncode:
        raise Refusal(f"Python could not make {venv}: {made.stdout.strip()}")


def synchronise(venv: Path, locked: Path) -> None:
    """Install the locked packages with uv, or with pip where uv cannot."""
    python = str(venv / "bin/python")
    pip = [python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r"]
    uv = [str(venv / "bin/uv"), "pip", "sync", "--quiet", "--require-hashes"]
    # As pip does: who may only read the environment would compile at every start.
    uv += ["--compile-bytecode"]
    if has_run(*pip, str(UV)) and has_run(*uv, "--python", python, str(locked)):
        return
    print("uv could not install them, pip tries; it takes longer", flush=True)
    if not has_run(*pip, str(locked)):
        raise Refusal(f"The packages of {locked.name} could not be installed.")


def has_run(*command: str) -> bool:
    """Run a command in the person's sight and tell whether it worked."""
    try:
        return subprocess.run(command, check=False).returncode == 0
    except OSError:
        return False
