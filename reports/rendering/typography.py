"""What Japanese typesetting asks for and WeasyPrint does not do by itself.

Between Japanese and Latin stands a quarter of an em: the mark behind a character asks
the fonts of the report for it (typefaces.spacing), so that no space is in the text.
Line breaks follow the rules of Pango, and a few more that it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pydyf

from typefaces.coverage import PRESENTATIONS, SELECTORS, glyphless
from typefaces.spacing import ENDS, JAPANESE, KANJI, LATIN, MARK

TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"</?([a-zA-Z0-9]+)")
# Elements inside a line; all others end what stands before them.
IN_LINE = {"a", "abbr", "b", "data", "em", "i", "small", "span", "strong", "time"}
# Text does not run through these: one stands at the foot of the page, one below.
APART = re.compile(r'class="(?:note|organisers)"')
# A drawing is set letter by letter, the others are not set at all.
DRAWN = "svg"
UNSET = {"head", "script", "style", DRAWN}

JOINER = "\u2060"
# Printers' sign for a type that is not in the case.
GETA = "〓"
SPACED = re.compile(
    rf"(?<=[{JAPANESE}])(?=[{LATIN}])|(?<=[{LATIN}{ENDS}])(?=[{JAPANESE}])"
)
COUNTERS = "年月日時分回人名件社団国か"
KEPT = re.compile(
    "|".join(
        (
            rf"(?<=[0-9])(?=[{COUNTERS}])",
            r"(?<=[０-９])(?=[０-９])",
            r"(?<=[０-９][，．])(?=[０-９])",
            r"(?<=[※〒])(?=\S)",
            r"(?<=\S)(?=[～／])",
            # The last line of a paragraph has three letters at least.
            rf"(?<=.{{3}}[{JAPANESE}])(?=[{JAPANESE}]{{1,2}}[、。）」』]*\s*\Z)",
        )
    )
)
# Spaces at which no line ends: before the sign of a unit, before a dash, and between
# the two names of a person.
KEPT_SPACE = re.compile(
    r"(?<=[0-9]) (?=(?:°C|%|[kcm]?m|[kMGT]W|[kMG]?t|ha)(?![a-z]))|(?<=\S) (?=[–—] )"
)
PERSON = re.compile(
    rf"(?<![{JAPANESE}])([{KANJI}]{{1,4}}) (?=[{JAPANESE}]{{1,5}}(?![{JAPANESE}]))"
)
NO_BREAK_SPACE = "\u00a0"
# What readers and searches are not to meet.
PLAIN = str.maketrans({MARK: "", JOINER: "", NO_BREAK_SPACE: " "})


def typeset(html: str) -> str:
    """Return a document with what its lines need to be set well.

    A character without a glyph is printed as a geta mark.
    """
    found: list[str] = []
    line: list[str] = []
    running: list[bool] = []
    unset = ""
    types = _types(html)
    for number, piece in enumerate(TAG.split(html)):
        if number % 2 == 0:
            if not unset:
                line.append(_with_kept_spaces(piece.translate(types)))
            else:
                found.append(piece.translate(types) if unset == DRAWN else piece)
        elif not unset and _runs_on(piece, running):
            line.append(piece)
        else:
            found += _set(line)
            found.append(piece)
            line.clear()
            unset = _unset(piece, unset)
    return "".join((*found, *_set(line)))


def _types(html: str) -> dict[int, str]:
    """Return what is printed for characters that no font of the report has."""
    missing = (each for each in glyphless(html) if len(each) == 1)
    selectors = re.findall(f"[{SELECTORS}{PRESENTATIONS}]", html)
    return str.maketrans(dict.fromkeys(missing, GETA) | dict.fromkeys(selectors, ""))


def _with_kept_spaces(text: str) -> str:
    text = PERSON.sub(rf"\1{NO_BREAK_SPACE}", text)
    return KEPT_SPACE.sub(NO_BREAK_SPACE, text)


def _runs_on(tag: str, running: list[bool]) -> bool:
    """Tell whether text runs on through a tag; `running` are the open elements."""
    name = NAME.match(tag)
    if name is None or name[1].lower() not in IN_LINE:
        return False
    if tag.startswith("</"):
        return running.pop() if running else False
    running.append(APART.search(tag) is None)
    return running[-1]


def _unset(tag: str, unset: str) -> str:
    """Return the name of the element whose text is not set, if one is open."""
    name = NAME.match(tag)
    if name is None:
        return unset
    if unset:
        return "" if tag.startswith("</") and name[1] == unset else unset
    return name[1] if name[1] in UNSET and not tag.startswith("</") else ""


def _set(line: list[str]) -> Iterator[str]:
    """Set the text of a line, in pieces between its tags."""
    text = "".join(piece for piece in line if not piece.startswith("<"))
    # The mark of a space belongs to the letter: it stands before a joiner.
    marks = [(match.start(), MARK) for match in SPACED.finditer(text)]
    marks += [(match.start(), JOINER) for match in KEPT.finditer(text)]
    marks.sort(key=lambda mark: (mark[0], mark[1] == JOINER), reverse=True)
    end = 0
    for piece in line:
        if piece.startswith("<"):
            yield piece
            continue
        start, end = end, end + len(piece)
        while marks and marks[-1][0] <= end:
            position, mark = marks.pop()
            yield text[start:position] + mark
            start = position
        yield text[start:end]


def without_marks(_document: object, pdf: pydyf.PDF) -> None:
    """Leave the words alone in the text layer, and in all other texts of a PDF.

    WeasyPrint calls such a function a finisher.
    """
    for one in pdf.objects:
        if isinstance(one, pydyf.Stream) and b"begincmap" in one.stream:
            one.stream = [_plain_mapping(line) for line in one.stream]
        elif isinstance(one, pydyf.Dictionary):
            for words in one.values():
                if isinstance(words, pydyf.String) and isinstance(words.string, str):
                    words.string = words.string.translate(PLAIN)


def _plain_mapping(line: bytes) -> bytes:
    """Return a line of a character map, <glyph> <text>, without marks."""
    glyph, separator, text = line.partition(b"> <")
    if not separator or b" " in glyph:
        return line
    plain = bytes.fromhex(text[:-1].decode()).decode("utf-16-be").translate(PLAIN)
    return glyph + separator + plain.encode("utf-16-be").hex().encode() + b">"
