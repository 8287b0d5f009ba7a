"""Checks of single values."""

import re

from babel import Locale
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Six digits; the first two are a prefecture of JIS X 0401.
CODE = re.compile(r"(?:0[1-9]|[1-3][0-9]|4[0-7])[0-9]{4}")
CODE_WEIGHTS = (6, 5, 4, 3, 2)
CODE_MODULUS = 11
KANA = re.compile(r"[ぁ-ゖー・\s]+")
TERRITORIES = Locale("en").territories


def check_digit(number: str) -> str:
    """Return the check digit of the first five digits of a municipality code.

    The rule is the ministry's: weights 6 to 2, modulus 11, the last digit of the
    difference (総務省「全国地方公共団体コード」検査数字).
    """
    total = sum(
        int(digit) * weight for digit, weight in zip(number, CODE_WEIGHTS, strict=True)
    )
    return str((CODE_MODULUS - total % CODE_MODULUS) % 10)


def validate_municipality_code(value: str) -> None:
    """Accept a six-digit municipality code whose check digit is right.

    Raises ValidationError.
    """
    if not CODE.fullmatch(value):
        raise ValidationError(
            _(
                "%(code)s is not a municipality code: six digits are needed, the first "
                "two of them a prefecture."
            ),
            params={"code": value},
        )
    expected = check_digit(value[:5])
    if value[5] != expected:
        raise ValidationError(
            _(
                "The check digit of municipality code %(code)s is wrong: after "
                "%(number)s comes %(expected)s."
            ),
            params={"code": value, "number": value[:5], "expected": expected},
        )


def validate_kana(value: str) -> None:
    """Accept a reading in hiragana. Raises ValidationError."""
    if not KANA.fullmatch(value):
        raise ValidationError(
            _("“%(reading)s” is not a reading in hiragana."),
            params={"reading": value},
        )


def validate_country(value: str) -> None:
    """Accept an ISO 3166-1 alpha-2 code. Raises ValidationError."""
    if len(value) != len("JP") or value not in TERRITORIES:
        raise ValidationError(
            _("%(code)s is not a country code of two letters."), params={"code": value}
        )
