"""Which structure elements a printed document has."""

from pathlib import Path

import pytest

from tests.reports.printing import outlined, printed


def test_headings_never_skip_a_level(tmp_path: Path) -> None:
    pdf = printed(
        tmp_path, "<h2>a</h2><h1>b</h1><h4>c</h4><h6>d</h6><h4>e</h4><h2>f</h2>"
    )

    assert outlined(pdf) == ["H1: a", "H1: b", "H2: c", "H3: d", "H2: e", "H2: f"]


def test_lists_have_items_with_labels_and_bodies(tmp_path: Path) -> None:
    pdf = printed(
        tmp_path,
        """<ol><li>一<ul><li>二</li></ul></li></ol>
        <dl><dt>語<dd>意味<dd>別の意味<dt>甲<dt>乙<dd>両方</dl>
        <dl><div><dt>語<dd>意味</div></dl>""",
    )

    numberings = [each.attribute("/ListNumbering") for each in pdf.root.found("L")]
    assert numberings == ["Decimal", "Circle", "None", "None"]
    assert outlined(pdf) == [
        "L LI Lbl: 1.",
        "L LI LBody: 一",
        "L LI LBody L LI Lbl: ◦",
        "L LI LBody L LI LBody: 二",
        "L LI Lbl: 語",
        "L LI LBody: 意味",
        "L LI LBody: 別の意味",
        "L LI Lbl: 甲",
        "L LI Lbl: 乙",
        "L LI LBody: 両方",
        "L LI Lbl: 語",
        "L LI LBody: 意味",
    ]
    assert [len(each.kids) for each in pdf.root.found("L")] == [1, 1, 2, 1]


def test_table_of_contents_is_one(tmp_path: Path) -> None:
    pdf = printed(
        tmp_path,
        '<nav><h1>目次</h1><ol><li><a href="#a">章</a></li></ol></nav><h1 id=a>章</h1>',
        style="nav a::after { content: leader('.') target-counter(attr(href), page) }",
    )

    assert outlined(pdf) == [
        "Sect H1: 目次",
        "Sect TOC TOCI Lbl: 1.",
        "Sect TOC TOCI Reference Link: 章 1",
        "H1: 章",
    ]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"{}>{}<rect/></svg>'


@pytest.mark.parametrize(
    ("picture", "alternative"),
    [
        (SVG.format(' role="img" aria-label="会員の地図"', ""), "会員の地図"),
        (SVG.format("", "<title>会員の地図</title>"), "会員の地図"),
        ('<div role="img" aria-label="棒"><p>30</p></div>', "棒"),
    ],
    ids=["label", "title", "drawn-of-text"],
)
def test_picture_has_an_alternative_and_a_place(
    tmp_path: Path, picture: str, alternative: str
) -> None:
    pdf = printed(tmp_path, f"<figure>{picture}<figcaption>図</figcaption></figure>")

    (figure,) = pdf.root.found("Figure")
    left, bottom, right, top = map(float, figure.source.A.BBox)
    assert str(figure.source.Alt) == alternative
    assert 42 < left < right < 298 - 42
    assert 42 < bottom < top < 420 - 42
    assert "Div Caption: 図" in outlined(pdf)


def test_picture_without_an_alternative_is_decoration(tmp_path: Path) -> None:
    pdf = printed(tmp_path, f"<p>x</p>{SVG.format('', '')}")

    assert pdf.root.found("Figure") == []
    assert outlined(pdf) == ["P: x"]


def test_words_between_blocks_get_a_paragraph(tmp_path: Path) -> None:
    pdf = printed(
        tmp_path,
        """<section>前<p>中</p>後<div>甲</div><div>乙</div></section>
        <div lang=en>All <b>in</b> English</div>""",
    )

    assert outlined(pdf) == [
        "Sect P: 前",
        "Sect P: 中",
        "Sect P: 後",
        "Sect P: 甲",
        "Sect P: 乙",
        "P[en]: All in English",
    ]
