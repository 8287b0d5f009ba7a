"""What the same HTML costs when WeasyPrint alone prints it.

    python -m bench.plain DOCUMENT.html PICTURES TIMES

Prints the seconds of each time; the process is warm from the second on.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from weasyprint import HTML

from machine.places import ROOT
from reports.rendering.assets import BASE_URL

ASSETS = ROOT / "static" / "reports"


def main(document: str, pictures: str, times: str) -> None:
    """Print a document so many times."""
    html = Path(document).read_text()
    # Only the renderer knows the addresses of a report's assets.
    html = html.replace(f"{BASE_URL}pictures/", f"{Path(pictures).as_uri()}/")
    html = html.replace(BASE_URL, f"{ASSETS.as_uri()}/")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as target:
        for _time in range(int(times)):
            begun = time.perf_counter()
            HTML(string=html, base_url=ASSETS.as_uri()).write_pdf(
                target.name, pdf_variant="pdf/ua-1"
            )
            print(time.perf_counter() - begun, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
