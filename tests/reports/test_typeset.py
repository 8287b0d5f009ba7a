"""The pages of the report as they are set, and pages that are set badly."""

import re
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Dictionary, Pdf

from reports.rendering.process import print_html
from tests.reports.conftest import Edition, squeezed
from tests.reports.glyphs import strangers
from tests.reports.lines import SetPdf
from tests.reports.printing import document
from tests.reports.typeset import faults

MARKS = "\ufe0e\u2060"
LINE = "市町村が取り組む気候変動への備えについて広く知らせる" * 3
# 36 characters a line.
GOOD = """@page { size: 400pt 300pt; margin: 20pt;
@top-center { content: none } @bottom-center { content: none } }
body { margin: 0; width: 360pt; font: 10pt/17pt "Report Mincho" }
p { margin: 0; orphans: 1; widows: 1 } h2 { font: bold 12pt/17pt "Report Gothic" }"""
# Each breaks the rule of its name.
BAD = {
    "kinsoku": (f"<p>{LINE[:36]}<br>、京都市</p>", ""),
    "parted": ("<p>二年前の2<br>021年</p>", ""),
    "small": ("<p>東京都<sup>注</sup></p>", "sup { font-size: 7pt }"),
    "pitch": (f"<p>{LINE}<b>{LINE}</b>{LINE}</p>", "b { line-height: 20pt }"),
    "measure": (f"<p>{LINE}</p>", "p { width: 300pt }"),
    "overlapping": ("<p>東京都</p><p>大阪</p>", "p + p { margin: -17pt 15pt }"),
    "single": (f"<p>{LINE}</p>", "@page { size: 400pt 74pt }"),
    "heading_last": (
        "<h2>東京都</h2><p>大阪府</p>",
        "h2 { break-after: auto } p { break-before: page }",
    ),
    "fonts": ("<p>東京都</p>", "p::before { content: '😀' }"),
}


def printed(folder: Path, body: str, style: str = "", language: str = "ja") -> Path:
    target = folder / "printed.pdf"
    print_html(document(body, style=GOOD + style, language=language), target)
    return target


def distances(folder: Path, text: str, font: str, language: str = "ja") -> list[float]:
    """Return how far letters stand from one another, in thousandths of the em."""
    style = f'p {{ font: 10pt "{font}" }}'
    pdf = SetPdf(printed(folder, f"<p>{text}</p>", style, language))
    letters = [letter for letter in pdf.letters if letter.mark.number >= 0]
    pdf.close()
    return [round((b.x - a.x) / a.size * 200) * 5 for a, b in pairwise(letters)]


def read(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.django_db
def test_editions_are_set_without_a_fault(edition: Edition) -> None:
    assert faults(edition.path) == []


@pytest.mark.django_db
def test_glyphs_are_those_of_the_text(edition: Edition) -> None:
    assert strangers(edition.path) == []


@pytest.mark.django_db
def test_marks_of_typesetting_are_not_in_the_file(edition: Edition) -> None:
    with Pdf.open(edition.path) as pdf:
        named = [one for one in pdf.objects if isinstance(one, Dictionary)]
        words = [str(value) for one in named for value in one.values()]

    assert len(words) > 1000
    assert [word for word in words if set(word) & set(MARKS)] == []
    assert set(edition.text) & set(MARKS) == set()


def test_page_that_is_set_well_has_no_fault(tmp_path: Path) -> None:
    body = f"<h2>備え</h2><p>{LINE}</p><p>東京都は2021年に「備え」（案）を定めた。</p>"

    assert faults(printed(tmp_path, body)) == []


@pytest.mark.parametrize("rule", BAD)
def test_fault_is_found(tmp_path: Path, rule: str) -> None:
    body, style = BAD[rule]

    found = faults(printed(tmp_path, body, style))
    assert rule in {fault.partition(":")[0] for fault in found}


def test_glyph_of_what_has_none_is_found(tmp_path: Path) -> None:
    path = printed(tmp_path, "<p>東京都</p>")
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        contents = pdf.pages[0].Contents
        changed = re.sub(rb"<[0-9a-f]{4}", b"<0000", contents.read_bytes())
        contents.write(changed)
        pdf.save(path)

    assert [fault for fault in faults(path) if fault.startswith("glyphless")]


def test_glyph_of_another_character_is_found(tmp_path: Path) -> None:
    path = printed(tmp_path, "<p>東京都大阪府 ABC</p>")
    assert strangers(path) == []
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        contents = pdf.pages[0].Contents
        (codes,) = re.findall(rb"<([0-9a-f]{24})", contents.read_bytes())
        swapped = codes[8:12] + codes[4:8] + codes[:4] + codes[12:]
        contents.write(contents.read_bytes().replace(codes, swapped))
        texts = [one for one in pdf.objects if "/ToUnicode" in one]
        for one in texts:
            first, third = (b"<%s>" % part for part in (codes[:4], codes[8:12]))
            mapping = one.ToUnicode.read_bytes()
            kept = mapping.replace(first, b"<x>").replace(third, first)
            one.ToUnicode.write(kept.replace(b"<x>", third))
        pdf.save(path)

    assert squeezed(read(path)) == "東京都大阪府ABC"
    assert [line[-1] for line in strangers(path)] == ["東", "都"]


def test_signs_in_a_row_collapse(tmp_path: Path) -> None:
    found = distances(tmp_path, "あ」「い、（う。」え「『お・「か", "Report Mincho")

    assert found == [
        *(1000, 500, 1000),  # あ」「い
        *(1000, 500, 1000),  # い、（う
        *(1000, 500, 1000),  # う。」え
        *(1000, 500, 1000),  # え「『お
        *(1000, 500, 1000),  # お・「か
    ]


@pytest.mark.parametrize(("font", "space"), [("Mincho", 250), ("Gothic", 125)])
def test_space_stands_between_japanese_and_latin(
    tmp_path: Path, font: str, space: int
) -> None:
    with_space = distances(tmp_path, "国2国、", f"Report {font}")
    without = distances(tmp_path, "国、2、国", f"Report {font}")

    kanji, _comma, digit, _comma = without
    assert with_space[:2] == [kanji + space, digit + space]


def test_quotes_follow_the_language(tmp_path: Path) -> None:
    japanese = distances(tmp_path, "“競争”と", "Report Mincho")
    english = distances(tmp_path, "“R”s", "Report Mincho", "en")

    assert japanese == [1000, 1000, 1000, 1000]
    assert max(english) < 800


def test_text_layer_has_the_words_alone(tmp_path: Path) -> None:
    text = "市は2021年11月に、CO₂を50%減らす「計画」を髙﨑市と𠮷野町で始めた。"

    assert squeezed(read(printed(tmp_path, f"<p>{text}</p>"))) == text


def test_fonts_of_the_machine_are_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    style = 'p { font-family: "DejaVu Sans", "BIZ UDGothic", monospace }'

    path = printed(tmp_path, "<p>東京 Tokyo</p>", style)
    assert [fault for fault in faults(path) if fault.startswith("fonts")] == []
