"""The texts of a chapter, edited in both languages side by side."""

import re

import pytest
from django.test import Client

from reports.choices import Section
from reports.models import AnnualReport, SectionText
from reports.validators import LONGEST_TEXT
from tests.factories import SectionTextFactory
from tests.reports.desk import address, in_words, typed

pytestmark = pytest.mark.django_db

CAFE = "texts/cafe/"


def refused(desk: Client, draft: AnnualReport, language: str, **texts: str) -> str:
    """Send texts that cannot be saved, and return the page that says so."""
    answer = desk.post(address(draft, CAFE, language), typed(draft, desk, **texts))
    assert not SectionText.objects.exists()
    return answer.content.decode()


def fault_of(page: str, field: str) -> str:
    """Return what the page says beside a field, which must point to it."""
    name = f"id_cafe-{field}_error"
    found = re.search(rf'<ul class="errorlist" id="{name}">(.*?)</ul>', page, re.DOTALL)
    area = re.search(rf'<textarea[^>]*id="id_cafe-{field}"[^>]*>', page)
    assert found is not None
    assert area is not None
    assert f'aria-describedby="{name}"' in area[0]
    assert 'aria-invalid="true"' in area[0]
    return in_words(found[1])


def test_texts_of_a_chapter_are_saved_in_both_languages(
    desk: Client, draft: AnnualReport
) -> None:
    SectionTextFactory(report=draft, section=Section.CAFE, text_ja="旧", text_en=None)

    desk.post(
        address(draft, CAFE),
        typed(draft, desk, text_ja="新しい文。", text_en="A new text."),
    )

    text = draft.texts.get(section=Section.CAFE)
    assert (text.text_ja, text.text_en) == ("新しい文。", "A new text.")  # type: ignore[attr-defined]


def test_texts_are_saved_on_the_way_to_their_preview(
    desk: Client, draft: AnnualReport
) -> None:
    mine = typed(draft, desk, text_ja="新しい文。", text_en="A new text.")

    answer = desk.post(address(draft, CAFE), mine | {"preview": "yes"}, follow=True)

    assert answer.redirect_chain[-1][0] == address(draft, "preview/cafe/en/")
    page = in_words(answer.content.decode())
    assert "The texts are saved." in page
    assert "A new text." in page


def test_emptied_english_text_is_missing_and_not_empty(
    desk: Client, draft: AnnualReport
) -> None:
    SectionTextFactory(report=draft, section=Section.CAFE, text_en="Old.")

    desk.post(address(draft, CAFE), typed(draft, desk, text_ja="文。", text_en=""))

    assert draft.texts.get(section=Section.CAFE).text_en is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("language", "fault"),
    [("ja", "このフィールドは必須です。"), ("en", "This field is required.")],
)
def test_text_without_japanese_is_refused_and_kept_on_the_page(
    desk: Client, draft: AnnualReport, language: str, fault: str
) -> None:
    page = refused(desk, draft, language, text_ja="", text_en="Only English.")

    assert fault_of(page, "text_ja") == fault
    assert "Only English." in page


@pytest.mark.parametrize(
    ("language", "fault"),
    [
        ("ja", "20000 文字以下でなければなりません"),
        ("en", "Ensure this value has at most 20000 characters (it has 20001)."),
    ],
)
def test_text_that_is_too_long_is_refused_beside_its_field(
    desk: Client, draft: AnnualReport, language: str, fault: str
) -> None:
    long = "a" * (LONGEST_TEXT + 1)

    page = refused(desk, draft, language, text_ja="文。", text_en=long)

    assert fault in fault_of(page, "text_en")
    assert long in page


@pytest.mark.parametrize(
    ("language", "fault"),
    [
        ("ja", "識別名がnothing-likeの時点付きの数値はありません。"),
        ("en", "There is no dated figure with the key nothing-like."),
    ],
)
def test_text_with_an_unknown_figure_is_refused_beside_its_field(
    desk: Client, draft: AnnualReport, language: str, fault: str
) -> None:
    page = refused(desk, draft, language, text_ja="会員は{nothing-like}。", text_en="")

    assert fault_of(page, "text_ja") == fault


def test_faults_are_summed_up_and_lead_to_their_fields(
    desk: Client, draft: AnnualReport
) -> None:
    page = refused(desk, draft, "en", text_ja="", text_en="{nothing-like}")

    assert "<title>Error: " in page
    assert "There are 2 faults." in page
    assert '<a href="#id_cafe-text_ja">ICLEI Café, Japanese</a>' in page
    assert '<a href="#id_cafe-text_en">ICLEI Café, English</a>' in page


def test_newer_text_of_somebody_else_is_shown_and_not_overwritten(
    desk: Client, draft: AnnualReport
) -> None:
    SectionTextFactory(report=draft, section=Section.CAFE, text_ja="一", text_en="One")
    mine = typed(draft, desk, text_ja="私の文", text_en="Mine")
    SectionText.objects.update(text_ja="他の人の文", text_en="Theirs")

    answer = desk.post(address(draft, CAFE), mine)
    page = answer.content.decode()

    assert "他の人の文 / Theirs" in page
    assert "私の文" in page
    assert SectionText.objects.get().text_en == "Theirs"  # type: ignore[attr-defined]

    seen = re.search(r'name="cafe-seen" value="([^"]+)"', page)
    assert seen is not None
    desk.post(address(draft, CAFE), mine | {"cafe-seen": seen[1]})
    assert SectionText.objects.get().text_en == "Mine"  # type: ignore[attr-defined]


def test_one_text_with_a_fault_keeps_the_others_unsaved(
    desk: Client, draft: AnnualReport
) -> None:
    page = desk.get(address(draft, "texts/councils/")).content.decode()
    marks = dict(re.findall(r'name="(\w+-seen)" value="([^"]+)"', page))

    answer = desk.post(
        address(draft, "texts/councils/"),
        marks | {"councils-text_ja": "文。", "offices-text_en": "No Japanese."},
    )

    assert set(marks) == {"councils-seen", "offices-seen"}
    assert "文。" in answer.content.decode()
    assert not SectionText.objects.exists()


def test_chapter_without_a_text_stays_without(
    desk: Client, draft: AnnualReport
) -> None:
    answer = desk.post(address(draft, CAFE), typed(draft, desk, text_ja="", text_en=""))

    assert answer["Location"] == address(draft)
    assert not SectionText.objects.exists()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("ja", "ログアウト"), ("en", "You were logged out before the form was sent")],
)
def test_text_typed_before_the_log_out_is_shown(
    desk: Client, draft: AnnualReport, language: str, sentence: str
) -> None:
    mine = typed(draft, desk, text_ja="書いた文。", text_en="What I wrote.")
    place = address(draft, CAFE, language)
    desk.logout()

    answer = desk.post(place, mine)
    page = answer.content.decode()

    assert answer.status_code == 403
    assert sentence in page
    assert re.search(r'<textarea[^>]*lang="ja"[^>]*>書いた文。</textarea>', page)
    assert re.search(r'<textarea[^>]*lang="en"[^>]*>What I wrote.</textarea>', page)
    assert f"/admin/login/?next={place.replace('/', '%2F')}" in page
    assert "no-store" in answer["Cache-Control"]
    assert not SectionText.objects.exists()


def test_text_of_a_form_that_was_open_for_too_long_is_shown(
    draft: AnnualReport, desk: Client
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = desk.cookies

    answer = strict.post(address(draft, CAFE), {"cafe-text_en": "What I wrote."})

    assert answer.status_code == 403
    assert "What I wrote.</textarea>" in answer.content.decode()
    assert not SectionText.objects.exists()
