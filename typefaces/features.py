"""What a font does by itself: collapsing signs, ligatures, quotes by language."""

from __future__ import annotations

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

# Signs of one em: their ink stands at the right, at the left, in the middle.
OPEN = "「『（［【〈《〔｛‘“"
CLOSE = "、。，．」』）］】〉》〕｝’”"
MIDDLE = "・：；"
SCRIPTS = ("DFLT", "hani", "kana", "latn")
COLLAPSING = """
@open = [{open}];
@close = [{close}];
@middle = [{middle}];
feature halt {{
    pos @open <-500 0 -500 0>;
    pos @close <0 0 -500 0>;
    pos @middle <-250 0 -500 0>;
}} halt;
lookup collapsing {{
    pos @close [@open @close @middle {space}] -500;
    pos [@open @middle {space}] @open -500;
}} collapsing;
feature chws {{ lookup collapsing; }} chws;
feature kern {{ lookup collapsing; }} kern;
"""
LATIN = """
lookup joined {{ {joined} }} joined;
feature liga {{ lookup joined; }} liga;
"""
ENGLISH = """
lookup english {{ {english} }} english;
feature locl {{ {languages} }} locl;
"""


def systems(*languages: str) -> str:
    """Declare the languages, each in every script."""
    return "".join(
        f"languagesystem {script} {language};\n"
        for script in SCRIPTS
        for language in languages
    )


def collapsing(font: TTFont) -> None:
    """Let two full-width signs in a row take an em and a half.

    This is chws; as kerning, it is done without being asked for.
    """
    names = font.getBestCmap()
    classes = {
        word: " ".join(names[ord(sign)] for sign in signs if ord(sign) in names)
        for word, signs in (("open", OPEN), ("close", CLOSE), ("middle", MIDDLE))
    }
    rules = COLLAPSING.format(space=names[0x3000], **classes)
    addOpenTypeFeaturesFromString(font, systems("dflt") + rules, tables=["GPOS"])


def ligatures(font: TTFont) -> dict[str, str]:
    """Return the ligatures of a font, as glyphs in a row and the one for them."""
    table = font["GSUB"].table
    numbers = {
        number
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "liga"
        for number in record.Feature.LookupListIndex
    }
    return {
        " ".join((first, *ligature.Component)): ligature.LigGlyph
        for number in sorted(numbers)
        for subtable in table.LookupList.Lookup[number].SubTable
        for first, found in subtable.ligatures.items()
        for ligature in found
    }


def substituting(font: TTFont, joined: dict[str, str], english: dict[str, str]) -> None:
    """Join letters, and draw glyphs by others in English passages."""
    pairs = " ".join(f"sub {row} by {one};" for row, one in joined.items())
    rules = LATIN.format(joined=pairs)
    languages = ["dflt"]
    if english:
        languages.append("ENG")
        rules += ENGLISH.format(
            english=" ".join(
                f"sub {one} by {other};" for one, other in english.items()
            ),
            languages=" ".join(
                f"script {one}; language ENG; lookup english;" for one in SCRIPTS
            ),
        )
    addOpenTypeFeaturesFromString(font, systems(*languages) + rules, tables=["GSUB"])
