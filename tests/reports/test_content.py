"""The texts of a page are painted in reading order, and nothing looks different."""

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

from reports.rendering.typography import typeset
from tests.reports.printing import document, printed
from typefaces.places import environment

ROWS = "".join(
    f"<tr><th scope=row>市{number}</th><td>値{number}</td></tr>" for number in range(40)
)
TABLE = f"""<table><caption>表</caption>
<thead><tr><th scope=col>市</th><th scope=col>値</th></tr></thead>
<tbody>{ROWS}</tbody></table>"""


POSITIONED = (
    """<h1><span class=number>1</span> 章</h1><p>前<img class=float alt="" src="x.svg">
    <span class=turned>斜め</span><b class=clipped>切り抜き</b></p>
    <ul><li>項目</ul><p class=low>後ろ</p><p class=box>箱<u>下線</u></p><p>最後</p>""",
    """.number { position: absolute; right: 0; color: #c00 } .float { float: right }
    .turned { display: inline-block; transform: rotate(20deg); background: #eee }
    .clipped { display: inline-block; overflow: hidden; width: 2em }
    .low { position: relative; z-index: 2; color: oklch(60% .2 250) }
    .box { position: relative; z-index: 1; background: #fd0; border: 1pt solid }""",
)


def test_texts_are_painted_as_they_are_read(tmp_path: Path) -> None:
    body, style = POSITIONED
    pdf = printed(tmp_path, body, style=style)

    painted = "".join(piece.text or "" for piece in pdf.painted)
    assert "".join(painted.split()) == (
        "1章前斜め切り抜き•項目後ろ箱下線最後柱runninghead1"
    )


# Prints standard input as the library does by itself.
PLAIN = """
import sys
from weasyprint import HTML
HTML(string=sys.stdin.read()).write_pdf(sys.argv[1])
"""


@pytest.mark.parametrize(
    ("body", "style"),
    [POSITIONED, (TABLE, "td { color: gray }")],
    ids=["free", "table"],
)
def test_reading_order_changes_no_pixel(tmp_path: Path, body: str, style: str) -> None:
    plain = tmp_path / "plain.pdf"
    subprocess.run(
        [sys.executable, "-c", PLAIN, plain],
        input=typeset(document(body, style=style)).encode(),
        env={**os.environ, **environment()},
        check=True,
    )

    ours = printed(tmp_path, body, style=style)

    assert pictures_differ(plain, ours.path) == []


def pictures_differ(first: Path, second: Path) -> list[int]:
    """Return the pages that do not look the same."""
    documents = pypdfium2.PdfDocument(first), pypdfium2.PdfDocument(second)
    differing = []
    for number, both in enumerate(zip(*documents, strict=True), start=1):
        images = [page.render(scale=2).to_pil() for page in both]
        if ImageChops.difference(*images).getbbox():
            differing.append(number)
    for each in documents:
        each.close()
    return differing
