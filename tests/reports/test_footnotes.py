"""Notes at the foot of a page: each once, whatever calls them."""

from pathlib import Path

import pypdfium2

from reports.rendering.process import print_html

STYLE = """
@page { size: 300px 200px; margin: 20px }
body { font: 10px/20px sans-serif; margin: 0 }
p { margin: 0 }
.note { float: footnote }
.note::footnote-call { content: "*" }
.note::footnote-marker { content: "* " }
"""
OPEN = '<p>fact<span class="note">open</span></p>'
SURE = "<p>fact</p>"


def pages(folder: Path, body: str) -> list[str]:
    """Print a document; return the text of each page."""
    target = folder / "notes.pdf"
    head = f"<title>Notes</title><style>{STYLE}</style>"
    print_html(f'<html lang="en">{head}<body>{body}', target)
    document = pypdfium2.PdfDocument(target)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def test_note_that_is_called_twice_stands_once(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, OPEN + SURE + OPEN)

    assert page.split() == ["fact*", "fact", "fact*", "*", "open"]


def test_notes_that_differ_stand_both(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, OPEN + OPEN.replace("open", "other"))

    assert page.split() == ["fact*", "fact*", "*", "open", "*", "other"]


def test_note_stands_on_every_page_that_calls_it(tmp_path: Path) -> None:
    found = pages(tmp_path, OPEN * 10 + SURE * 8)

    assert [page.count("open") for page in found] == [1, 1, 0]
