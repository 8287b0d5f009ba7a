"""What each font of the report is made of."""

from __future__ import annotations

from dataclasses import dataclass

UNITS = 1000
# One em square for all faces, so that a line keeps its place whatever stands in it.
ASCENT, DESCENT = 880, -120

# What the Latin part of a face draws; the Japanese part draws the rest.
LATIN = frozenset(
    (
        *range(0x20, 0x7F), *range(0xA0, 0x370), *range(0x1E00, 0x1F00),
        *range(0x2000, 0x2014), *range(0x2020, 0x2023), *range(0x202F, 0x2031),
        *range(0x2039, 0x203B), 0x2044, *range(0x2070, 0x20D0), 0x2122, 0x2212,
    )
) - frozenset(map(ord, "×÷"))  # fmt: skip
# Full width in Japanese passages, of the Latin kind in English ones.
SHARED = "×÷—‘’“”…"
# Kanji of names that no JIS has, from a font that has them.
NAMES = "𠮷𡈽𣘺𦚰"

# The sets of Shift JIS: the common kanji, those of Windows, those of JIS X 0213.
COMMON = ("shift_jis", "cp932")
WHOLE = (*COMMON, "shift_jis_2004")


@dataclass(frozen=True)
class Japanese:
    """Kanji, kana and full-width signs from a file.

    Where the signs take an em each, `solid`, two in a row can collapse.
    """

    source: str
    charset: tuple[str, ...] = COMMON
    supplement: str = ""
    solid: bool = False


@dataclass(frozen=True)
class Face:
    """A font to build: Latin letters, and the Japanese ones they stand beside.

    `scale` brings the letters to the size of the kanji; `spacing` is what stands
    between the two, in thousandths of the em.
    """

    family: str
    style: str
    latin: str
    scale: float
    spacing: int
    japanese: Japanese | None = None

    @property
    def file(self) -> str:
        """Return the name of the font's file."""
        return f"{self.family.replace(' ', '')}-{self.style}.ttf"

    @property
    def sources(self) -> list[str]:
        """Return the files that it derives from."""
        others = self.japanese
        found = [others.source, others.supplement] if others else []
        return [name for name in [*found, self.latin] if name]


MINCHO = Japanese(
    "BIZUDMincho-Regular.ttf",
    charset=WHOLE,
    supplement="NotoSerifCJK-Regular.ttc",
    solid=True,
)
GOTHIC = Japanese("BIZUDPGothic-Regular.ttf")
BOLD_GOTHIC = Japanese("BIZUDPGothic-Bold.ttf")
FACES = (
    Face("Report Mincho", "Regular", "SourceSerifPro-Regular.ttf", 1.09, 250, MINCHO),
    Face("Report Mincho", "Italic", "SourceSerifPro-It.ttf", 1.09, 250),
    Face("Report Mincho", "Bold", "SourceSerifPro-Semibold.ttf", 1.09, 250),
    Face("Report Gothic", "Regular", "SourceSansPro-Regular.ttf", 1.12, 125, GOTHIC),
    Face("Report Gothic", "Italic", "SourceSansPro-It.ttf", 1.12, 125),
    Face("Report Gothic", "Bold", "SourceSansPro-Bold.ttf", 1.12, 125, BOLD_GOTHIC),
)

# The files that all of it derives from, as the hash of their bytes.
SOURCES = {
    "BIZUDMincho-Regular.ttf": (
        "12a760927333e6099c7d55508b03617d905836041d3883c766e88a2e892a96c3"
    ),
    "BIZUDPGothic-Regular.ttf": (
        "8d4fd9568ad662d9eb1bc8ca8663dcd76a6336373e3e3f32d634978db4c7388e"
    ),
    "BIZUDPGothic-Bold.ttf": (
        "4148bfdc5da1f32b9e20b2ca25c26da409f4594b8c31da8d3f0d04628793adc4"
    ),
    "NotoSerifCJK-Regular.ttc": (
        "a04178ec485dffdff7cc0c0c20e1fce9202d7e2160d805e8e44a4c8841c58481"
    ),
    "SourceSerifPro-Regular.ttf": (
        "b4e0771f06d8f6573a535312762b0b2f4fb9a03372239e39b0e7cf203da8ea9a"
    ),
    "SourceSerifPro-It.ttf": (
        "13e315bc49bd04ef89228db5fbc793e407d76f9ffadda4e5e08894fb474736eb"
    ),
    "SourceSerifPro-Semibold.ttf": (
        "83cc8531f284efb749bbb54f9fb4a0e0450cba918a41df76fabb3a42f2f95899"
    ),
    "SourceSansPro-Regular.ttf": (
        "b77f3a700edd0fc0dec73258f882d5c3926c77f5caf6800a201d2166568d2309"
    ),
    "SourceSansPro-It.ttf": (
        "36133e9f508b0b4c639e84b2a09855350be0b13700ad729ab519aa78e5c48d20"
    ),
    "SourceSansPro-Bold.ttf": (
        "2efc3a95d076f2d04c5928c0ad698b7c61cc302d6f6e79e9643cd3722f7becc2"
    ),
}
