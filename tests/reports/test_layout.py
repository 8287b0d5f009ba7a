"""The editions of FY2021 as they are laid out: headings, links, pages, notes."""

import re
from collections import Counter
from itertools import pairwise

import pypdfium2
import pytest

from reports.contents.edition import collect_editions
from reports.models import AnnualReport
from reports.rendering.html import edition_html
from tests.reports.conftest import Edition, squeezed

pytestmark = pytest.mark.django_db

NOTES = {
    "ja": ("※", "※確認中：資料から確実には読み取れなかった事項です。"),
    "en": ("*", "*Tobeconfirmed:thiscouldnotbereadforcertain."),
}


def laid_out(*languages: str) -> str:
    report = AnnualReport.objects.get(fiscal_year=2021)
    editions = collect_editions(report)
    return edition_html([editions[language] for language in languages])


@pytest.mark.usefixtures("fy2021")
def test_links_of_both_languages_in_one_document_lead_to_one_place_each() -> None:
    html = laid_out("ja", "en")

    ids = Counter(re.findall(r'\sid="([^"]*)"', html))
    targets = set(re.findall(r'\shref="#([^"]*)"', html))
    assert set(ids.values()) == {1}
    assert targets <= ids.keys()
    assert {"about", "en-about"} <= targets


@pytest.mark.usefixtures("fy2021")
@pytest.mark.parametrize("language", ["ja", "en"])
def test_headings_skip_no_level(language: str) -> None:
    html = laid_out(language)

    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    steps = {after - before for before, after in pairwise(levels)}
    assert levels[0] == 1
    assert max(steps) == 1


def test_edition_has_an_even_number_of_pages_that_are_read_in_an_hour(
    edition: Edition,
) -> None:
    assert edition.pages in range(28, 41, 2)


def test_note_stands_once_on_each_page_with_an_open_fact(edition: Edition) -> None:
    sign, note = NOTES[edition.language]
    document = pypdfium2.PdfDocument(edition.path)
    pages = [squeezed(page.get_textpage().get_text_range()) for page in document]
    document.close()

    notes = [page.count(note) for page in pages]
    signs = [page.count(sign) for page in pages]
    assert max(notes) == 1
    assert [bool(count) for count in notes] == [count > 1 for count in signs]
