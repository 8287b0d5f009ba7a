"""What holds for every input, tried with inputs that nobody thought of."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from iclei_portal.about.figures import Figures
from iclei_portal.about.validators import REFERENCE
from iclei_portal.bilingual.formats import days_text
from iclei_portal.bilingual.texts import foreign_runs
from iclei_portal.fiscal_year import FiscalYear
from tests.factories import DatedFigureFactory

LANGUAGES = st.sampled_from(["ja", "en"])
# Letters of both languages, and what stands between them.
MIXED = st.text(st.sampled_from("aé9横ーん々、。 　-–’&(（）\n"), max_size=60)
PLAIN = st.text().filter(lambda text: not REFERENCE.search(text))
PAIRS = st.tuples(st.dates(), st.dates()).map(sorted)
# The first and the last whole fiscal year of Python's calendar.
DAYS = st.dates(date(1, 4, 1), date(9999, 3, 31))


@given(st.one_of(MIXED, st.text()), LANGUAGES)
def test_runs_make_up_the_text_and_take_turns(text: str, language: str) -> None:
    runs = foreign_runs(text, language)

    assert "".join(run for run, _foreign in runs) == text
    assert all(run for run, _foreign in runs)
    plain = [not foreign for _run, foreign in runs]
    assert not any(one and other for one, other in pairwise(plain))


@pytest.mark.parametrize("precision", ["day", "month"])
@given(PAIRS, LANGUAGES)
def test_range_names_the_year_of_its_last_day(
    precision: str, days: list[date], language: str
) -> None:
    first, last = days

    with translation.override(language):
        text = days_text(first, last, precision)

    assert str(first.year) in text
    assert str(last.year) in text


@given(DAYS)
def test_day_lies_in_its_fiscal_year_alone(day: date) -> None:
    year = FiscalYear.of(day)

    assert year.start <= day < year.end
    assert [FiscalYear.of(month) for month in year.months] == [year] * 12
    assert FiscalYear.of(year.end) == FiscalYear(year.year + 1)


@given(PLAIN, LANGUAGES)
def test_text_without_references_is_kept(text: str, language: str) -> None:
    figures = Figures({"cities": DatedFigureFactory.build(key="cities")})

    with translation.override(language):
        assert figures.fill(text) == text


@given(PLAIN, PLAIN)
def test_reference_alone_is_replaced(before: str, after: str) -> None:
    cities = DatedFigureFactory.build(key="cities", value=Decimal(2500))
    figures = Figures({"cities": cities})

    with translation.override("en"):
        filled = figures.fill(f"{before} {{cities}} {{unknown}} {after}")

    assert filled == f"{before} 2,500 {{unknown}} {after}"
