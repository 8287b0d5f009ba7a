"""The versions of the criteria on the page of an initiative."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from tests.factories import CriteriaVersionFactory, InitiativeFactory
from tests.pages.conftest import Read

pytestmark = pytest.mark.django_db

JUNE_2021, JUNE_2022 = date(2021, 6, 1), date(2022, 6, 1)


@pytest.fixture(autouse=True)
def two_versions() -> None:
    initiative = InitiativeFactory(slug="race")
    CriteriaVersionFactory(
        initiative=initiative,
        version="2.0",
        text_en="Halve emissions.",
        changes_ja="加盟の条件",
        changes_en="Now with a plan.",
        valid=DateRange(JUNE_2021, JUNE_2022),
        start_precision="month",
    )
    CriteriaVersionFactory(
        initiative=initiative,
        version="3.0",
        text_ja=None,
        text_en=None,
        valid=DateRange(JUNE_2022, None),
        attested_on=date(2022, 9, 1),
    )


def test_versions_stand_newest_first_with_what_changed(read: Read) -> None:
    words = read("/en/initiatives/race/?as_of=2023-01-01")

    assert (
        "Version 3.0 in force Since 1 June 2022 as recorded on 1 September 2022"
        in words
    )
    assert "Version 2.0 Since June 2021 until 31 May 2022" in words
    assert "Halve emissions. What changed Now with a plan." in words
    assert words.index("Version 3.0") < words.index("Version 2.0")


def test_version_in_force_is_the_one_of_the_day(read: Read) -> None:
    words = read("/en/initiatives/race/?as_of=2022-05-31")

    assert "Version 2.0 in force" in words
    assert "Version 3.0" not in words


def test_initiative_without_criteria_says_nothing_of_them(client: Client) -> None:
    InitiativeFactory(slug="tap")

    assert b"Criteria" not in client.get("/en/initiatives/tap/").content
