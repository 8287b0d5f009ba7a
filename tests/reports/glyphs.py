"""Glyphs as printed, beside the same characters drawn by another engine.

A text layer can be right while the page shows other signs. Here FreeType draws each
character from the report's fonts, and the picture of the page has to look like it.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby, product
from math import sqrt
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageStat

from tests.reports.lines import Letter, SetPdf
from typefaces.faces import SHARED
from typefaces.places import FONTS

SCALE = 4  # pixels a point
# The same glyphs are alike by 0.85 and more, 99 of 100 other ones by less than 0.7.
ALIKE = 0.8
# The two engines round differently.
SHIFTS = sorted(
    product(range(-2, 3), repeat=2), key=lambda pair: abs(pair[0] + 1j * pair[1])
)
SOFT = ImageFilter.BoxBlur(1)
# The reader's sign for a hyphen at the end of a line.
HYPHENATED = "\x02"


def strangers(path: Path) -> list[str]:
    """Return the characters that look like others, each with its font."""
    pdf = SetPdf(path)
    samples = {(one.font, one.text): one for one in pdf.letters if is_drawn(one)}
    pdf.close()
    strange = []
    document = pypdfium2.PdfDocument(path)
    in_order = sorted(samples.values(), key=lambda one: one.mark.page)
    for page, letters in groupby(in_order, lambda one: one.mark.page):
        for letter, score in likenesses(document[page], letters):
            if score < ALIKE:
                strange.append(f"{letter.font}: {letter.text}")
    document.close()
    return strange


def is_drawn(letter: Letter) -> bool:
    # Quotes and dashes look different in each language.
    return not (letter.text.isspace() or letter.text in SHARED + HYPHENATED)


def likenesses(
    page: pypdfium2.PdfPage, letters: Iterable[Letter]
) -> Iterator[tuple[Letter, float]]:
    """Compare letters with the picture of their page."""
    picture = page.render(scale=SCALE, grayscale=True).to_pil()
    for letter in letters:
        x, y = letter.x * SCALE, (page.get_height() - letter.y) * SCALE
        size = letter.size * SCALE
        left, top = round(x), round(y - size)
        drawn = Image.new("L", (round(size), round(size * 1.25)))
        place, font = (x - left, y - top), face(letter.font, size)
        ImageDraw.Draw(drawn).text(place, letter.text, 255, font, anchor="ls")
        width = max(round((letter.end - letter.x) * SCALE), 4)
        drawn = drawn.crop((0, 0, width, drawn.height)).filter(SOFT)
        box = (left - 2, top - 2, left + width + 2, top + drawn.height + 2)
        yield letter, likeness(inked(picture.crop(box)), drawn)


@cache
def face(name: str, size: float) -> ImageFont.FreeTypeFont:
    family, _, style = name.partition("Report-")[2].partition("-")
    file = FONTS / f"Report{family}-{style or 'Regular'}.ttf"
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def inked(picture: Image.Image) -> Image.Image:
    """Return what stands out from the ground, on black."""
    plain = Image.new(
        "L", picture.size, picture.histogram().index(max(picture.histogram()))
    )
    return ImageChops.difference(picture, plain).filter(SOFT)


def likeness(printed: Image.Image, drawn: Image.Image) -> float:
    """Return how alike two pictures are, at best 1, wherever they match most."""
    best = 0.0
    for right, down in SHIFTS:
        left, top = 2 + right, 2 + down
        box = (left, top, left + drawn.width, top + drawn.height)
        best = max(best, correlation(printed.crop(box), drawn))
        if best > ALIKE:
            break
    return best


def correlation(one: Image.Image, other: Image.Image) -> float:
    first, second = ImageStat.Stat(one), ImageStat.Stat(other)
    count = first.count[0]
    both = ImageStat.Stat(ImageChops.multiply(one, other)).sum[0] * 255
    common = both - first.sum[0] * second.sum[0] / count
    spread = sqrt(varied(first) * varied(second))
    return common / spread if spread else 0.0


def varied(found: ImageStat.Stat) -> float:
    return found.sum2[0] - found.sum[0] ** 2 / found.count[0]
