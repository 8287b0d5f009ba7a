"""The PostgreSQL that the machine's package manager installed."""

import shutil
import subprocess
from pathlib import Path

from machine.refusal import Refusal

FOLDERS = (
    "usr/lib/postgresql/*/bin",
    "opt/homebrew/opt/postgresql@*/bin",
    "usr/local/opt/postgresql@*/bin",
)
PROGRAMS = ("initdb", "pg_ctl", "pg_isready", "postgres", "psql")


def installations() -> list[Path]:
    """List the folders that hold all programs of a server, the one on PATH first."""
    on_path = shutil.which("postgres")
    found = [Path(on_path).resolve().parent] if on_path else []
    for pattern in FOLDERS:
        found += sorted(Path("/").glob(pattern), key=named_version, reverse=True)
    return [
        folder
        for folder in found
        if all((folder / program).exists() for program in PROGRAMS)
    ]


def named_version(folder: Path) -> int:
    """Return the version in the name of the folder around `bin`, 0 without one."""
    return int("".join(filter(str.isdigit, folder.parent.name)) or 0)


def major_version(folder: Path) -> str:
    """Return the major version that the server itself tells, such as `15`."""
    said = subprocess.run(
        [folder / "postgres", "--version"], check=True, capture_output=True, text=True
    )
    return said.stdout.split()[2].partition(".")[0]


def installation_for(cluster: Path) -> Path:
    """Return the installation that reads an existing cluster, or the best for a new."""
    found = installations()
    if not found:
        raise Refusal("No PostgreSQL server is installed.")
    stamp = cluster / "PG_VERSION"
    if not stamp.exists():
        return found[0]
    wanted = stamp.read_text().strip()
    for folder in found:
        if major_version(folder) == wanted:
            return folder
    raise Refusal(
        f"The data in {cluster} were made by PostgreSQL {wanted}: install that version."
    )
