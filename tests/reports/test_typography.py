"""What typesetting adds to a document, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.rendering.typography import typeset

# As they are written here: the space of a font, and where no line may end.
SPACE, JOINED, KEPT = "\ufe0e", "\u2060", "\u00a0"
LETTERS = "あア漢ー々、。「」（）・※〒A2９.%& \n～"
TAGS = ["<p>", "</p>", "<em>", "</em>", '<span lang="en">', "</span>", "<br>", "&amp;"]
PIECES = st.lists(st.one_of(st.text(LETTERS), st.sampled_from(TAGS)))


SHOWN = {ord(SPACE): "·", ord(JOINED): "_", ord(KEPT): "~"}
REMOVED = {ord(SPACE): "", ord(JOINED): "", ord(KEPT): " "}


def set_in(text: str) -> str:
    return typeset(text).translate(SHOWN)


def spaced(text: str) -> str:
    return set_in(text).replace("_", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("京都市は2021年11月にCOP26へ", "京都市は·2021·年·11·月に·COP26·へ"),
        ("約50%の町と5 %で", "約·50%·の町と·5~%·で"),
        ("CO₂を測るÖrebro市", "CO₂·を測る·Örebro·市"),
        ("「ICLEI」、（2021）。", "「ICLEI」、（2021）。"),
        ("Kyoto 京都 2021", "Kyoto 京都 2021"),
    ],
    ids=["numbers and names", "per cent", "other letters", "signs", "own spaces"],
)
def test_space_stands_between_japanese_and_latin(text: str, expected: str) -> None:
    assert spaced(text) == expected


def test_space_is_seen_through_elements_of_a_line() -> None:
    html = (
        '国は<span lang="en">Race to Zero</span>へ<em>2</em>回<a href="#a">ICLEI</a>と'
    )

    assert spaced(html) == (
        '国は·<span lang="en">Race to Zero·</span>へ·<em>2·</em>回·'
        '<a href="#a">ICLEI·</a>と'
    )


def test_space_is_not_sought_across_blocks_and_notes() -> None:
    html = '<p>京都</p><p>2021年</p>市<span class="note">To be</span>は<br>2'

    assert spaced(html) == (
        '<p>京都</p><p>2021·年</p>市<span class="note">To be</span>は<br>2'
    )


def test_note_within_a_note_and_the_text_behind_it_stand_apart() -> None:
    html = '<p>市<span class="note">確<span class="why">2</span></span>3と</p>'

    assert spaced(html) == (
        '<p>市<span class="note">確·<span class="why">2</span></span>3·と</p>'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２０２１年", "２_０_２_１年"),
        ("１，１０７人", "１，_１_０_７人"),
        ("※注", "※_注"),
        ("〒604", "〒_604"),
        ("東京／大阪、", "東京_／大_阪、"),
        ("10～11", "10_～11"),
        ("2021年度", "2021·_年_度"),
        ("浜中 裕徳、竹本 和彦", "浜中~裕徳、竹本~和_彦"),
        ("環境戦略課 連携推進課長", "環境戦略課 連携推進_課_長"),
        ("by ICLEI – Local", "by ICLEI~– Local"),
        ("1.5 °C, 3 km, 2 GW and 4 games", "1.5~°C, 3~km, 2~GW and 4 games"),
    ],
)
def test_line_does_not_end_where_pango_would_let_it(text: str, expected: str) -> None:
    assert set_in(text) == expected


def test_last_line_of_a_paragraph_has_three_letters() -> None:
    text = f"<p>{'漢' * 20}<span>ました。</span></p>\n<p>短い。</p>"

    assert set_in(text) == text.replace("ました", "ま_し_た")


def test_character_without_a_glyph_is_printed_as_a_geta_mark() -> None:
    assert set_in("<p title='😀'>市😀𠮷𝄞</p>") == "<p title='😀'>市〓𠮷〓</p>"


def test_form_of_a_character_that_no_font_has_is_the_common_one() -> None:
    assert set_in("葛\U000e0100城 ☎\ufe0f") == "葛城 ☎"


def test_words_that_are_not_set_stay_as_they_are() -> None:
    html = (
        "<html><head><title>京都2021😀</title><style>p{content:'は2'}</style></head>"
        "<body><svg><text>は2021</text></svg><p title='は2'>は2</p><!-- は2 --></body>"
    )

    assert set_in(html) == html.replace("<p title='は2'>は2", "<p title='は2'>は·2")


def test_drawing_has_geta_marks_too() -> None:
    assert set_in("<svg><text>は2😀</text></svg>") == "<svg><text>は2〓</text></svg>"


@given(PIECES)
def test_nothing_else_is_changed(pieces: list[str]) -> None:
    html = "".join(pieces)

    assert typeset(html).translate(REMOVED) == html
