"""The prose of a report: Markdown of a few known tags, deaf to hostile texts."""

import time

import pytest

from reports.rendering.prose import prose
from reports.validators import LONGEST_TEXT


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**脱炭素（仮）**を", "<p><strong>脱炭素（仮）</strong>を</p>"),
        ("一段\n\n二段", "<p>一段</p>\n<p>二段</p>"),
        ("*Race to Zero*に", '<p><em><span lang="en">Race to Zero</span></em>に</p>'),
        ("- 一\n- 二", "<ul>\n<li>一</li>\n<li>二</li>\n</ul>"),
        ("<b>太い</b>", "<p>&lt;b&gt;太い&lt;/b&gt;</p>"),
        ("[x](javascript:alert(1))", "<p><a>x</a></p>"),
        ("[x](file:///etc/passwd)", "<p><a>x</a></p>"),
        ("![x](http://127.0.0.1/)", "<p>![x](http://127.0.0.1/)</p>"),
        ("[x](http://a.jp/b_(c))", '<p><a href="http://a.jp/b_(c)">x</a></p>'),
        ("[x][1]\n\n[1]: http://a.jp", "<p>[x][1]</p>\n<p>[1]: http://a.jp</p>"),
        ("［注］[1]", "<p>［注］[1]</p>"),
        ("> 引用", "<p>&gt; 引用</p>"),
    ],
)
def test_prose_is_markdown_of_known_tags(text: str, html: str) -> None:
    assert prose(text) == html


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "[a](", "[a][", "[](", "[a](<", "[a]((", "*a **b ", "`a", "<a@"],
)
def test_hostile_prose_is_laid_out_at_once(piece: str) -> None:
    start = time.process_time()

    html = prose((piece * LONGEST_TEXT)[:LONGEST_TEXT])

    assert html.startswith("<p>")
    assert time.process_time() - start < 2


def test_text_longer_than_a_section_is_printed_whole_and_plain() -> None:
    html = prose("*a*" * LONGEST_TEXT + "\n\n[")

    assert html == f"<p>{'*a*' * LONGEST_TEXT}</p><p>[</p>"


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 10_000 + "x",
        "> " * 10_000 + "x",
        "*_" * 5_000 + "x" + "_*" * 5_000,
        "\n".join(f"{'    ' * depth}- x" for depth in range(60)),
    ],
    ids=["elements", "quotations", "emphasis", "lists"],
)
def test_deep_nests_are_no_deeper_than_prose(text: str) -> None:
    html = prose(text)

    assert "x" in html
    assert "</em>" * 31 not in html
    assert "</li>\n</ul>\n" * 31 not in html
