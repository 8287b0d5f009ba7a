"""Where the time of printing a document goes.

    python -m bench.profile DOCUMENT.html PICTURES

Prints the seconds of each step without a profile, then the functions that take the
most of a second printing with one, as JSON.
"""

from __future__ import annotations

import cProfile
import gc
import json
import logging
import os
import sys
import tempfile
import time
from pathlib import Path
from types import CodeType

from reports.rendering.assets import PICTURE_FOLDER
from reports.rendering.pdf import print_pdf

MOST_FUNCTIONS = 15
PROGRESS = "weasyprint.progress"


class Steps(logging.Handler):
    """Notes how long each step of the library took."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.seconds: dict[str, float] = {}
        self.last = ("before the first step", time.perf_counter())

    def emit(self, record: logging.LogRecord) -> None:
        """End a step and begin the next."""
        _number, step, *_details = record.getMessage().split(" - ")
        self.turn_to(step.lower())

    def turn_to(self, step: str) -> None:
        """Note the time of the last step."""
        name, begun = self.last
        now = time.perf_counter()
        self.seconds[name] = self.seconds.get(name, 0) + now - begun
        self.last = (step, now)


def steps(html: str, target: Path) -> dict[str, float]:
    """Print a document and return the seconds of each step."""
    found = Steps()
    logger = logging.getLogger(PROGRESS)
    logger.setLevel(logging.INFO)
    logger.addHandler(found)
    print_pdf(html, target, data=b"{}")
    found.turn_to("the end")
    logger.removeHandler(found)
    return found.seconds


def functions(html: str, target: Path) -> list[tuple[str, int, float]]:
    """Print a document and return name, calls and own seconds of the slowest."""
    with cProfile.Profile() as profile:
        print_pdf(html, target, data=b"{}")
    entries = sorted(profile.getstats(), key=lambda entry: -entry.inlinetime)
    return [
        (named(entry.code), entry.callcount, entry.inlinetime)
        for entry in entries[:MOST_FUNCTIONS]
    ]


def named(code: CodeType | str) -> str:
    """Return the module and the name of a function."""
    if isinstance(code, str):
        return code
    file = Path(code.co_filename)
    return f"{file.parent.name}/{file.name}:{code.co_qualname}"


def main(document: str, pictures: str) -> None:
    """Profile as the renderer prints: warm, without looking for garbage."""
    os.environ[PICTURE_FOLDER] = pictures
    html = Path(document).read_text()
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        target = Path(file.name)
        print_pdf(html, target, data=b"{}")
        gc.collect()
        gc.freeze()
        gc.disable()
        found = {"steps": steps(html, target), "functions": functions(html, target)}
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
