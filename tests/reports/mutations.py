"""Ways to break a PDF that is for everybody, by the rule that must find it out."""

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf


def elements(pdf: Pdf, kind: str) -> list[Dictionary]:
    return [
        found
        for found in pdf.objects
        if isinstance(found, Dictionary)
        and found.get("/Type") == Name.StructElem
        and str(found.S) == f"/{kind}"
    ]


def is_font(found: object) -> bool:
    return isinstance(found, Dictionary) and found.get("/Type") == Name.Font


def unmarked(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def suspect(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def of_no_language(pdf: Pdf) -> None:
    pdf.Root.Lang = "fr"
    pdf.Root.StructTreeRoot.K = Array()


def untitled(pdf: Pdf) -> None:
    del pdf.docinfo["/Title"]


def title_hidden(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def of_no_standard(pdf: Pdf) -> None:
    metadata = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(metadata.replace(b'pdfuaid:part="1"', b""))


def drawing_of_nothing(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"10 10 20 20 re f")


def text_of_nothing(pdf: Pdf) -> None:
    elements(pdf, "H1")[0].K = Array()


def lost_way_back(pdf: Pdf) -> None:
    marks = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    marks[0], marks[1] = marks[1], marks[0]


def turned_around(pdf: Pdf) -> None:
    kids = elements(pdf, "Document")[0].K
    kids[0], kids[2] = kids[2], kids[0]


def skipped_level(pdf: Pdf) -> None:
    elements(pdf, "H2")[0].S = Name.H3


def no_heading(pdf: Pdf) -> None:
    for heading in elements(pdf, "H1") + elements(pdf, "H2"):
        heading.S = Name.P


def other_outline(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].title = "別の題"


def longer_outline(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("余り", 0))


def silent_figure(pdf: Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = " "


def cell_without_header(pdf: Pdf) -> None:
    for header in elements(pdf, "TH"):
        header.S = Name.TD


def header_of_nothing(pdf: Pdf) -> None:
    del elements(pdf, "TH")[0].A.Scope


def list_of_paragraphs(pdf: Pdf) -> None:
    elements(pdf, "LI")[0].S = Name.P


def item_without_label(pdf: Pdf) -> None:
    del elements(pdf, "LI")[0].K[0]


def link_to_nowhere(pdf: Pdf) -> None:
    pdf.pages[0].Annots[0].Contents = ""


def link_without_words(pdf: Pdf) -> None:
    elements(pdf, "Link")[0].S = Name.Span


def link_lost_its_way_back(pdf: Pdf) -> None:
    pdf.pages[0].Annots[0].StructParent = 0


def same_note_twice(pdf: Pdf) -> None:
    for note in elements(pdf, "Note"):
        note.ID = "note"


def english_as_japanese(pdf: Pdf) -> None:
    del elements(pdf, "Span")[0].Lang


def japanese_as_english(pdf: Pdf) -> None:
    elements(pdf, "H1")[0].Lang = "en"


def figure_in_another_language(pdf: Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = "A bar chart"


def font_elsewhere(pdf: Pdf) -> None:
    for font in filter(is_font, pdf.objects):
        if "/FontDescriptor" in font:
            font.FontDescriptor = Dictionary()


def font_of_shapes(pdf: Pdf) -> None:
    for font in filter(is_font, pdf.objects):
        if "/ToUnicode" in font:
            del font.ToUnicode


def tabs_in_any_order(pdf: Pdf) -> None:
    del pdf.pages[0].Tabs


MUTATIONS = {
    "marked": [unmarked, suspect],
    "language": [of_no_language],
    "title": [untitled, title_hidden],
    "conformance": [of_no_standard],
    "all_tagged": [drawing_of_nothing, text_of_nothing],
    "parents": [lost_way_back],
    "order": [turned_around],
    "headings": [skipped_level, no_heading],
    "outline": [other_outline, longer_outline],
    "figures": [silent_figure],
    "tables": [cell_without_header, header_of_nothing],
    "lists": [list_of_paragraphs, item_without_label],
    "links": [link_to_nowhere, link_without_words, link_lost_its_way_back],
    "notes": [same_note_twice],
    "languages": [english_as_japanese, japanese_as_english, figure_in_another_language],
    "fonts": [font_elsewhere, font_of_shapes],
    "tab_order": [tabs_in_any_order],
}
