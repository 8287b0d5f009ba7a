"""How pages print texts in the other language, figures and times."""

from datetime import date, datetime

import pytest
from django.template import Context, Template
from django.utils import translation

from iclei_portal.bilingual.formats import times_text
from iclei_portal.bilingual.templatetags.bilingual import prose
from iclei_portal.bilingual.texts import foreign_runs
from iclei_portal.fiscal_year import FiscalYear
from tests.factories import MembershipFactory, MunicipalityFactory

PLACE = datetime.fromisoformat("2024-11-12T23:30:00+09:00")
AFTER_MIDNIGHT = datetime.fromisoformat("2024-11-13T00:30:00+09:00")


def printed(source: str, **values: object) -> str:
    with translation.override("en"):
        template = Template("{% load bilingual %}" + source)
        return str(template.render(Context(values)))


def test_text_is_marked_where_it_is_in_the_other_language() -> None:
    municipality = MunicipalityFactory.build(name_ja="京都市", name_en=None)

    assert printed('{% text it "name" %}', it=municipality) == (
        '<span lang="ja">京都市</span>'
    )


def test_prose_marks_runs_of_the_other_language_and_keeps_entities() -> None:
    with translation.override("ja"):
        html = prose("京都の Green & Blue City です。a &lt;b")

    assert html == (
        '<p>京都の <span lang="en">Green &amp; Blue City</span> です。a &lt;b</p>'
    )


@pytest.mark.parametrize(
    ("content", "english"),
    [
        ("Race to Zeroに参加するための窓口です", ["Race to Zero"]),
        ("第2回は2nd Technical Meetingです", ["2nd Technical Meeting"]),
        ("1.5-Degree Life共同キャンペーン", ["1.5-Degree Life"]),
        ("COP26 2021年11月", []),
        ("CDP 189自治体、ICLEI Japan 2021年度", ["ICLEI Japan"]),
        ("SDGsカフェ 第3回", []),
        ("会議“Daring Cities 2021”を開催", ["Daring Cities 2021"]),
    ],
)
def test_only_latin_words_in_a_row_are_foreign_to_japanese(
    content: str, english: list[str]
) -> None:
    runs = foreign_runs(content, "ja")

    assert [run for run, foreign in runs if foreign] == english
    assert "".join(run for run, _foreign in runs) == content


@pytest.mark.parametrize(
    ("first", "last", "base", "text"),
    [
        (PLACE, None, date(2024, 11, 12), "23:30"),
        (PLACE, AFTER_MIDNIGHT, date(2024, 11, 12), "23:30–00:30 (+1 day)"),
        (AFTER_MIDNIGHT, None, date(2024, 11, 12), "00:30 (+1 day)"),
        (
            AFTER_MIDNIGHT,
            AFTER_MIDNIGHT.replace(hour=2),
            date(2024, 11, 12),
            "00:30–02:30 (+1 day)",
        ),
        (PLACE, None, date(2024, 11, 13), "23:30 (-1 day)"),
    ],
)
def test_times_mark_another_day(
    first: datetime, last: datetime | None, base: date, text: str
) -> None:
    with translation.override("en"):
        assert times_text(first, last, base) == text


def test_recorded_on_gives_the_earliest_day() -> None:
    records = {
        "older": MembershipFactory.build(attested_on=date(2022, 3, 31)),
        "newer": MembershipFactory.build(attested_on=date(2024, 1, 1)),
        "open": MembershipFactory.build(),
        "asked": date(2025, 1, 1),
    }

    source = "{% recorded_on asked older newer open none as it %}{{ it|day }}"

    assert printed(source, **records, none=None) == "31 March 2022"


@pytest.mark.parametrize(("language", "text"), [("ja", "2021年度"), ("en", "FY2021")])
def test_fiscal_year_is_short_in_rows_of_links(language: str, text: str) -> None:
    from_template = Template("{% load bilingual %}{{ it|fiscal_short }}")
    with translation.override(language):
        assert from_template.render(Context({"it": FiscalYear(2021)})) == text
