"""The page of the ledger: each number with the way to the records behind it."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.models import Event, EventParticipant
from members.models import User
from reports.actions import keep_as_published
from reports.admin.ledger import rows
from reports.choices import ReportState, Section
from reports.contents.snapshots import current_editions
from reports.models import AnnualReport
from reports.rendering.bookkeeping import Binding, Entry
from reports.rendering.layout import Place
from tests.factories import (
    DatedFigureFactory,
    EventFactory,
    EventParticipantFactory,
    SectionTextFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

# The session, the person and the report, besides what its contents take.
QUERIES = 3
LINK = re.compile(r'<a href="(/[^"#]*/change/[^"]*)">([^<]*)</a>')


@pytest.fixture
def draft(report: AnnualReport) -> AnnualReport:
    report.state = ReportState.DRAFT
    report.save()
    return report


@pytest.fixture
def desk(client: Client, secretariat: User) -> Client:
    client.force_login(secretariat)
    return client


def words(
    desk: Client, report: AnnualReport, query: str = "", language: str = "en"
) -> str:
    address = f"/{language}/admin/reports/annualreport/{report.pk}/ledger/"
    return " ".join(desk.get(f"{address}?{query}").content.decode().split())


def test_page_counts_the_numbers_of_each_chapter(
    desk: Client, draft: AnnualReport
) -> None:
    EventFactory(title_en="7th Meeting of 12", start_on=date(2021, 5, 3))

    page = words(desk, draft)

    calendar = page.partition("chapter=calendar")[2].partition("</tr>")[0]
    # The year of the month, the day, both numbers of the title; the chapter's number.
    assert re.findall("<td>([0-9]+)</td>", calendar) == ["0", "0", "4", "1", "0"]
    assert re.search("All [0-9]+ numerals are bound.", page)
    assert "These are the records as they are now." in page


@pytest.mark.parametrize(
    ("language", "title", "form_field"),
    [("en", "[7]th Meeting", "title_en"), ("ja", "第[7]回会議", "title_ja")],
)
def test_number_leads_to_the_field_that_it_is_from(
    desk: Client, draft: AnnualReport, language: str, title: str, form_field: str
) -> None:
    event = EventFactory(title_ja="第7回会議", title_en="7th Meeting")

    page = words(desk, draft, f"language={language}&chapter=calendar", language)

    plain = re.sub("<mark>(.*?)</mark>", r"[\1]", page)
    shown = re.sub("<[^>]*>", "", plain)
    assert title in shown
    address = f"/{language}/admin/events/event/{event.pk}/change/#id_{form_field}"
    assert address in [address for address, _words in LINK.findall(page)]
    assert f'id="id_{form_field}"' in desk.get(address).content.decode()


def test_text_without_a_form_of_its_own_is_edited_in_the_reports(
    desk: Client, draft: AnnualReport
) -> None:
    figure = DatedFigureFactory(key="helped", value=189, as_of=date(2021, 12, 31))
    SectionTextFactory(
        report=draft, section=Section.CAFE, text_en="In 2021 {helped} took part."
    )

    page = words(desk, draft, "chapter=cafe")
    form = f"/en/admin/reports/annualreport/{draft.pk}/change/"

    assert 'id="id_texts-0-text_en"' in desk.get(form).content.decode()
    assert [address for address, _words in LINK.findall(page)] == [
        f"{form}#id_texts-0-text_en",
        f"/en/admin/about/datedfigure/{figure.pk}/change/#id_value",
    ]


def test_kinds_are_shown_apart(desk: Client, draft: AnnualReport) -> None:
    DatedFigureFactory(key="helped", value=189, as_of=date(2021, 12, 31))
    for section in (Section.CAFE, Section.MEETINGS):
        SectionTextFactory(
            report=draft, section=section, text_en="In 2021 {helped} took part."
        )

    page = words(desk, draft, "kind=figure")

    assert re.findall("<mark>(.*?)</mark>", page) == ["189", "189"]
    assert re.findall("<caption>([^<]*)</caption>", page) == [
        "Other meetings that ICLEI Japan was involved in",
        "ICLEI Café",
    ]


def test_counted_number_lists_its_records() -> None:
    taking_part = [EventParticipantFactory() for _each in range(3)]
    sources = tuple(f"events.eventparticipant:{each.pk}" for each in taking_part)
    entry = Entry(
        "3", Binding.COUNT, sources, "participations", place=Place("figures", "en")
    )

    (row,) = rows([entry])

    assert row.records.endswith(": 3")
    assert [address for _words, address in row.links] == [
        f"/ja/admin/events/event/{each.event_id}/change/" for each in taking_part
    ]


def test_record_that_is_gone_has_no_link() -> None:
    sources = "events.carnival:1.title", "events.eventparticipant:0"
    entries = [Entry("7", Binding.FIELD, (source,)) for source in sources]

    found = [row.links for row in rows(entries)]

    assert [[address for _words, address in links] for links in found] == [[""], [""]]
    assert found[0][0][0] == "events.carnival:1.title"


def test_long_lists_have_pages(desk: Client, draft: AnnualReport) -> None:
    numbers = " ".join(str(number) for number in range(1000, 1250))
    SectionTextFactory(report=draft, section=Section.CAFE, text_en=numbers)

    first = words(desk, draft, "chapter=cafe")
    second = words(desk, draft, "chapter=cafe&page=2")

    assert first.count("<mark>") == 200
    assert "Page 1 of 2" in first
    assert "page=2" in first
    assert second.count("<mark>") == 51
    assert "<mark>1249</mark>" in second


def test_frozen_report_shows_the_values_it_was_frozen_with(
    desk: Client, report: AnnualReport
) -> None:
    EventFactory(title_en="7th Meeting")
    keep_as_published(report=report)
    Event.objects.update(title_en="8th Meeting")

    page = words(desk, report, "chapter=calendar")

    assert "<mark>7</mark>" in page
    assert "<mark>8</mark>" not in page
    assert "These are the values of version 1 as it was frozen" in page


@pytest.mark.parametrize("query", ["language=fr", "chapter=weather", "kind=rumour"])
def test_what_there_is_not_is_not_found(
    desk: Client, draft: AnnualReport, query: str
) -> None:
    address = f"/en/admin/reports/annualreport/{draft.pk}/ledger/?{query}"

    missing = desk.get(address)

    assert missing.status_code == 404
    assert "There is no such page" in missing.content.decode()
    assert "The year in figures" in desk.get(address.partition("?")[0]).content.decode()


@pytest.mark.parametrize(("right", "status"), [("view", 200), ("", 403)])
def test_ledger_is_for_those_who_may_see_the_report(
    client: Client, draft: AnnualReport, right: str, status: int
) -> None:
    person = UserFactory(is_staff=True)
    codename = f"{right or 'view'}_{'annualreport' if right else 'event'}"
    person.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(person)

    page = client.get(f"/en/admin/reports/annualreport/{draft.pk}/ledger/")

    assert page.status_code == status
    assert ("Numerals by chapter" in page.content.decode()) == (status == 200)


@pytest.mark.parametrize("number", [1, 3])
def test_ledger_needs_the_same_queries_for_any_number_of_events(
    desk: Client, draft: AnnualReport, number: int
) -> None:
    for _each in range(number):
        EventParticipantFactory(event=EventFactory(title_en="7th Meeting"))
    assert EventParticipant.objects.count() == number
    address = f"/en/admin/reports/annualreport/{draft.pk}/ledger/?chapter=calendar"

    with CaptureQueriesContext(connection) as collected:
        current_editions(draft)
    with CaptureQueriesContext(connection) as captured:
        page = desk.get(address)

    assert page.content.decode().count("<mark>7</mark>") == number
    assert len(captured) - len(collected) == QUERIES
