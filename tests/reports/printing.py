"""Small documents, printed by the real renderer."""

from pathlib import Path

from reports.rendering.process import print_html
from tests.reports.tagged import Element, Mark, TaggedPdf

DOCUMENT = """<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">
<title>試験 Test</title><meta name="author" content="ICLEI">
<meta name="dcterms.created" content="2022-03-31">
<meta name="dcterms.modified" content="2022-03-31">{head}
<style>@page {{ size: A6; margin: 15mm; @top-center {{ content: "柱 running head" }}
@bottom-center {{ content: counter(page) }} }}
body {{ font-family: "BIZ UDPGothic" }} {style}</style></head>
<body>{body}</body></html>"""


def document(
    body: str, *, style: str = "", language: str = "ja", head: str = ""
) -> str:
    return DOCUMENT.format(body=body, style=style, language=language, head=head)


def printed(
    folder: Path, body: str, *, style: str = "", language: str = "ja"
) -> TaggedPdf:
    """Print a document and read its tags."""
    target = folder / "printed.pdf"
    print_html(document(body, style=style, language=language), target)
    return TaggedPdf(target)


def outlined(pdf: TaggedPdf) -> list[str]:
    """Return the structure tree, a line for each element with words of its own."""
    (top,) = pdf.root.kids
    assert isinstance(top, Element)
    return [line for kid in top.kids for line in lines_of(pdf, kid, "")]


def lines_of(pdf: TaggedPdf, element: object, above: str) -> list[str]:
    if not isinstance(element, Element):
        return []
    language = f"[{element.source.Lang}]" if "/Lang" in element.source else ""
    path = f"{above}{element.kind}{language}"
    marks = (kid for kid in element.kids if isinstance(kid, Mark))
    words = " ".join("".join(pdf.texts.get(mark, "") for mark in marks).split())
    own = [f"{path}: {words}"] if words else []
    inner = [line for kid in element.kids for line in lines_of(pdf, kid, f"{path} ")]
    return own + inner
