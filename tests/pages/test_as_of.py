import re
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client, RequestFactory
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from iclei_portal.as_of import read_as_of
from iclei_portal.asked import LONGEST, NotUnderstood
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
        "2022-03-31",
        "2022/3/31",
        "2022.3.31",
        "2022年3月31日",
        "R4.3.31",
        "r4/3/31",
        "R.4.3.31",
        "令和4年3月31日",
        "令和 ４年 ３月 ３１日",
        "２０２２−０３−３１",
        "31 March 2022",
        "31st Mar. 2022",
        "March 31, 2022",
        "  31  MARCH 2022 ",
    ],
)
def test_as_of_takes_a_day_in_any_usual_way_of_writing(
    rf: RequestFactory, asked: str
) -> None:
    as_of = read_as_of(rf.get("/", {"as_of": asked}))

    assert as_of.query == "?as_of=2022-03-31"


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R1.5.1", date(2019, 5, 1)),
        ("平成16年4月1日", date(2004, 4, 1)),
        ("H2.9.1", date(1990, 9, 1)),
        ("昭和65年1月1日", date(1990, 1, 1)),
        ("1 May 2024", date(2024, 5, 1)),
    ],
)
def test_as_of_counts_the_years_of_the_eras(
    rf: RequestFactory, asked: str, day: date
) -> None:
    assert read_as_of(rf.get("/", {"as_of": asked})).day == day


@pytest.mark.parametrize(
    "asked",
    [
        "yesterday",
        "2022-02-30",
        "20220331",
        "2022-W13-4",
        "22-03-31",
        "元年3月31日",
        "R2022.3.31",
        "31 Foo 2022",
        "31 Ma 2022",
        "31/03/2022",
        "٢٠٢٢-٠٣-٣١",
        "9" * 5000,
    ],
)
def test_as_of_refuses_what_is_no_date(rf: RequestFactory, asked: str) -> None:
    with translation.override("en"), pytest.raises(NotUnderstood) as refusal:
        read_as_of(rf.get("/", {"as_of": asked}))

    said = asked if len(asked) <= LONGEST else f"{asked[:LONGEST]}…"
    assert str(refusal.value) == SENTENCE % {"asked": said}


@given(asked=st.text(alphabet="0123456789年月日-/.令和RH元Mar ", max_size=14))
def test_whatever_is_asked_is_a_day_or_refused(asked: str) -> None:
    request = RequestFactory().get("/", {"as_of": asked})

    try:
        day = read_as_of(request).day
    except NotUnderstood:
        return

    assert date(1990, 1, 1) <= day <= date(2099, 12, 31)


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["0001-01-01", "1989-12-31", "2100-01-01", "R99.1.1"])
def test_day_out_of_range_is_told_in_a_sentence(read: Read, asked: str) -> None:
    words = read(f"/en/members/?as_of={asked}", status=400)

    assert f"“{asked}” in the field “As of” (as_of) is outside the years" in words
    assert "1990 to 2099" in words


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["1990-01-01", "2099-12-31"])
def test_first_and_last_day_are_shown(read: Read, day: str) -> None:
    assert "No records are held yet." in read(f"/en/members/?as_of={day}")


@pytest.mark.django_db
def test_control_says_which_day_was_understood(client: Client, read: Read) -> None:
    assert "2022年3月31日時点の表示" in read("/ja/members/?as_of=R4.3.31")
    page = client.get("/ja/members/?as_of=R4.3.31").content.decode()
    assert 'name="as_of" value="2022年3月31日"' in page


@pytest.mark.django_db
def test_control_leads_back_to_today_only_where_another_day_is_chosen(
    client: Client,
) -> None:
    chosen = client.get("/en/members/?as_of=2022-03-31").content.decode()
    today = client.get("/en/members/").content.decode()

    assert '<a href=".">Show today</a>' in chosen
    assert "Show today" not in today


@pytest.mark.django_db
def test_control_offers_the_ends_of_past_fiscal_years(client: Client) -> None:
    with time_machine.travel(LAST_MINUTE, tick=False):
        before = client.get("/en/members/").content.decode()
    with time_machine.travel(LAST_MINUTE + timedelta(seconds=1), tick=False):
        after = client.get("/en/members/").content.decode()

    days = re.compile(r'href="\?as_of=([0-9-]+)"')
    ends = [f"{year}-03-31" for year in range(2022, 2016, -1)]
    assert days.findall(before) == ends[1:]
    assert days.findall(after) == ends[:-1]


@pytest.mark.django_db
def test_control_keeps_what_else_was_asked_but_not_the_page(client: Client) -> None:
    address = "/en/about/officers/?kind=city&as_of=2022-03-31&page=1&region=kanto"

    page = client.get(address).content.decode()

    assert '<input type="hidden" name="kind" value="city">' in page
    assert '<input type="hidden" name="region" value="kanto">' in page
    assert 'type="hidden" name="as_of"' not in page
    assert 'type="hidden" name="page"' not in page
    assert '<a href="?kind=city&amp;region=kanto">Show today</a>' in page


@pytest.mark.django_db
def test_control_escapes_what_it_keeps(client: Client) -> None:
    page = client.get('/en/about/officers/?x="><script>').content.decode()

    assert 'name="x" value="&quot;&gt;&lt;script&gt;"' in page


@pytest.mark.django_db
def test_chosen_day_goes_along_to_other_dated_pages(client: Client) -> None:
    page = client.get("/en/about/officers/?as_of=R4.3.31").content.decode()

    for path in ("members", "initiatives", "about/councils", "about/offices"):
        assert f'href="/en/{path}/?as_of=2022-03-31"' in page
    assert 'href="/en/news/"' in page


@pytest.mark.django_db
def test_one_day_does_not_stick_to_the_next_reader(client: Client) -> None:
    client.get("/en/members/?as_of=2022-03-31")

    assert "?as_of=2022-03-31" not in re.sub(
        r'<details class="as-of-change">.*?</details>',
        "",
        client.get("/en/members/").content.decode(),
        flags=re.DOTALL,
    )


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
