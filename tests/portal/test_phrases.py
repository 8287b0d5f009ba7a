"""Japanese headings that break between phrases."""

import re
from itertools import pairwise

import pytest
from django.utils.html import escape
from django.utils.safestring import SafeString

from iclei_portal.bilingual.phrases import in_phrases, phrases

HEADINGS = [
    "会員自治体による国際会議等への参加実績、発表機会の創出・支援",
    "気候変動枠組条約第26回締約国会議（UNFCCC-COP26）",
    "イクレイ日本 2021年度活動報告",
    "地球環境戦略研究機関（IGES）による都市関連政策研究への助言と貢献",
    "「1.5℃ライフスタイル」 & <ビデオ>コンペティション",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_heading_keeps_its_text(heading: str) -> None:
    html = in_phrases(SafeString(escape(heading)))

    assert re.sub(r"</?span[^>]*>", "", html) == escape(heading)


@pytest.mark.parametrize("heading", HEADINGS)
def test_no_phrase_ends_inside_a_number_or_behind_an_opening_bracket(
    heading: str,
) -> None:
    found = phrases(heading)

    assert len(found) > 1
    assert [each for each in found if each[-1] in "（「<"] == []
    assert [
        (each, after)
        for each, after in pairwise(found)
        if each[-1].isdecimal() and after[0].isdecimal()
    ] == []


def test_compound_that_the_parser_cut_stays_whole() -> None:
    assert "持続可能性へ" in phrases("地域の取組から、地球規模の持続可能性へ")


def test_phrase_too_long_for_a_telephone_may_break() -> None:
    html = in_phrases(SafeString("気候変動枠組条約第26回締約国会議（COP26）"))

    assert "枠組" not in "".join(re.findall(r">([^<]*)</span>", html))


def test_space_between_phrases_may_still_end_a_line() -> None:
    html = in_phrases(SafeString("イクレイ日本 2021年度活動報告"))

    assert re.findall(r"<[^>]*>[^<]*\s<|>\s[^<]*</span>", html) == []


@pytest.mark.parametrize(
    "html",
    [
        "短い見出し",
        '<span lang="en">Advocating for Local Action</span>',
        "Cooperation between members",
    ],
)
def test_heading_without_phrases_stays_as_it_is(html: str) -> None:
    assert in_phrases(SafeString(html)) == html
