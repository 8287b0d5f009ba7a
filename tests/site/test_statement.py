"""The accessibility statement says what the tests found, and no more."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from iclei_portal.pages.contents.accessibility import (
    CRITERIA,
    RESULT,
    Statement,
    outcome,
    statement,
)
from tests.browser.places import LANGUAGES, PLACES


def read(path: Path) -> Any:
    """Return what a file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


def plain_addresses() -> set[str]:
    """Return the addresses of all kinds of page that ask no question."""
    every = {address for addresses in PLACES.values() for address in addresses}
    return {address for address in every if "?" not in address}


def test_criteria_are_those_of_the_standard() -> None:
    levels = [criterion["level"] for criterion in read(CRITERIA)]

    assert (levels.count("A"), levels.count("AA")) == (25, 13)


def test_result_is_of_the_pages_that_there_are() -> None:
    pages = read(RESULT)["pages"]

    assert {language: set(found) for language, found in pages.items()} == dict.fromkeys(
        LANGUAGES, plain_addresses()
    )


def test_result_has_no_fault_and_names_the_standards_criteria() -> None:
    result = read(RESULT)
    numbers = {criterion["number"] for criterion in read(CRITERIA)}

    assert result["axe"]["faults"] == 0
    assert {
        n for n, found in result["criteria"].items() if not found["passed"]
    } == set()
    assert set(result["criteria"]) <= numbers
    assert set(result["tools"]) == {"Chromium", "Nu Html Checker", "axe-core"}


@pytest.mark.parametrize(
    ("found", "person", "told"),
    [
        (None, True, "open"),
        ({"passed": False, "applies": True}, False, "failed"),
        ({"passed": True, "applies": False}, False, "nothing"),
        ({"passed": True, "applies": True}, True, "partly"),
        ({"passed": True, "applies": True}, False, "met"),
    ],
)
def test_criterion_comes_to_what_was_found(
    found: dict[str, Any] | None, person: bool, told: str
) -> None:
    assert outcome(found, person=person) == told


def test_criterion_that_nobody_tested_is_open() -> None:
    with translation.override("en"):
        open_ones = [one for one in statement("en").criteria if one.outcome == "open"]

    assert {one.number for one in open_ones} == {
        criterion["number"] for criterion in read(CRITERIA)
    } - set(read(RESULT)["criteria"])
    assert {one.methods for one in open_ones} == {()}


def test_counts_leave_out_what_no_criterion_came_to() -> None:
    counts = Statement("en", (), {}).counts

    assert counts == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "degree", "too_much"),
    [
        ("ja", "レベルAAに一部準拠", "レベルAAに準拠"),
        ("en", "Partially conforming to level AA", "Conforming to level AA"),
    ],
)
def test_page_claims_part_and_lists_every_criterion(
    language: str, degree: str, too_much: str
) -> None:
    page = Client().get(f"/{language}/accessibility/").content.decode()

    assert degree in page.replace('<span lang="en">', "").replace("</span>", "")
    assert too_much not in page
    for criterion in read(CRITERIA):
        assert f"{criterion['number']} {criterion[f'name_{language}']}" in page
