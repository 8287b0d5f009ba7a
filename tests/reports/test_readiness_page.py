"""Readiness on the desk, and at the terminal."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.test import Client

from members.models import User
from reports.choices import FindingKind, Section
from reports.models import Allowance, AnnualReport
from reports.readiness.checks import readiness
from tests.factories import (
    BoardSeatFactory,
    EventFactory,
    EventOrganisationFactory,
    EventParticipantFactory,
    EventRoleFactory,
    HeadshipFactory,
    InitiativeFactFactory,
    MembershipFactory,
    MunicipalityFactory,
    ParticipationFactory,
    SectionTextFactory,
    SessionFactory,
    SessionPartFactory,
    UserFactory,
    allow_findings,
)
from tests.types import Queries

pytestmark = pytest.mark.django_db

QUERIES = 45
PAGE_QUERIES = 51

Read = Callable[..., str]


@pytest.fixture
def desk(client: Client, secretariat: User) -> Client:
    client.force_login(secretariat)
    return client


@pytest.fixture
def read(desk: Client, report: AnnualReport) -> Read:
    """Return what reads the page of the report."""

    def read_page(query: str = "", language: str = "en") -> str:
        address = f"/{language}/admin/reports/annualreport/{report.pk}/readiness/"
        page = desk.get(address + query)
        assert page.status_code == 200
        return page.content.decode()

    return read_page


def rows(page: str, heading: str) -> list[list[str]]:
    """Return the rows of the table below a heading, as words."""
    table = re.search(rf'id="{heading}".*?<tbody>(.*?)</tbody>', page, re.DOTALL)
    return [
        [
            " ".join(re.sub(r"<[^>]+>", "", cell).split())
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
        ]
        for row in re.findall("<tr>(.*?)</tr>", table[1] if table else "", re.DOTALL)
    ]


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_page_says_what_is_open_of_each_kind(read: Read, report: AnnualReport) -> None:
    EventFactory(title_en=None)
    Allowance.objects.create(report=report, kind=FindingKind.UNTRANSLATED, most=4)

    page = read()

    assert "The report cannot be frozen yet" in page
    assert "Not translated 1 open, 4 allowed ✓ within" in plain(page)
    assert re.search(r"Missing \d+ open, 0 allowed ✕ too many", plain(page))
    assert '<meter aria-hidden="true" min="0" max="4" high="4" optimum="0"' in page


def test_page_says_that_a_report_can_be_frozen(
    read: Read, report: AnnualReport
) -> None:
    allow_findings(report)

    assert "The report can be frozen" in read()


def test_page_counts_by_chapter_and_municipality(
    read: Read, report: AnnualReport
) -> None:
    town = MunicipalityFactory(name_ja="京都市", name_en=None, name_kana="きょうとし")
    EventParticipantFactory(municipality=town)
    allow_findings(report)

    page = read()

    by_chapter = {row[0]: row[1:] for row in rows(page, "by-chapter")}
    assert by_chapter["About ICLEI"] == ["1", "0", "0", "0", "0"]
    assert by_chapter["The report itself"] == ["0", "0", "0", "0", "0"]
    assert rows(page, "by-municipality") == [["京都市", "0", "1", "0", "0", "0"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?kind=untranslated", ["not translated"]),
        ("?chapter=meetings&kind=missing", ["missing"] * 3),
        ("?chapter=report", []),
        ("?kind=untranslated&chapter=calendar", []),
    ],
)
def test_page_shows_what_is_asked_for(
    read: Read, query: str, expected: list[str]
) -> None:
    EventFactory(listing="meetings", title_en=None)

    assert [row[2] for row in rows(read(query), "open")] == expected


def test_page_shows_a_municipality_only(read: Read) -> None:
    one, other = (MembershipFactory().municipality for _number in range(2))

    page = read(f"?municipality=members.municipality:{one.pk}&kind=missing")

    assert [row[0] for row in rows(page, "open")] == [one.name_en]
    assert other.name_en in page


@pytest.mark.parametrize(
    "query", ["?kind=grave", "?chapter=weather", "?municipality=members.municipality:0"]
)
def test_page_of_what_there_is_not_is_not_found(
    desk: Client, report: AnnualReport, query: str
) -> None:
    address = f"/ja/admin/reports/annualreport/{report.pk}/readiness/{query}"

    missing = desk.get(address)

    assert missing.status_code == 404
    assert "お探しのページはありません" in missing.content.decode()


def test_page_marks_the_other_language(read: Read) -> None:
    EventFactory(title_ja="第二回会議", title_en=None)

    page = read("?kind=untranslated")

    assert '<span lang="ja">第二回会議</span>' in page


def test_page_is_for_staff_who_may_see_reports(
    client: Client, report: AnnualReport
) -> None:
    person = UserFactory(is_staff=True)
    client.force_login(person)
    address = f"/en/admin/reports/annualreport/{report.pk}/readiness/"
    before = client.get(address).status_code
    person.user_permissions.add(Permission.objects.get(codename="view_annualreport"))

    page = client.get(address)

    assert before == 403
    assert "What is open" in page.content.decode()


def missing_english(report: AnnualReport) -> None:
    """Make records that stand on pages of their own and on those of others."""
    SectionTextFactory(report=report, section=Section.CAFE, text_en=None)
    facts = InitiativeFactFactory.create_batch(2)
    InitiativeFactFactory(initiative=facts[1].initiative, text_en=None)
    session = SessionFactory(title_ja=None, title_en=None)
    SessionPartFactory(session=session, post_ja="市長", post_en=None)
    BoardSeatFactory(person__confirmed=False)
    MembershipFactory()


def test_each_line_leads_to_its_field(
    desk: Client, read: Read, report: AnnualReport
) -> None:
    missing_english(report)
    listed = re.search('id="open".*', read(), re.DOTALL)

    addresses = re.findall(r'<th scope="row"><a href="([^"]+)"', listed[0])  # type: ignore[index]

    by_kind = {re.sub("[0-9]+", "", each): each for each in addresses}
    assert len(by_kind) > 8
    for address in by_kind.values():
        page, _hash, anchor = address.partition("#")
        assert f'id="{anchor}"' in desk.get(page).content.decode(), address


def grow(size: int) -> None:
    """Add records with faults of every kind."""
    for number in range(size):
        town = MembershipFactory(municipality__name_en=None).municipality
        HeadshipFactory(municipality=town, person__confirmed=False)
        event = EventFactory(title_en=f"{number}+1", title_ja="二<b>")
        EventOrganisationFactory(event=event)
        EventParticipantFactory(event=event, municipality=town)
        EventRoleFactory(event=event, confirmed=False)
        SessionPartFactory(
            session=SessionFactory(event=event, confirmed=False), post_ja="会長"
        )
        BoardSeatFactory(confirmed=False, post_ja="市長")
        ParticipationFactory(municipality=town, confirmed=False)
        InitiativeFactFactory(text_en=None)


@pytest.mark.parametrize("size", [2, 7])
def test_readiness_needs_the_same_queries_at_any_size(
    report: AnnualReport, django_assert_num_queries: Queries, size: int
) -> None:
    grow(size)

    with django_assert_num_queries(QUERIES):
        found = readiness(report)

    assert len(found.findings) > size * 10


@pytest.mark.parametrize("size", [2, 7])
def test_page_needs_the_same_queries_at_any_size(
    read: Read, django_assert_num_queries: Queries, size: int
) -> None:
    grow(size)

    with django_assert_num_queries(PAGE_QUERIES):
        read()


def test_command_shows_a_table_and_each_finding(
    report: AnnualReport, capsys: pytest.CaptureFixture[str]
) -> None:
    event = EventFactory(title_ja="第7回会議", title_en="8th Conference")
    allow_findings(report, 60)

    call_command("report_readiness", "2021")

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("  ")[-1].strip() == "not the same in both languages"
    assert lines[-1] == "The report is within its allowances."
    place = lines.index(
        "not the same in both languages: 8th Conference: Numbers and dates differ. "
        "Only in Japanese: 7. Only in English: 8."
    )
    assert lines[place + 1].strip() == f"events.event:{event.pk}.title_en"
    (calendar,) = [line for line in lines if line.startswith("Members at internation")]
    assert calendar.split()[-5:] == ["15", "0", "0", "0", "1"]


def test_command_fails_where_more_is_open_than_allowed(report: AnnualReport) -> None:
    allow_findings(report, 60)
    Allowance.objects.filter(kind=FindingKind.MISSING).update(most=0)

    with pytest.raises(CommandError, match=r"missing \d+ \(at most 0\)") as refused:
        call_command("report_readiness", "2021")

    assert refused.value.returncode == 1


def test_command_knows_no_other_year(report: AnnualReport) -> None:
    with pytest.raises(CommandError, match="no annual report on fiscal year 1999"):
        call_command("report_readiness", "1999")

    assert report.pk
