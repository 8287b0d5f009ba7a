"""What breaks have cut is one element, and what is no content is none."""

from pathlib import Path

import pytest

from tests.reports.printing import outlined, printed
from tests.reports.tagged import TaggedPdf

LONG = "長い文。" * 200
ROWS = "".join(
    f"<tr><th scope=row>市{number}</th><td>値{number}</td></tr>" for number in range(40)
)
TABLE = f"""<table><caption>表</caption>
<thead><tr><th scope=col>市</th><th scope=col>値</th></tr></thead>
<tbody>{ROWS}</tbody></table>"""


def pages(pdf: TaggedPdf) -> int:
    return len(pdf.pdf.pages)


def test_paragraph_that_goes_over_pages_is_one_element(tmp_path: Path) -> None:
    pdf = printed(tmp_path, f"<p>{LONG}</p>")

    assert pages(pdf) > 1
    assert outlined(pdf) == [f"P: {LONG}"]


def test_paragraph_that_goes_over_columns_is_one_element(tmp_path: Path) -> None:
    pdf = printed(tmp_path, f"<p>{LONG}</p>", style="body { columns: 2 }")

    assert outlined(pdf) == [f"P: {LONG}"]


def test_table_that_goes_over_pages_is_one_with_its_head_once(tmp_path: Path) -> None:
    pdf = printed(tmp_path, TABLE)

    (table,) = pdf.root.found("Table")
    assert pages(pdf) > 1
    assert [row.kind for row in table.kids if row in table.found("THead")] == ["THead"]
    assert len(table.found("TR")) == 41
    assert outlined(pdf)[:4] == [
        "Table Caption: 表",
        "Table THead TR TH: 市",
        "Table THead TR TH: 値",
        "Table TBody TR TH: 市0",
    ]


def test_cells_say_what_they_head_and_how_far_they_reach(tmp_path: Path) -> None:
    pdf = printed(
        tmp_path,
        """<table><thead><tr><th colspan=2>a</th><th>b</th></tr></thead>
        <tbody><tr><th scope=row rowspan=2>c</th><td>d</td><td></td></tr>
        <tr><td>e</td><td>f</td></tr></tbody></table>""",
    )

    names = ("/Scope", "/ColSpan", "/RowSpan")
    cells = pdf.root.found("TH", "TD")
    assert [[cell.attribute(name) for name in names] for cell in cells] == [
        ["Column", "2", ""],
        ["Column", "", ""],
        ["Row", "", "2"],
        *[["", "", ""]] * 4,
    ]


def test_link_that_goes_over_lines_is_one_element(tmp_path: Path) -> None:
    words = "とても長いリンク" * 4
    pdf = printed(tmp_path, f'<p>前<a href="https://example.org/">{words}</a></p>')

    (link,) = pdf.root.found("Link")
    assert outlined(pdf) == ["P: 前", f"P Link: {words}"]
    assert len(link.annotations) > 1
    assert {str(each.Contents) for each in link.annotations} == {words}


def test_link_around_elements_has_one_area(tmp_path: Path) -> None:
    pdf = printed(
        tmp_path,
        '<p><a href="#x"><span><em>x</em></span> <strong>y</strong></a></p><p id=x>z',
    )

    assert outlined(pdf) == ["P Link: x y", "P: z"]
    assert len(pdf.pdf.pages[0].Annots) == 1


@pytest.mark.parametrize(
    ("inner", "contents"),
    [
        ('<img src="x.svg" alt="地図">', "地図"),
        ("", "https://example.org/"),
    ],
    ids=["picture", "nothing"],
)
def test_link_without_words_says_something(
    tmp_path: Path, inner: str, contents: str
) -> None:
    link = f'<a style="display: block" href="https://example.org/">{inner}</a>'
    pdf = printed(tmp_path, f"{link}<p>x</p>")

    ((annotation,),) = [page.Annots for page in pdf.pdf.pages]
    assert str(annotation.Contents) == contents


def test_words_in_the_other_language_say_so(tmp_path: Path) -> None:
    pdf = printed(
        tmp_path,
        """<p>前<span lang=en>Race to <em>Zero</em></span>後</p><p lang=en>All of it</p>
        <div lang=en><p>The block <span lang=ja>塊</span></p></div>
        <ul><li lang=en>item</li></ul>""",
    )

    assert outlined(pdf) == [
        "P: 前後",
        "P Span[en]: Race to Zero",
        "P[en]: All of it",
        "P[en]: The block",
        "P[en] Span[ja]: 塊",
        "L LI[en] Lbl: •",
        "L LI[en] LBody: item",
    ]


def test_note_is_read_where_it_is_called(tmp_path: Path) -> None:
    pdf = printed(
        tmp_path,
        "<p>前<span class=note>注 <em lang=en>a note</em></span>後<span class=note>次"
        "</span></p><p>段落</p>",
        style=".note { float: footnote }",
    )

    assert outlined(pdf) == [
        "P: 前後",
        "P Reference: 1",
        "P Note: 注",
        "P Note Lbl: 1.",
        "P Note Span[en]: a note",
        "P Reference: 2",
        "P Note: 次",
        "P Note Lbl: 2.",
        "P: 段落",
    ]
    names = [str(note.source.ID) for note in pdf.root.found("Note")]
    assert names == ["note-0001", "note-0002"]
    assert list(map(str, pdf.catalog.StructTreeRoot.IDTree.Names[::2])) == names


def test_call_of_a_note_that_stands_on_the_page_already_says_it(tmp_path: Path) -> None:
    note = "<span class=note>確認中 <i>です</i></span>"
    pdf = printed(
        tmp_path, f"<p>一{note}</p><p>二{note}</p>", style=".note { float: footnote }"
    )

    called = [str(call.source.get("/Alt", "")) for call in pdf.root.found("Reference")]
    assert len(pdf.root.found("Note")) == 1
    assert called == ["", "確認中 です"]


def test_what_adorns_a_page_is_no_content(tmp_path: Path) -> None:
    pdf = printed(
        tmp_path,
        """<p>本文<span aria-hidden=true>★</span></p><img src="x.svg" alt="">
        <hr><p><a href="https://example.org/" aria-hidden=true>見えない</a></p>""",
        style="p { text-decoration: underline; border: 1pt dotted }",
    )

    artifacts = [piece.text for piece in pdf.painted if piece.artifact and piece.text]
    assert outlined(pdf) == ["P: 本文"]
    assert "".join(artifacts) == "★見えない柱 running head1"
    assert "/Annots" not in pdf.pdf.pages[0] or len(pdf.pdf.pages[0].Annots) == 0
