"""The renderer: a warm process that forks a child for each document.

    python -m reports.rendering.renderer

It imports the PDF library once. Its standard input is a socket of the process that
started it, which sends requests (reports.rendering.protocol). Whoever hangs up on
the talk about a document before it has ended has the child killed.

Nothing goes from one document to the next, for a child prints one and ends. It has
no settings, database or network, and a renderer whose worker is gone ends.
"""

from __future__ import annotations

import gc
import logging
import os
import select
import signal
import socket
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from reports.rendering.assets import PICTURE_FOLDER
from reports.rendering.confinement import confine, follow
from reports.rendering.pdf import print_pdf
from reports.rendering.protocol import (
    DONE,
    FAULT,
    LONGEST_REQUEST,
    NOT_SAVED,
    ORPHANED,
    OUT_OF_MEMORY,
    Request,
)

# The library tells its progress to this logger, in words that end in a number.
PROGRESS, PAGE = "weasyprint.progress", "Step 5 - Creating layout - Page %d"
MOST_MOMENTS = 200
# Has every part of the library used once, so that all is in memory.
FIRST_DOCUMENT = """<html lang="ja"><title>日本</title>
<link rel="stylesheet" href="asset:///page.css">
<link rel="stylesheet" href="asset:///text.css"><body class="ja" style="hyphens: auto">
<h1>日本</h1><table><tr><td lang="en">Japan</td></tr></table></body></html>"""


@dataclass(frozen=True)
class Papers:
    """The three files that come with a request."""

    document: int
    talk: int
    complaints: int

    def close(self) -> None:
        """Close all three here."""
        for file in (self.document, self.talk, self.complaints):
            os.close(file)

    def say(self, words: str) -> None:
        """Say something to who asked; that they have gone is no fault."""
        with suppress(OSError):
            os.write(self.talk, f"{words}\n".encode())


class Progress(logging.Handler):
    """Passes on which page is being laid out."""

    def __init__(self, papers: Papers) -> None:
        super().__init__(logging.INFO)
        self.papers = papers

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of a page; the other steps take no time."""
        if record.msg == PAGE and isinstance(record.args, tuple):
            self.papers.say(f"page {record.args[0]}")


def main() -> int:
    """Print what is asked for until nobody is left who could ask."""
    # Ctrl-C in a terminal goes to all; who asked ends, and then this does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warm_up()
    with socket.socket(fileno=sys.stdin.fileno()) as requests:
        while True:
            message, files, _flags, _peer = socket.recv_fds(
                requests, LONGEST_REQUEST, 3
            )
            if not message:
                return DONE
            attend(Request.read(message), Papers(*files))


def warm_up() -> None:
    """Do once what each document would have to do."""
    with tempfile.NamedTemporaryFile() as target:
        print_pdf(FIRST_DOCUMENT, Path(target.name), data=b"{}")
    # A child shares this memory as long as nobody writes to it.
    gc.collect()
    gc.freeze()
    # And it has only the thread that forks: let those of the library end before.
    for _moment in range(MOST_MOMENTS):
        if sys.platform != "linux" or len([*Path("/proc/self/task").iterdir()]) == 1:
            break
        time.sleep(0.01)


def attend(request: Request, papers: Papers) -> None:
    """Have a document printed by a child, and stay with it until its end."""
    renderer = os.getpid()
    life, of_the_child = os.pipe()
    child = os.fork()
    if child == 0:
        _print_and_end(request, papers, renderer)
    os.close(of_the_child)
    # The pipe ends with the child. Who asked says nothing, but may hang up.
    ended, _, _ = select.select([life, papers.talk], [], [])
    if life not in ended:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(life)
    papers.say(f"ended {os.waitstatus_to_exitcode(status)}")
    papers.close()


def _print_and_end(request: Request, papers: Papers, renderer: int) -> NoReturn:
    status = FAULT
    try:
        status = _child(request, papers, renderer)
    except BaseException:  # noqa: BLE001 - the library's fatal errors are such
        traceback.print_exc()
    finally:
        os._exit(status)


def _child(request: Request, papers: Papers, renderer: int) -> int:
    """Print the document and return the exit status."""
    if not follow(renderer):
        return ORPHANED
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    os.dup2(papers.complaints, sys.stderr.fileno())
    os.environ[PICTURE_FOLDER] = request.pictures
    confine(request.memory_bytes, request.cpu_seconds)
    # One document is not worth looking for what can be thrown away: it costs a fifth.
    gc.disable()
    papers.say("page 0")
    progress = logging.getLogger(PROGRESS)
    progress.setLevel(logging.INFO)
    progress.addHandler(Progress(papers))
    try:
        with os.fdopen(papers.document, "rb") as file:
            html = file.read(request.html_bytes).decode()
            data = file.read() or None
        pages = print_pdf(html, Path(request.target), data=data)
    except (MemoryError, SystemError):
        # C code that gets no memory may fail without naming the reason.
        return OUT_OF_MEMORY
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return NOT_SAVED
    papers.say(f"printed {pages}")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
