"""The HTML of an edition: complete, in order, marked, and deaf to hostile texts."""

import re
from collections import Counter
from pathlib import Path

import pytest

from events.choices import Role
from machine.places import ROOT
from members.choices import Role as Seat
from reports.choices import Section
from reports.contents.chapters import CHAPTERS
from reports.contents.edition import collect_editions
from reports.models import AnnualReport
from reports.rendering.html import edition_html
from tests.factories import (
    BoardSeatFactory,
    BodyFactory,
    EventFactory,
    EventRoleFactory,
    HeadshipFactory,
    MembershipFactory,
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
TEMPLATES = sorted((ROOT / "templates" / "reports" / "edition").glob("*.html"))
NOTE = re.compile(r'<span class="note">.*?</span></span>')


def laid_out(report: AnnualReport, *languages: str) -> str:
    editions = collect_editions(report)
    return edition_html([editions[language] for language in languages])


def attribute(html: str, name: str) -> list[str]:
    return re.findall(rf'\s{name}="([^"]*)"', html)


@pytest.mark.django_db
def test_edition_tells_of_every_chapter(report: AnnualReport) -> None:
    told: list[tuple[int, int]] = []
    edition = collect_editions(report)["en"]

    edition_html([edition], lambda done, total: told.append((done, total)))

    total = len(CHAPTERS)
    assert told == [(done, total) for done in range(total + 1)]


@pytest.mark.django_db
def test_edition_lists_its_chapters_in_order(report: AnnualReport) -> None:
    html = laid_out(report, "en")

    keys = [chapter.key for chapter in CHAPTERS]
    contents = html[: html.index("</nav>")]
    assert re.findall(r'<a href="#([a-z]+)">', contents) == keys
    assert re.findall(r'<section class="chapter [^"]*" id="([a-z]+)">', html) == keys


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ja", "en"])
def test_edition_names_its_language(report: AnnualReport, language: str) -> None:
    html = laid_out(report, language)

    assert f'<html lang="{language}">' in html


@pytest.mark.django_db
def test_edition_ends_with_a_summary_in_the_other_language(
    report: AnnualReport,
) -> None:
    editions = collect_editions(report)

    html = edition_html([editions["ja"]], other=editions["en"])

    summary = html[html.index('<section class="front summary en" lang="en">') :]
    titles = [chapter.title.content for chapter in editions["en"].chapters]
    entries = re.findall(r'<span class="entry">(.*?)</span></a>', summary)
    assert entries == titles


@pytest.mark.django_db
def test_edition_marks_what_stands_in_japanese(report: AnnualReport) -> None:
    SectionTextFactory(report=report, text_ja="文章。", text_en=None)
    EventFactory(title_ja="会議", title_en=None)

    html = laid_out(report, "en")

    assert '<div lang="ja"><p>文章。</p></div>' in html
    assert '<span lang="ja">会議</span>' in html


@pytest.mark.django_db
def test_open_facts_have_a_note_each(report: AnnualReport) -> None:
    EventRoleFactory(role=Role.SUPPORT, confirmed=False)
    EventRoleFactory(role=Role.LECTURE, confirmed=False)
    EventRoleFactory(role=Role.MODERATOR)

    html = laid_out(report, "en")

    noted = re.findall(r'(\w+)<span class="note">To be confirmed<', html)
    assert noted == ["support", "lecture"]


@pytest.mark.django_db
@pytest.mark.parametrize(("confirmed", "cell"), [(False, "–※"), (True, "")])
def test_role_that_was_not_read_is_a_noted_dash(
    report: AnnualReport, confirmed: bool, cell: str
) -> None:
    EventRoleFactory(role=Role.NONE, confirmed=confirmed)

    html = NOTE.sub("※", laid_out(report, "en"))

    (row,) = re.findall(r'<tr id="event.*?</tr>', html, re.DOTALL)
    assert re.findall(r"<td[^>]*>([^<]*)</td>", row)[-1] == cell


@pytest.mark.django_db
def test_member_without_a_head_or_a_portrait_is_printed(report: AnnualReport) -> None:
    headless = MembershipFactory(municipality__name_en="Headless City").municipality
    headed = MembershipFactory(municipality__name_en="Headed City").municipality
    HeadshipFactory(municipality=headed)

    html = laid_out(report, "en")

    cards = re.findall(r'<li id="member-([^"]*)">(.*?)</li>', html, re.DOTALL)
    heads = {slug: '<p class="head">' in card for slug, card in cards}
    assert heads == {headless.slug: False, headed.slug: True}
    assert all('<span class="portrait"></span>' in card for _slug, card in cards)


@pytest.mark.django_db
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_print_as_typed(report: AnnualReport, text: str) -> None:
    before = Counter(re.findall(r"<([a-z0-9]+)", laid_out(report, "en")))
    SectionTextFactory(report=report, text_ja=text, text_en=text)
    EventFactory(title_ja=text, title_en=text)
    body = BodyFactory(slug="iclei-japan")
    BoardSeatFactory(body=body, role=Seat.DIRECTOR, post_ja=text, post_en=text)
    SectionTextFactory(report=report, section=Section.CAFE, text_en=f"x {text}")

    html = laid_out(report, "en")

    tags = Counter(re.findall(r"<([a-z0-9]+)", html))
    harmful = ("img", "script", "style", "svg", "link", "iframe")
    assert {tag: tags[tag] for tag in harmful} == {tag: before[tag] for tag in harmful}
    assert all(link.startswith("asset:///") for link in attribute(html, "src"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_print_no_numeral_of_their_own(path: Path) -> None:
    words = re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", "", path.read_text(), flags=re.DOTALL)

    assert re.findall(r"[0-9０-９]", words) == []
