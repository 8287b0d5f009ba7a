"""The HTML of an edition: complete, marked, and deaf to hostile texts."""

import re
import time

import pytest

from events.choices import Role
from reports.choices import Section
from reports.contents.chapters import CHAPTERS
from reports.models import AnnualReport
from reports.rendering.html import edition_html
from reports.rendering.prose import prose
from reports.validators import LONGEST_TEXT
from tests.factories import (
    BoardSeatFactory,
    BodyFactory,
    EventFactory,
    EventRoleFactory,
    SectionTextFactory,
)

HOSTILE = [
    "{{ settings.SECRET_KEY }}",
    "{% include 'admin/base.html' %}",
    '<img src="http://127.0.0.1/x.png">',
    '<link rel="attachment" href="file:///etc/passwd">',
    "<style>@import url(file:///etc/passwd);</style>",
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
]


@pytest.mark.django_db
def test_edition_tells_of_every_chapter(report: AnnualReport) -> None:
    told: list[tuple[int, int]] = []

    edition_html(report, "en", lambda done, total: told.append((done, total)))

    assert told == [(done, 17) for done in range(18)]


@pytest.mark.django_db
def test_edition_lists_its_chapters_in_order(report: AnnualReport) -> None:
    html = edition_html(report, "en")

    keys = [chapter.key for chapter in CHAPTERS]
    assert re.findall(r'<a href="#([a-z]+)">', html) == keys
    assert re.findall(r'<section class="chapter[^"]*" id="([a-z]+)">', html) == keys


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ja", "en"])
def test_edition_names_its_language(report: AnnualReport, language: str) -> None:
    html = edition_html(report, language)

    assert f'<html lang="{language}">' in html


@pytest.mark.django_db
def test_edition_marks_what_stands_in_japanese(report: AnnualReport) -> None:
    SectionTextFactory(report=report, text_ja="文章。", text_en=None)
    EventFactory(title_ja="会議", title_en=None)

    html = edition_html(report, "en")

    assert '<div lang="ja"><p>文章。</p></div>' in html
    assert '<span lang="ja">会議</span>' in html


@pytest.mark.django_db
def test_chapter_with_an_open_fact_has_one_note(report: AnnualReport) -> None:
    EventRoleFactory(confirmed=False)
    EventRoleFactory(confirmed=False)

    html = edition_html(report, "en")

    assert html.count('<p class="note">') == 1
    assert html.count("support※") == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("confirmed", "cell"), [(False, "–※"), (True, "")])
def test_role_that_was_not_read_is_a_marked_dash(
    report: AnnualReport, confirmed: bool, cell: str
) -> None:
    EventRoleFactory(role=Role.NONE, confirmed=confirmed)

    html = edition_html(report, "en")

    assert re.findall(r"<td>([^<]*)</td>\s*</tr>", html) == [cell]


@pytest.mark.django_db
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_print_as_typed(report: AnnualReport, text: str) -> None:
    SectionTextFactory(report=report, text_ja=text, text_en=text)
    EventFactory(title_ja=text, title_en=text)
    BoardSeatFactory(body=BodyFactory(slug="iclei-japan"), post_ja=text, post_en=text)
    SectionTextFactory(report=report, section=Section.CAFE, text_en=f"x {text}")

    html = edition_html(report, "en")

    tags = set(re.findall(r"<([a-z0-9]+)", html))
    assert tags.isdisjoint({"img", "script", "style", "svg"})
    assert re.findall(r"<link[^>]*>", html) == [
        '<link rel="stylesheet" href="asset:///print.css">'
    ]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**脱炭素（仮）**を", "<p><strong>脱炭素（仮）</strong>を</p>"),
        ("一段\n\n二段", "<p>一段</p>\n<p>二段</p>"),
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
