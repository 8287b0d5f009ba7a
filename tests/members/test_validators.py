import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from members.validators import (
    check_digit,
    validate_country,
    validate_kana,
    validate_municipality_code,
)


@pytest.mark.parametrize(
    "code", ["011002", "130001", "141003", "261009", "401005", "131199"]
)
def test_official_codes_are_accepted(code: str) -> None:
    assert check_digit(code[:5]) == code[5]
    validate_municipality_code(code)


@given(st.from_regex(r"[0-9]{5}", fullmatch=True), st.integers(1, 9))
def test_another_check_digit_is_refused(number: str, distance: int) -> None:
    wrong = str((int(check_digit(number)) + distance) % 10)

    with pytest.raises(ValidationError, match=number):
        validate_municipality_code(number + wrong)


@pytest.mark.parametrize("code", ["1100", "01100", "0110022", "１４１００３", "abcdef"])
def test_code_of_another_shape_is_refused(code: str) -> None:
    with pytest.raises(ValidationError):
        validate_municipality_code(code)


def test_wrong_check_digit_is_explained_in_both_languages() -> None:
    with pytest.raises(ValidationError) as refusal:
        validate_municipality_code("141004")

    with translation.override("en"):
        assert refusal.value.messages == [
            "The check digit of municipality code 141004 is wrong: after 14100 comes 3."
        ]
    with translation.override("ja"):
        assert refusal.value.messages == [
            "団体コード141004の検査数字が正しくありません。14100の検査数字は3です。"
        ]


@pytest.mark.parametrize("reading", ["よこはまし", "ぎふけん", "れーす とぅ ぜろ"])
def test_hiragana_is_a_reading(reading: str) -> None:
    validate_kana(reading)
    assert reading


@pytest.mark.parametrize("reading", ["横浜市", "ヨコハマシ", "yokohama", ""])
def test_anything_else_is_no_reading(reading: str) -> None:
    with pytest.raises(ValidationError):
        validate_kana(reading)


@pytest.mark.parametrize("code", ["XX", "jp", "JPN", "001"])
def test_unknown_country_is_refused(code: str) -> None:
    with pytest.raises(ValidationError):
        validate_country(code)
