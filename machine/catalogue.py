"""The translated words of the interface."""

import subprocess
from pathlib import Path

from machine.places import ROOT
from machine.refusal import Refusal

CATALOGUES = "locale/*/LC_MESSAGES/*.po"
# Neither places nor line breaks of a tool's own: a diff shows words only.
GATHER = (
    *("makemessages", "--locale=ja", "--no-location", "--no-wrap", "--no-obsolete"),
    *("--ignore=.venv", "--ignore=.local", "--ignore=tests", "--ignore=machine"),
)
DATE = "POT-Creation-Date:"


def compile_all(root: Path = ROOT) -> None:
    """Compile each catalogue that changed since it was compiled."""
    for source in root.glob(CATALOGUES):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
            continue
        command = ("msgfmt", "--check", "--output-file", str(target), str(source))
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            raise Refusal(f"{source} cannot be compiled: {done.stderr.strip()}")


def words_of(root: Path) -> dict[str, list[str]]:
    """Return the lines of each catalogue, less the date of its gathering."""
    return {
        str(file.relative_to(root)): [
            line for line in file.read_text().splitlines() if DATE not in line
        ]
        for file in root.glob(CATALOGUES)
    }
