"""The fonts of the report: whole, the same everywhere, with a glyph for each name."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from machine.places import ROOT
from typefaces.coverage import covered, glyphless
from typefaces.faces import FACES, UNITS
from typefaces.places import FONTS, environment
from typefaces.spacing import MARK, SPACED

MOST_BYTES = 9_500_000
FILES = sorted(face.file for face in FACES)


@pytest.fixture(params=FILES)
def font(request: pytest.FixtureRequest) -> Iterator[TTFont]:
    with TTFont(FONTS / request.param, lazy=True) as opened:
        yield opened


def test_fonts_are_those_that_were_built() -> None:
    listed = (FONTS / "SHA256SUMS").read_text().split()
    sums = dict(zip(listed[1::2], listed[::2], strict=True))

    found = {path.name: path.read_bytes() for path in FONTS.glob("*.ttf")}
    assert sorted(found) == FILES
    assert sums == {name: hashlib.sha256(c).hexdigest() for name, c in found.items()}
    assert sum(map(len, found.values())) < MOST_BYTES


def test_licence_stands_beside_the_fonts() -> None:
    licence = (FONTS / "OFL.txt").read_text()

    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name 'Source'" in licence
    assert [face for face in FACES if "Source" in face.family] == []


def test_each_character_has_a_glyph_of_its_own(font: TTFont) -> None:
    shared = [name for name, n in Counter(font.getBestCmap().values()).items() if n > 1]

    assert shared == []


def test_all_faces_have_one_em_square(font: TTFont) -> None:
    assert font["head"].unitsPerEm == UNITS
    assert (font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap) == (
        880,
        -120,
        0,
    )


def test_every_letter_can_have_a_space_behind_it(font: TTFont) -> None:
    (variants,) = [table for table in font["cmap"].tables if table.format == 14]
    characters, widths = font.getBestCmap(), font["hmtx"].metrics
    family = str(font["name"].getDebugName(1))

    added = {
        widths[name][0] - widths[characters[code]][0]
        for code, name in variants.uvsDict[ord(MARK)]
    }
    letters = {code for code in characters if SPACED.fullmatch(chr(code))}
    assert {code for code, _name in variants.uvsDict[ord(MARK)]} == letters
    assert added == {250 if family == "Report Mincho" else 125}


def test_body_characters_are_one_em_wide() -> None:
    with TTFont(FONTS / "ReportMincho-Regular.ttf") as mincho:
        names, widths = mincho.getBestCmap(), mincho["hmtx"].metrics
        found = {
            character: widths[names[ord(character)]][0] for character in "漢あア、「・"
        }

    assert set(found.values()) == {UNITS}


def test_kanji_of_all_names_have_a_glyph() -> None:
    assert (
        glyphless("髙﨑𠮷彅塚德濵𣘺 Düsseldorf Kyōto São Đà CO₂ 1.5 °C ①㈱→※") == set()
    )


def test_facts_of_the_year_can_be_printed() -> None:
    texts = list(ROOT.glob("datasets/fy2021/*.csv"))

    assert len(texts) > 10
    assert {path.name: glyphless(path.read_text()) for path in texts} == {
        path.name: set() for path in texts
    }


def test_what_cannot_be_printed_is_named() -> None:
    assert glyphless("😀 𝄞 é") == {"😀", "𝄞"}
    assert glyphless("葛\U000e0100城と葛城") == {"葛\U000e0100"}
    assert glyphless("☎\ufe0f\n\t\u00ad\u200b") == set()


def test_fonts_are_the_only_ones_a_process_is_told_of() -> None:
    configuration = Path(environment()["FONTCONFIG_FILE"])

    text = configuration.read_text()
    assert text.count("<dir") == 1
    assert '<dir prefix="relative">.</dir>' in text
    assert configuration.parent == FONTS
    assert os.sep in str(configuration)
    assert len(covered()) > 11_000
