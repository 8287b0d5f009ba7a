from datetime import date, datetime

import pytest
import time_machine
from django.test import RequestFactory
from django.utils import translation

from iclei_portal.as_of import NotADay, read_as_of
from tests.pages.conftest import Read

LAST_MINUTE = datetime.fromisoformat("2022-03-31T23:59:59+09:00")
SENTENCE = (
    "“%(asked)s” in the field “As of” (as_of) is not a date. Write the year, month "
    "and day like this: 2022-03-31."
)


def test_as_of_is_the_day_asked_for(rf: RequestFactory) -> None:
    as_of = read_as_of(rf.get("/", {"as_of": "2022-03-31"}))

    assert (as_of.day, as_of.query) == (date(2022, 3, 31), "?as_of=2022-03-31")


@pytest.mark.parametrize("query", [{}, {"as_of": ""}, {"as_of": " "}])
def test_as_of_is_today_in_japan_by_default(
    rf: RequestFactory, query: dict[str, str]
) -> None:
    with time_machine.travel(LAST_MINUTE, tick=False):
        as_of = read_as_of(rf.get("/", query))

    assert (as_of.day, as_of.query) == (date(2022, 3, 31), "")


@pytest.mark.parametrize(
    "asked",
    [
        "yesterday",
        "2022-02-30",
        "20220331",
        "2022-W13-4",
        "2022/03/31",
        "２０２２-03-31",
    ],
)
def test_as_of_refuses_what_is_no_date(rf: RequestFactory, asked: str) -> None:
    with translation.override("en"), pytest.raises(NotADay) as refusal:
        read_as_of(rf.get("/", {"as_of": asked}))

    assert str(refusal.value) == SENTENCE % {"asked": asked}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ja", "時点（as_of）：「2022-13-01」は日付ではありません。"),
        ("en", SENTENCE % {"asked": "2022-13-01"}),
    ],
)
@pytest.mark.parametrize(
    "page",
    [
        "members/",
        "initiatives/",
        "about/officers/",
        "about/councils/",
        "about/offices/",
    ],
)
def test_as_of_explains_a_wrong_date_in_the_language_of_the_page(
    read: Read, language: str, sentence: str, page: str
) -> None:
    words = read(f"/{language}/{page}?as_of=2022-13-01", status=400)

    assert sentence in words
