"""Measures, and says what was found.

    make bench ARGS="editions preview collecting memory growth profile"
    make bench ARGS="serving making sizes lighthouse"

Without a word everything is measured, `lighthouse` only where the program is on the
PATH. `--rounds` says how often; what is compared is measured in turns, and medians are
given. `--json FILE` keeps every single figure, `--write FILE` puts the tables into a
document, between its two marks.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from bench.figures import FIGURES
from bench.laboratory import laboratory

LIBRARIES = ("weasyprint", "django", "celery")
MARKS = ("<!-- figures -->", "<!-- end of figures -->")


def main() -> None:
    """Measure the figures that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("figures", nargs="*", help=" ".join(FIGURES))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--renders", type=int, default=200, help="of growth")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    if unknown := set(asked.figures) - FIGURES.keys():
        parser.error(f"unknown: {' '.join(sorted(unknown))}")
    found = {}
    with laboratory(sys.stderr) as place:
        for name in asked.figures or everything():
            found[name] = FIGURES[name](place, asked)
            print(f"### {name}\n\n{found[name].table}\n", flush=True)  # noqa: T201
    if asked.json:
        asked.json.write_text(json.dumps({n: f.values for n, f in found.items()}))
    if asked.write:
        write(asked.write, {name: each.table for name, each in found.items()})


def everything() -> list[str]:
    """Return the figures that can be measured here."""
    return [name for name in FIGURES if name != "lighthouse" or shutil.which(name)]


def machine() -> str:
    """Say what it was measured on."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    python = platform.python_version()
    return f"Measured on {os.cpu_count()} cores with Python {python}, {versions}.\n"


def write(file: Path, tables: Mapping[str, str]) -> None:
    """Put tables between the marks of a document; those of other figures stay."""
    before, mark, rest = file.read_text().partition(MARKS[0])
    old, end, after = rest.partition(MARKS[1])
    kept = {
        name: text.strip()
        for name, _line, text in (part.partition("\n") for part in old.split("### "))
    }
    now = {**kept, **tables}
    parts = [f"### {name}\n\n{now[name]}\n" for name in FIGURES if name in now]
    figures = "\n".join([machine(), *parts])
    file.write_text(f"{before}{mark}\n{figures}\n{end}{after}")


if __name__ == "__main__":
    main()
