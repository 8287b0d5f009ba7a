"""What is added to a font: spaces, kanji of another font, glyphs with a space."""

from __future__ import annotations

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._g_l_y_f import Glyph

from typefaces.spacing import MARK, SPACED

AS_IS = (1, 0, 0, 1, 0, 0)
# Signs without ink, in thousandths of the em.
SPACES = {
    0x2000: 500, 0x2001: 1000, 0x2002: 500, 0x2003: 1000, 0x2004: 333, 0x2005: 250,
    0x2006: 167, 0x2009: 200, 0x200A: 100, 0x200B: 0, 0x202F: 200, 0x2060: 0,
}  # fmt: skip
HYPHENS = (0x2010, 0x2011)
BEYOND = 0xFFFF
VARIANTS = 14


def add_glyph(font: TTFont, name: str, glyph: Glyph, width: int) -> None:
    """Add a glyph of a width at the end of a font."""
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (width, glyph.xMin)


def encode(font: TTFont, code: int, name: str) -> None:
    """Let a glyph stand for a character."""
    for table in font["cmap"].tables:
        if table.isUnicode() and (code <= BEYOND or table.format > 4):  # noqa: PLR2004
            table.cmap[code] = name


def add_spaces(font: TTFont) -> None:
    """Add the spaces and hyphens that a text may have."""
    known = font.getBestCmap()
    for code, width in SPACES.items():
        if code not in known:
            add_glyph(font, f"space{code:04X}", TTGlyphPen(None).glyph(), width)
            encode(font, code, f"space{code:04X}")
    for code in HYPHENS:
        encode(font, code, known[ord("-")])


def part_characters(font: TTFont) -> None:
    """Give each character a glyph of its own: a text layer tells glyphs apart."""
    drawn = font.getGlyphSet()
    taken = set()
    for code, name in sorted(font.getBestCmap().items()):
        if name in taken:
            pen = TTGlyphPen(drawn)
            pen.addComponent(name, AS_IS)
            copy = f"{name}.{code:04X}"
            add_glyph(font, copy, pen.glyph(), font["hmtx"].metrics[name][0])
            encode(font, code, copy)
        taken.add(name)


def add_characters(font: TTFont, other: TTFont, characters: str) -> None:
    """Draw characters as another font of the same em does."""
    drawn = other.getGlyphSet()
    names = other.getBestCmap()
    for character in characters:
        pen = TTGlyphPen(None)
        outline = drawn[names[ord(character)]]
        outline.draw(Cu2QuPen(pen, max_err=1, reverse_direction=True))
        name = f"u{ord(character):X}"
        add_glyph(font, name, pen.glyph(), round(outline.width))
        encode(font, ord(character), name)


def add_spaced(font: TTFont, space: int) -> None:
    """Add each glyph that can stand at a boundary once more, with a space behind."""
    sequences = []
    drawn = font.getGlyphSet()
    widths = font["hmtx"].metrics
    for code, name in sorted(font.getBestCmap().items()):
        if SPACED.fullmatch(chr(code)):
            pen = TTGlyphPen(drawn)
            pen.addComponent(name, AS_IS)
            add_glyph(font, f"{name}.spaced", pen.glyph(), widths[name][0] + space)
            sequences.append((code, f"{name}.spaced"))
    table = CmapSubtable.newSubtable(VARIANTS)
    table.platformID, table.platEncID, table.language = 0, 5, 0xFF
    table.cmap = {}
    table.uvsDict = {ord(MARK): sequences}
    font["cmap"].tables.append(table)
    font.setGlyphOrder(font["glyf"].glyphOrder)
