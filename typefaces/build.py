"""Builds the fonts of the printed report from the fonts they derive from.

    python -m typefaces.build FOLDER

FOLDER holds the sources, found by their names at any depth; typefaces/README.md says
where they are to be had. The same sources give the same files to the byte.
"""

from __future__ import annotations

import hashlib
import sys
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from typefaces import features
from typefaces.faces import (
    ASCENT,
    DESCENT,
    FACES,
    LATIN,
    NAMES,
    SHARED,
    SOURCES,
    UNITS,
    Face,
    Japanese,
)
from typefaces.glyphs import (
    add_characters,
    add_spaced,
    add_spaces,
    encode,
    part_characters,
)
from typefaces.places import FONTS

# Of no use in print, or wrong once glyphs are taken away.
DROPPED = ["DSIG", "meta", "gasp", "vhea", "vmtx", "BASE", "GDEF"]
BOLD = 700
# Where the English quotes stand until the rules that choose them are written.
ASIDE = 0xE000
# Seconds since 1904, in place of those of the day: the same sources, the same bytes.
MADE = 3_850_000_000
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."


def sources(folder: Path) -> dict[str, Path]:
    """Return the sources by name. Raises ValueError where one is not as expected."""
    found = {path.name: path for path in folder.rglob("*") if path.name in SOURCES}
    for name, expected in SOURCES.items():
        if name not in found:
            raise ValueError(f"{name} is not in {folder}")
        if hashlib.sha256(found[name].read_bytes()).hexdigest() != expected:
            raise ValueError(f"{found[name]} is another version of the font")
    return found


def characters(charset: str) -> set[int]:
    """Return the characters of one of the sets of Shift JIS."""
    found: set[int] = set()
    for high in (*range(0x81, 0xA0), *range(0xE0, 0xFD)):
        for low in range(0x40, 0xFD):
            try:
                found.update(map(ord, bytes((high, low)).decode(charset)))
            except UnicodeDecodeError:
                continue
    return {code for code in found if not 0xE000 <= code < 0xF900}  # noqa: PLR2004


def part(path: Path, codes: set[int], kept: list[str]) -> TTFont:
    """Return a font cut down to some characters and features, without hints."""
    options = subset.Options(
        hinting=False,
        layout_features=kept,
        notdef_outline=True,
        glyph_names=True,
        drop_tables=DROPPED,
        recalc_bounds=True,
    )
    font = subset.load_font(path, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    return font


def japanese(face: Japanese, found: dict[str, Path]) -> TTFont:
    """Return the Japanese part of a font."""
    codes = {code for charset in face.charset for code in characters(charset)}
    codes |= {*range(0xFF61, 0xFFA0), *map(ord, SHARED)}
    font = part(found[face.source], codes - LATIN, [])
    scale_upem(font, UNITS)
    # BIZ UD's own dash of English is half as long as a Japanese one.
    encode(font, ord("—"), font.getBestCmap()[ord("―")])
    if face.supplement:
        with TTFont(found[face.supplement], fontNumber=0) as other:
            add_characters(font, other, NAMES)
        font.setGlyphOrder(font["glyf"].glyphOrder)
    if face.solid:
        features.collapsing(font)
    return font


def latin(face: Face, found: dict[str, Path]) -> tuple[TTFont, dict[str, str]]:
    """Return the Latin part of a font, and its ligatures."""
    codes = {*LATIN, *map(ord, SHARED)}
    font = part(found[face.latin], codes, ["kern", "liga"])
    scale_upem(font, round(UNITS * face.scale))
    font["head"].unitsPerEm = UNITS
    joined = features.ligatures(font)
    del font["GSUB"]
    return font, joined


def merged(font: TTFont, others: TTFont) -> tuple[TTFont, dict[str, str]]:
    """Return two fonts as one, and which glyphs of both draw the same characters."""
    for number, sign in enumerate(SHARED):
        encode(font, ASIDE + number, font.getBestCmap()[ord(sign)])
        for table in font["cmap"].tables:
            table.cmap.pop(ord(sign), None)
    files = [BytesIO(), BytesIO()]
    for one, file in zip((font, others), files, strict=True):
        one.save(file)
    whole = Merger().merge(files)
    names = whole.getBestCmap()
    english = {names[ord(s)]: names[ASIDE + n] for n, s in enumerate(SHARED)}
    for table in whole["cmap"].tables:
        for number in range(len(SHARED)):
            table.cmap.pop(ASIDE + number, None)
    return whole, english


def copyrights(face: Face, found: dict[str, Path]) -> str:
    """Return the copyrights of all that a font derives from."""
    lines = []
    for name in face.sources:
        with TTFont(found[name], fontNumber=0, lazy=True) as source:
            lines.append(source["name"].getDebugName(0))
    return "\n".join(lines)


def finish(font: TTFont, face: Face, copyright_lines: str) -> None:
    """Name a font and give it the one em square."""
    header, metrics = font["hhea"], font["OS/2"]
    header.ascent = metrics.sTypoAscender = metrics.usWinAscent = ASCENT
    header.descent = metrics.sTypoDescender = DESCENT
    metrics.usWinDescent = -DESCENT
    header.lineGap = metrics.sTypoLineGap = 0
    metrics.usWeightClass = BOLD if face.style == "Bold" else 400
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = MADE
    font["post"].formatType = 3.0  # without the names of glyphs
    names = font["name"]
    derived = f"Version 1.0, derived from {', '.join(face.sources)}"
    texts = {
        0: copyright_lines, 1: face.family, 2: face.style, 3: derived,
        4: f"{face.family} {face.style}", 5: derived,
        6: face.file.removesuffix(".ttf"), 13: LICENCE,
    }  # fmt: skip
    names.names = []
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)


def build(face: Face, found: dict[str, Path]) -> TTFont:
    """Build a font."""
    font, joined = latin(face, found)
    english: dict[str, str] = {}
    if face.japanese:
        font, english = merged(font, japanese(face.japanese, found))
    add_spaces(font)
    part_characters(font)
    features.substituting(font, joined, english)
    add_spaced(font, face.spacing)
    finish(font, face, copyrights(face, found))
    return font


def main(folder: str) -> None:
    """Build all fonts, and the list of their hashes."""
    found = sources(Path(folder))
    FONTS.mkdir(exist_ok=True)
    lines = []
    for face in FACES:
        build(face, found).save(FONTS / face.file)
        digest = hashlib.sha256((FONTS / face.file).read_bytes()).hexdigest()
        lines.append(f"{digest}  {face.file}\n")
    (FONTS / "SHA256SUMS").write_text("".join(lines))


if __name__ == "__main__":
    main(sys.argv[1])
