import logging
from typing import Any

import pytest
from django.http import Http404
from django.test import Client, RequestFactory
from django.utils import translation

from iclei_portal.asked import (
    NotUnderstood,
    ShortRefusals,
    asked_choice,
    asked_page,
    asked_text,
)

KINDS = ("city", "town")
ROWS: list[Any] = [1, 2, 3, 4, 5]


def test_text_is_taken_without_the_blanks_around_it(rf: RequestFactory) -> None:
    assert asked_text(rf.get("/", {"kind": " city　"}), "kind") == "city"
    assert asked_text(rf.get("/"), "kind") == ""


@pytest.mark.parametrize(("asked", "found"), [("city", "city"), ("", ""), (" ", "")])
def test_choice_is_one_of_the_choices_or_none(
    rf: RequestFactory, asked: str, found: str
) -> None:
    assert asked_choice(rf.get("/", {"kind": asked}), "kind", "Kind", KINDS) == found


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "“moon” is not a choice of the field “Kind” (kind)."),
        ("ja", "「moon」は、「Kind」（kind）の選択肢にありません。"),
    ],
)
def test_choice_that_is_none_is_refused_in_the_readers_language(
    rf: RequestFactory, language: str, sentence: str
) -> None:
    request = rf.get("/", {"kind": "moon"})

    with translation.override(language), pytest.raises(NotUnderstood) as refusal:
        asked_choice(request, "kind", "Kind", KINDS)

    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("asked", "rows"), [(None, [1, 2]), ("1", [1, 2]), ("2", [3, 4]), ("3", [5])]
)
def test_page_is_the_part_of_the_list_asked_for(
    rf: RequestFactory, asked: str | None, rows: list[int]
) -> None:
    request = rf.get("/", {"page": asked} if asked else {})

    assert list(asked_page(request, ROWS, 2)) == rows


@pytest.mark.parametrize("asked", ["4", "0", "-1", "99999999999999999999"])
def test_page_that_the_list_does_not_have_is_not_found(
    rf: RequestFactory, asked: str
) -> None:
    with pytest.raises(Http404):
        asked_page(rf.get("/", {"page": asked}), ROWS, 2)


@pytest.mark.parametrize("asked", ["x", "1.5", "二", "1 OR 1=1"])
def test_page_that_is_no_number_is_refused(rf: RequestFactory, asked: str) -> None:
    with translation.override("en"), pytest.raises(NotUnderstood) as refusal:
        asked_page(rf.get("/", {"page": asked}), ROWS, 2)

    assert str(refusal.value) == f"“{asked}” is not the number of a page (page)."


@pytest.mark.parametrize(
    ("error", "is_short"), [(NotUnderstood("x"), True), (ValueError("x"), False)]
)
def test_log_tells_mistyped_addresses_in_one_line(
    error: Exception, is_short: bool
) -> None:
    record = logging.LogRecord(
        "django.request", logging.WARNING, "", 0, "x", None, (type(error), error, None)
    )

    assert ShortRefusals().filter(record)
    assert (record.exc_info is None) is is_short


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("moon" * 1_000, f"“{'moon' * 15}…” is not a choice"),
        ("mo\u202eon\x00\x0b\r\n!", "“moon!” is not a choice"),
        ("%(label)s", "“%(label)s” is not a choice"),
    ],
)
def test_refusal_repeats_a_little_and_only_what_is_seen(
    rf: RequestFactory, asked: str, said: str
) -> None:
    with translation.override("en"), pytest.raises(NotUnderstood) as refused:
        asked_choice(rf.get("/", {"kind": asked}), "kind", "Kind", KINDS)

    assert str(refused.value).startswith(said)


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/ja/members/", "/en/news/", "/en/initiatives/"])
@pytest.mark.parametrize("query", ["&".join(["a=1"] * 1_001), "%00=%00&as_of=%00"])
def test_query_that_cannot_be_read_is_refused_with_a_page(
    client: Client, page: str, query: str
) -> None:
    response = client.get(f"{page}?{query}")

    assert response.status_code in (200, 400)
    assert "</html>" in response.content.decode()
