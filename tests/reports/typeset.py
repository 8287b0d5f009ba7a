"""What a printed page of the report must be: each fault names its rule and its place.

Kinsoku are the rules of Japanese typesetting about what may not stand at the
beginning or at the end of a line.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from operator import attrgetter
from pathlib import Path

from pikepdf import Dictionary, Name, Stream

from tests.reports.lines import Block, Line, SetPdf

NOT_FIRST = (
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー’”）〕］｝〉》」』】｠〗〟‐〜～゠–／…‥％℃"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ.,:;?!)]}%°"
)
NOT_LAST = "‘“（〔［｛〈《「『【｟〖〝([{〒※＃№"
PARTED = re.compile(r"[0-9０-９]\|[0-9０-９]|[0-9０-９][.,，．:]\|[0-9０-９]|――|——|……")
SMALLEST = 8
# Characters a line, in one column and in two; kinsoku may take the last ones away.
MEASURES = (range(34, 41), range(20, 25))
GIVEN_WAY = 3
TOLERANCE = 0.2
BODY = "Report-Mincho"
OPEN, CLOSE = "「『（［【〈《〔｛", "、。，．」』）］】〉》〕｝"
FULL = re.compile(rf"[\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff{OPEN}{CLOSE}]+")
# Two signs in a row of which one gives half an em away.
COLLAPSED = re.compile(rf"[{OPEN}・](?=[{OPEN}])|[{CLOSE}](?=[{OPEN}{CLOSE}・])")
HEADINGS = {f"H{level}" for level in range(1, 7)}
GLYPHS = re.compile(rb"<([0-9a-f]+)>")

Rule = Callable[[SetPdf], Iterator[str]]


def faults(path: Path) -> list[str]:
    """Return what is wrong with a file: "rule: where"."""
    pdf = SetPdf(path)
    found = [f"{rule.__name__}: {where}" for rule in RULES for where in rule(pdf)]
    pdf.close()
    return found


def shown(*lines: Line) -> str:
    words = " | ".join(line.text for line in lines)
    return f"page {lines[0].page + 1}, {words}"


def broken(block: Block) -> Iterator[tuple[Line, Line]]:
    """Go through the lines that follow one another in the same size."""
    for line, following in pairwise(block.lines):
        if abs(line.size - following.size) < TOLERANCE:
            yield line, following


def kinsoku(pdf: SetPdf) -> Iterator[str]:
    for block in pdf.blocks:
        for line, following in broken(block):
            last, first = line.text[-1:], following.text[:1]
            # In pairs, waves are brackets around a subtitle.
            bracket = first == "～" and block.text.count(first) % 2 == 0
            if last in NOT_LAST or (first in NOT_FIRST and not bracket):
                yield shown(line, following)


def parted(pdf: SetPdf) -> Iterator[str]:
    for block in pdf.blocks:
        for line, following in broken(block):
            around = f"{line.text[-2:]}|{following.text[:1]}"
            # In English, two numbers may follow one another.
            if block.element.language == "ja" and PARTED.search(around):
                yield shown(line, following)


def small(pdf: SetPdf) -> Iterator[str]:
    for line, letters in groupby(pdf.letters, attrgetter("mark", "size")):
        if line[1] < SMALLEST - 0.01:
            text = "".join(letter.text for letter in letters)
            yield f"page {line[0].page + 1}, {line[1]:.1f} pt: {text}"


def bodies(pdf: SetPdf, language: str) -> Iterator[Block]:
    """Go through the blocks of body text in a language."""
    for block in pdf.blocks:
        if block.element.language == language and block.lines[0].font == BODY:
            yield block


def pitch(pdf: SetPdf) -> Iterator[str]:
    for language in ("ja", "en"):
        found = [
            (line.y - following.y, line)
            for block in bodies(pdf, language)
            for line, following in broken(block)
            if line.page == following.page and line.y > following.y
        ]
        counted = Counter(round(distance, 1) for distance, _line in found)
        for distance, line in found:
            if abs(distance - counted.most_common(1)[0][0]) > TOLERANCE:
                yield f"{shown(line)}: {distance:.1f} pt"


def measure(pdf: SetPdf) -> Iterator[str]:
    """Lines of full-width characters are a whole number of them."""
    allowed = {n - less for one in MEASURES for n in one for less in range(GIVEN_WAY)}
    for block in bodies(pdf, "ja"):
        left = {line.page: line.start for line in block.lines[1:]}
        for line, _following in broken(block):
            indent = (line.start - left.get(line.page, line.start)) / line.size
            expected = len(line.text) - len(COLLAPSED.findall(line.text)) / 2
            count = (line.letters[-1].x - line.start) / line.size + 1
            if FULL.fullmatch(line.text) and (
                abs(count - expected) > 0.05 or round(count + indent) not in allowed
            ):
                yield f"{shown(line)}: {count:.2f} characters"


def overlapping(pdf: SetPdf) -> Iterator[str]:
    placed = sorted(pdf.letters, key=lambda one: (one.mark.page, round(one.y), one.x))
    for letter, following in pairwise(placed):
        level = abs(letter.y - following.y) < 1 and letter.x < following.x
        if level and letter.mark != following.mark and following.x < letter.end - 1:
            yield f"page {letter.mark.page + 1}, {letter.text}{following.text}"


def single(pdf: SetPdf) -> Iterator[str]:
    """One line of a paragraph alone at the foot or at the head of a page."""
    for block in pdf.blocks:
        pages = [list(lines) for _page, lines in groupby(block.lines, lambda x: x.page)]
        if len(pages) > 1 and (len(pages[0]) == 1 or len(pages[-1]) == 1):
            yield shown(pages[0][-1], pages[-1][0])


def heading_last(pdf: SetPdf) -> Iterator[str]:
    """What a heading is of begins on another page."""
    placed = [(holder.block, mark.page) for mark, holder in pdf.root.marks()]
    for (heading, page), (following, next_page) in pairwise(placed):
        if heading.kind in HEADINGS and following is not heading and next_page != page:
            yield f"page {page + 1}, {pdf.text(heading)}"


def fonts(pdf: SetPdf) -> Iterator[str]:
    """A font is not the report's own, not embedded, or its text cannot be read."""
    for font in pdf.pdf.objects:
        if not isinstance(font, Dictionary) or font.get("/Subtype") != Name.Type0:
            continue
        name = str(font.BaseFont)
        (descendant,) = font.DescendantFonts
        if "+Report-" not in name:
            yield f"{name} is another font"
        if "/FontFile2" not in descendant.FontDescriptor or "/ToUnicode" not in font:
            yield f"{name} is not embedded as text"
        if font.Encoding != Name("/Identity-H"):
            yield f"{name} is asked for characters that it does not have"


def glyphless(pdf: SetPdf) -> Iterator[str]:
    """A page prints the glyph of what has none."""
    contents = [page.Contents for page in pdf.pdf.pages]
    for number, stream in enumerate([*contents, *forms(pdf)]):
        for codes in GLYPHS.findall(stream.read_bytes()):
            if b"0000" in (codes[at : at + 4] for at in range(0, len(codes), 4)):
                yield f"content {number + 1}"


def forms(pdf: SetPdf) -> Iterator[Stream]:
    for one in pdf.pdf.objects:
        if isinstance(one, Stream) and one.get("/Subtype") == Name.Form:
            yield one


RULES: list[Rule] = [
    kinsoku,
    parted,
    small,
    pitch,
    measure,
    overlapping,
    single,
    heading_last,
    fonts,
    glyphless,
]
