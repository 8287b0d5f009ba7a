"""The lines of a tagged PDF: which letters stand where, in which element."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import hypot
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from tests.reports.tagged import Element, Mark, TaggedPdf


@dataclass(frozen=True)
class Letter:
    """A letter as printed: its place on the base line, in points, from below."""

    text: str
    mark: Mark
    x: float
    y: float
    end: float
    size: float
    font: str


@dataclass(frozen=True)
class Line:
    """Letters of one element beside each other."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters).strip()

    @property
    def page(self) -> int:
        return self.letters[0].mark.page

    @property
    def y(self) -> float:
        """Return the base line; raised letters stand higher."""
        return min(letter.y for letter in self.letters)

    @property
    def start(self) -> float:
        return self.letters[0].x

    @property
    def end(self) -> float:
        return self.letters[-1].end

    @property
    def size(self) -> float:
        return self.letters[0].size

    @property
    def font(self) -> str:
        return self.letters[0].font.partition("+")[2]


@dataclass(frozen=True)
class Block:
    """An element with lines of its own."""

    element: Element
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


class SetPdf(TaggedPdf):
    """An open PDF with the places of its letters."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._opened = pypdfium2.PdfDocument(path)

    def close(self) -> None:
        super().close()
        self._opened.close()

    @cached_property
    def letters(self) -> list[Letter]:
        """Return all letters that were printed, page by page."""
        return [
            letter
            for number, page in enumerate(self._opened)
            for letter in letters_on(page, number)
        ]

    @cached_property
    def blocks(self) -> list[Block]:
        """Return the elements with lines, in the order in which they begin.

        The labels of a drawing are no lines.
        """
        by_mark: dict[Mark, list[Letter]] = {}
        for letter in self.letters:
            by_mark.setdefault(letter.mark, []).append(letter)
        held: dict[Element, list[Letter]] = {}
        for mark, holder in self.root.marks():
            if holder.stands_in("Figure"):
                continue
            held.setdefault(holder.block, []).extend(by_mark.get(mark, []))
        return [
            Block(element, tuple(lines_of(letters)))
            for element, letters in held.items()
            if letters
        ]


def lines_of(letters: list[Letter]) -> Iterator[Line]:
    """Part letters in reading order into lines."""
    line = [letters[0]]
    for letter in letters[1:]:
        last = line[-1]
        goes_on = letter.mark.page == last.mark.page and letter.x > last.x - 0.5
        if goes_on and abs(letter.y - last.y) < last.size:
            line.append(letter)
        else:
            yield Line(tuple(line))
            line = [letter]
    yield Line(tuple(line))


def letters_on(page: pypdfium2.PdfPage, number: int) -> Iterator[Letter]:
    """Go through the letters of a page."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    held: dict[int, tuple[Mark, str]] = {}
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        found = raw.FPDFText_GetTextObject(text, index)
        address = ctypes.addressof(found.contents)
        if address not in held:
            held[address] = holder_of(found, number)
        mark, font = held[address]
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        yield Letter(letter, mark, x.value, y.value, box.right, size, font)
    text.close()


def holder_of(found: raw.FPDF_PAGEOBJECT, page: int) -> tuple[Mark, str]:
    """Return the mark and the font of a text."""
    font = raw.FPDFTextObj_GetFont(found)
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    mark = Mark(page, raw.FPDFPageObj_GetMarkedContentID(found))
    return mark, buffer.value.decode()
