"""The renderer: a process of its own that turns HTML into a PDF.

    python -m reports.rendering.pdf TARGET PARENT BYTES CPU_SECONDS < document.html

It reads the whole document from standard input, writes the PDF to TARGET and
prints the number of its pages. It has no settings, database or network, and ends
when the process PARENT does. This is the only module that imports WeasyPrint.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from reports.rendering.assets import BASE_URL, read_asset

# Between SIGXCPU, which says what happened, and SIGKILL, which does not.
SECONDS_TO_END = 5
OUT_OF_MEMORY = 3
ORPHANED = 4
NOT_SAVED = 5
PR_SET_PDEATHSIG = 1


class AssetFetcher(URLFetcher):
    """Serves the report's assets and nothing else."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return an asset; WeasyPrint prints on without what is refused."""
        del headers
        content, media_type = read_asset(url)
        return URLFetcherResponse(url, content, {"Content-Type": media_type})


def confine(memory_bytes: int, cpu_seconds: int) -> None:
    """Limit memory and processor time, as far as the platform does it."""
    for kind, soft, hard in (
        (resource.RLIMIT_AS, memory_bytes, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + SECONDS_TO_END),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


def follow(parent: int) -> None:
    """End when the parent ends, where the platform can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(ORPHANED)


def print_pdf(html: str, target: Path) -> int:
    """Write the PDF and return the number of its pages."""
    options = {"pdf_variant": "pdf/ua-1", "dpi": 150}
    document = HTML(string=html, base_url=BASE_URL, url_fetcher=AssetFetcher()).render(
        **options
    )
    document.write_pdf(target, **options)
    return len(document.pages)


def main(target: str, parent: str, memory_bytes: str, cpu_seconds: str) -> int:
    """Print standard input and return the exit status."""
    follow(int(parent))
    confine(int(memory_bytes), int(cpu_seconds))
    try:
        pages = print_pdf(sys.stdin.buffer.read().decode(), Path(target))
    except (MemoryError, SystemError):
        # C code that gets no memory may fail without naming the reason.
        return OUT_OF_MEMORY
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return NOT_SAVED
    sys.stdout.write(f"{pages}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
