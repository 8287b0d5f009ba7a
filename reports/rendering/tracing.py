"""Traces the numerals of a printed edition back to its ledger."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest

from reports.rendering.bookkeeping import SPACE, Binding, Entry, after, before
from reports.rendering.ledger import Ledger
from reports.rendering.numerals import NUMERAL, numerals, plain
from reports.rendering.printed import GAP, Piece, Print, Role

# A line may end within a numeral, in a long address for instance.
GOES_ON = re.compile(f"{GAP}?[.,:]?[0-9]")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a numeral, and the page that it stands on or should."""

    page: int
    sentence: str


@dataclass(frozen=True)
class Printed:
    """A numeral on a page; `goes_on` where the next one follows without a space."""

    numeral: str
    before: str
    after: str
    goes_on: bool
    piece: Piece

    @property
    def page(self) -> int:
        """The number of the page."""
        return self.piece.page

    def __str__(self) -> str:
        return f"“{self.before}[{self.numeral}]{self.after}”"


@dataclass(frozen=True)
class Trace:
    """What was found: the faults page by page, and how many numerals are what."""

    faults: tuple[Fault, ...]
    kinds: Counter[Binding]


def trace(edition: Print, ledger: Ledger) -> Trace:
    """Look up the numerals of a printed edition in its ledger."""
    found = printed_numerals(edition.pieces)
    read = [each for each in found if each.piece.role == Role.TEXT]
    labels = [each for each in found if each.piece.role != Role.TEXT]
    entries = expected(ledger, edition.targets)
    faults = [*compared(entries, read), *miscounted(labels), *unknown(edition)]
    kinds = Counter(entry.binding for entry in entries)
    kinds[Binding.STRUCTURE] += len(labels)
    return Trace(tuple(sorted(faults, key=lambda fault: fault.page)), kinds)


def printed_numerals(pieces: Iterable[Piece]) -> list[Printed]:
    """Return the numerals of a document in their order."""
    text = ""
    spans: list[tuple[int, int, Piece]] = []
    for piece in pieces:
        text += "\n" if piece.begins else ""
        start = len(text)
        text += plain(piece.text)
        spans.append((start, len(text), piece))
    return [
        Printed(
            match[0],
            before(text, match.start()),
            after(text, match.end()),
            GOES_ON.match(text, match.end()) is not None,
            piece,
        )
        for start, end, piece in spans
        for match in NUMERAL.finditer(text, start, end)
    ]


def expected(ledger: Ledger, targets: Mapping[str, int]) -> list[Entry]:
    """Return the entries of a ledger, with the numbers of the pages in this print."""
    entries = (
        replace(entry, numeral=str(targets.get(entry.target, "")))
        if entry.target
        else entry
        for entry in ledger.entries
    )
    return [entry for entry in entries if entry.numeral]


def compared(entries: Sequence[Entry], found: Sequence[Printed]) -> Iterator[Fault]:
    """Yield what stands in one only of the ledger and the print, or elsewhere."""
    matcher = SequenceMatcher(
        None,
        [entry.numeral for entry in entries],
        [printed.numeral for printed in found],
        autojunk=False,
    )
    for _tag, a, b, c, d in matcher.get_opcodes():
        wanted, given = entries[a:b], found[c:d]
        page = found[max(c - 1, 0)].page if found else 1
        for entry, printed in () if cut(wanted, given) else zip_longest(wanted, given):
            if entry is None or (printed and entry.binding == Binding.NONE):
                yield Fault(printed.page, f"{printed} is bound to nothing.")
            elif printed is None:
                yield Fault(page, f"{entry} is not printed: {origin(entry)}.")
            elif entry.numeral != printed.numeral:
                sentence = f"{printed} should be {entry.numeral}: {origin(entry)}."
                yield Fault(printed.page, sentence)


def cut(entries: Sequence[Entry], found: Sequence[Printed]) -> bool:
    """Tell whether numerals are printed, but some are cut by the end of a line."""
    if len(entries) >= len(found):
        return False
    wanted = re.findall("[0-9]", "".join(entry.numeral for entry in entries))
    given = re.findall("[0-9]", "".join(printed.numeral for printed in found))
    whole = len(entries) + sum(printed.goes_on for printed in found) == len(found)
    return whole and wanted == given


def origin(entry: Entry) -> str:
    """Return where a numeral should come from, in words."""
    if entry.target:
        return f"the page of “{entry.target}”"
    if entry.binding == Binding.COUNT:
        return f"{len(entry.sources)} records of {entry.of}"
    return ", ".join(entry.sources) or "numbering"


def miscounted(labels: Iterable[Printed]) -> Iterator[Fault]:
    """Yield the labels of notes and items that are not the next number.

    Notes are counted by page or throughout; the label of one is that of its call.
    """
    page, number = 0, 0
    for label in labels:
        role, allowed = label.piece.role, {label.piece.item}
        if role == Role.CALL:
            allowed = {number + 1, 1} if label.page != page else {number + 1}
            page, number = label.page, int(label.numeral)
        elif role == Role.NOTE:
            allowed = {number}
        if label.numeral not in {str(each) for each in allowed}:
            yield Fault(label.page, f"{label} is not the next {role.value}.")


def unknown(edition: Print) -> Iterator[Fault]:
    """Yield what stands outside the running text and does not repeat it.

    A numeral alone is the number of the page.
    """
    known = squeezed(piece.text for piece in edition.pieces)
    for piece in edition.repeated:
        found = numerals(piece.text)
        words = squeezed([piece.text])
        is_folio = found == [words]
        if found and not (words == str(piece.page) if is_folio else words in known):
            sentence = f"“{piece.text.strip()}” at the edge is bound to nothing."
            yield Fault(piece.page, sentence)


def squeezed(texts: Iterable[str]) -> str:
    """Return texts as one, without white space: lines end where they like."""
    return SPACE.sub("", plain("".join(texts)))
