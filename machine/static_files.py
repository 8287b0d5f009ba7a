"""The collected static files."""

import hashlib
from pathlib import Path

from machine import django
from machine.environment import BASE, REQUIREMENTS
from machine.places import ROOT
from machine.role import Role
from machine.variables import data_folder

FOLDERS = ("static", "*/static")


def fingerprint(root: Path, locked: Path) -> str:
    """Return a text that changes with any static file, ours or of a package."""
    facts = [locked.read_text()]
    for folder in (found for pattern in FOLDERS for found in root.glob(pattern)):
        for file in sorted(folder.rglob("*")):
            told = file.stat()
            facts.append(f"{file} {told.st_size} {told.st_mtime_ns}")
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def collect(role: Role) -> None:
    """Collect the static files into the data folder when any has changed."""
    stamp = data_folder(role.variables) / "static.sha256"
    now = fingerprint(ROOT, REQUIREMENTS / f"{BASE}.txt")
    if stamp.exists() and stamp.read_text() == now:
        return
    django.manage("collectstatic", "--no-input", "-v", "0", role=role)
    # The folder is open to others than root: whatever lies there, a new file it is.
    stamp.unlink(missing_ok=True)
    with stamp.open("x") as file:
        file.write(now)
