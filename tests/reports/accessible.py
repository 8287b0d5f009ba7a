"""What a PDF for everybody must be, beyond the rules that a validator can test.

`faults` names each rule that a file breaks, and where.
"""

import re
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from pathlib import Path

from pikepdf import Dictionary, Name

from tests.reports.tables import cells_without_headers
from tests.reports.tagged import Element, Mark, TaggedPdf

JAPANESE = re.compile(r"[\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff]")
LATIN = "A-Za-zÀ-ɏ"
LATIN_WORDS = re.compile(rf"[{LATIN}][{LATIN}’'.-]+\s+[{LATIN}][{LATIN}’'.-]+")
# What does not stand in a text of a language without being marked as another's.
FOREIGN = {"ja": LATIN_WORDS, "en": JAPANESE}
HEADINGS = [f"H{level}" for level in range(1, 7)]

Rule = Callable[[TaggedPdf], Iterator[str]]


def faults(path: Path) -> list[str]:
    """Return what is wrong with a file: "rule: where"."""
    pdf = TaggedPdf(path)
    found = [f"{rule.__name__}: {where}" for rule in RULES for where in rule(pdf)]
    pdf.close()
    return found


def marked(pdf: TaggedPdf) -> Iterator[str]:
    information = pdf.catalog.get("/MarkInfo", Dictionary())
    if not information.get("/Marked") or information.get("/Suspects"):
        yield str(information)


def language(pdf: TaggedPdf) -> Iterator[str]:
    if pdf.root.language not in FOREIGN:
        yield pdf.root.language


def title(pdf: TaggedPdf) -> Iterator[str]:
    with pdf.pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        if not metadata.get("dc:title"):
            yield "none"
        if metadata.get("dc:title") != pdf.pdf.docinfo.get("/Title"):
            yield "two different ones"
    if not pdf.catalog.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle"):
        yield "not displayed"


def conformance(pdf: TaggedPdf) -> Iterator[str]:
    with pdf.pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        names = ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")
        claims = [metadata.get(name) for name in names]
    if claims != ["1", "3", "A"]:
        yield str(claims)
    if "/Filter" in pdf.catalog.Metadata:
        yield "metadata are compressed"


def all_tagged(pdf: TaggedPdf) -> Iterator[str]:
    held = {mark for mark, _holder in pdf.root.marks()}
    for piece in pdf.painted:
        where = f"page {piece.page + 1}, {piece.text or 'a drawing'}"
        if piece.in_form:
            yield f"{where} is marked inside a form"
        elif piece.artifact == (piece.number >= 0):
            yield f"{where} is neither content nor artifact, or both"
        elif piece.number >= 0 and piece.mark not in held:
            yield f"{where} is in no element"


def parents(pdf: TaggedPdf) -> Iterator[str]:
    for mark, holder in pdf.root.marks():
        found = pdf.parent_of(pdf.pdf.pages[mark.page].obj, "/StructParents")
        if mark.number >= len(found) or found[mark.number] != holder.source:
            yield f"{mark} does not lead to its {holder.kind}"


def order(pdf: TaggedPdf) -> Iterator[str]:
    """Notes apart, which are read where they are called."""
    painted = {piece.mark: place for place, piece in enumerate(pdf.painted)}
    last: dict[int, Mark] = {}
    for mark, holder in pdf.root.marks():
        if mark not in pdf.texts or holder.stands_in("Note", "Figure"):
            continue
        before = last.get(mark.page)
        if before is not None and painted[mark] < painted[before]:
            yield f"{pdf.texts[mark]} is painted before {pdf.texts[before]}"
        last[mark.page] = mark


def headings(pdf: TaggedPdf) -> Iterator[str]:
    found = pdf.root.found(*HEADINGS)
    levels = [0, *(HEADINGS.index(heading.kind) + 1 for heading in found)]
    for (before, level), heading in zip(pairwise(levels), found, strict=True):
        if level > before + 1:
            yield f"{heading.kind} after H{before}: {pdf.text(heading)}"
    if not found:
        yield "none"


def outline(pdf: TaggedPdf) -> Iterator[str]:
    found = pdf.root.found(*HEADINGS)
    wanted = [(HEADINGS.index(h.kind) + 1, squeezed(pdf.text(h))) for h in found]
    got = [(depth, squeezed(words)) for depth, words in pdf.outline()]
    for missing in [one for one in wanted if one not in got]:
        yield f"lacks {missing}"
    if wanted != got:
        yield "is not the headings"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def figures(pdf: TaggedPdf) -> Iterator[str]:
    for figure in pdf.root.found("Figure"):
        if not str(figure.source.get("/Alt", "")).strip():
            yield f"no alternative: {list(figure.marks())}"


def tables(pdf: TaggedPdf) -> Iterator[str]:
    for table in pdf.root.found("Table"):
        for cell in cells_without_headers(table):
            yield f"no header for {pdf.text(cell)!r}"


def lists(pdf: TaggedPdf) -> Iterator[str]:
    for found in pdf.root.found("L", "LI"):
        allowed = {"LI", "Caption"} if found.kind == "L" else {"Lbl", "LBody"}
        kinds = [kid.kind if isinstance(kid, Element) else "" for kid in found.kids]
        if not set(kinds) <= allowed:
            yield f"{found.kind} of {kinds}"
        numbering = found.parent.attribute("/ListNumbering") if found.parent else ""
        if found.kind == "LI" and numbering != "None" and "Lbl" not in kinds:
            yield f"no label: {pdf.text(found)}"


def links(pdf: TaggedPdf) -> Iterator[str]:
    holders = {
        annotation.objgen: link
        for link in pdf.root.found("Link")
        for annotation in link.annotations
    }
    for page in pdf.pdf.pages:
        for annotation in page.get("/Annots", []):
            link = holders.get(annotation.objgen)
            if link is None or not pdf.text(link):
                yield f"no words: {annotation.get('/Contents')}"
            elif pdf.parent_of(annotation, "/StructParent") != link.source:
                yield f"does not lead to its element: {pdf.text(link)}"
            if not str(annotation.get("/Contents", "")).strip():
                yield "no contents"


def notes(pdf: TaggedPdf) -> Iterator[str]:
    names = [str(note.source.get("/ID", "")) for note in pdf.root.found("Note")]
    if "" in names or len(set(names)) < len(names):
        yield f"not told apart: {names}"


def languages(pdf: TaggedPdf) -> Iterator[str]:
    pieces = (
        (holder.block, holder.language, pdf.texts.get(mark, ""))
        for mark, holder in pdf.root.marks()
        # Its alternative is read, not the letters of a drawing.
        if not holder.stands_in("Figure")
    )
    for (_block, spoken), run in groupby(pieces, lambda piece: piece[:2]):
        text = "\n".join(words for _block, _language, words in run)
        # A word may break behind its hyphen.
        yield from foreign_words(text.replace("-\n", "-"), spoken)
    for figure in pdf.root.found("Figure"):
        # Names in the other language cannot be marked there.
        text = str(figure.source.get("/Alt", ""))
        if figure.language != "ja" or not JAPANESE.search(text):
            yield from foreign_words(text, figure.language)


def foreign_words(text: str, spoken: str) -> Iterator[str]:
    if words := FOREIGN[spoken].search(text):
        yield f"{words[0]!r} is read as {spoken}: {text[:80]!r}"


def fonts(pdf: TaggedPdf) -> Iterator[str]:
    for font in pdf.pdf.objects:
        if not isinstance(font, Dictionary) or font.get("/Type") != Name.Font:
            continue
        name = font.get("/BaseFont", font.get("/Name"))
        descriptor = font.get("/FontDescriptor", Dictionary())
        simple = font.get("/Subtype") not in {Name.Type0, Name.Type3}
        if simple and not {"/FontFile", "/FontFile2", "/FontFile3"} & descriptor.keys():
            yield f"{name} is not embedded"
        if "/CIDSystemInfo" not in font and "/ToUnicode" not in font:
            yield f"{name} has no characters"


def tab_order(pdf: TaggedPdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pdf.pages, start=1):
        if page.get("/Tabs") != Name.S:
            yield f"page {number}"


RULES: tuple[Rule, ...] = (
    *(marked, language, title, conformance, all_tagged, parents, order, headings),
    *(outline, figures, tables, lists, links, notes, languages, fonts, tab_order),
)
