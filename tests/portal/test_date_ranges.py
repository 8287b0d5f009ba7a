from datetime import date

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("written", "first", "until"),
    [
        ("[2021-04-01,2022-04-01)", date(2021, 4, 1), date(2022, 4, 1)),
        ("[2021-04-01,)", date(2021, 4, 1), None),
        ("(,2022-04-01)", None, date(2022, 4, 1)),
        ("[2021-04-01,2022-03-31]", date(2021, 4, 1), date(2022, 4, 1)),
        ("(,)", None, None),
        ("[0001-01-01,9999-12-31)", date(1, 1, 1), date(9999, 12, 31)),
    ],
)
def test_range_is_read_as_the_server_means_it(
    written: str, first: date | None, until: date | None
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::daterange", [written])
        (found,) = cursor.fetchone()

    assert (found.lower, found.upper, found.bounds) == (
        first,
        until,
        "[)" if first else "()",
    )


def test_empty_range_and_none_are_read_too() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'empty'::daterange, NULL::daterange")
        empty, none = cursor.fetchone()

    assert empty == DateRange(empty=True)
    assert none is None


def test_range_reads_back_equal_to_what_was_written() -> None:
    written = DateRange(date(2021, 4, 1), date(2022, 4, 1))
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::daterange", [written])
        (found,) = cursor.fetchone()

    assert found == written
    assert date(2022, 3, 31) in found
    assert date(2022, 4, 1) not in found
