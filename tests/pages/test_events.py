from datetime import date, time

import pytest
from django.test import Client
from factory.declarations import SubFactory

from tests.factories import (
    DatedFigureFactory,
    EventFactory,
    EventOrganisationFactory,
    EventParticipantFactory,
    EventRoleFactory,
    MunicipalityFactory,
    PersonFactory,
    SessionFactory,
    SessionHostFactory,
    SessionLinkFactory,
    SessionPartFactory,
)
from tests.factories.pictures import keep_photo
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db

# The party of a record that stands for an organisation otherwise.
A_MUNICIPALITY = {
    "organisation": None,
    "municipality": SubFactory(MunicipalityFactory),
}


def calendar_event(count: int = 1, **values: object) -> None:
    for event in EventFactory.create_batch(count, **values):
        EventOrganisationFactory(event=event)
        EventOrganisationFactory(event=event, **A_MUNICIPALITY)
        EventParticipantFactory(event=event)
        EventRoleFactory(event=event)


@pytest.mark.parametrize(
    ("day", "year"), [(date(2022, 3, 31), 2021), (date(2022, 4, 1), 2022)]
)
def test_list_leads_to_the_newest_fiscal_year(
    client: Client, day: date, year: int
) -> None:
    EventFactory(start_on=date(2019, 5, 1))
    EventFactory(start_on=day)

    assert client.get("/ja/events/").headers["Location"] == f"/ja/events/{year}/"


def test_year_shows_its_months_from_april_to_march(read: Read) -> None:
    EventFactory(title_en="First", start_on=date(2021, 4, 1))
    EventFactory(title_en="Last", start_on=date(2022, 3, 31))
    EventFactory(title_en="Next year", start_on=date(2022, 4, 1))

    words = read("/en/events/2021/")

    assert words.index("First") < words.index("Last")
    assert "Next year" not in words


def test_year_shows_organisers_participants_and_roles(read: Read) -> None:
    event = EventFactory(title_en="Daring Cities", further_participants=3)
    EventOrganisationFactory(event=event, organisation__name_en="ICLEI")
    EventParticipantFactory(event=event, municipality__name_en="City of Kyoto")
    EventRoleFactory(event=event, role="support", confirmed=False)
    EventRoleFactory(event=event, role="none")

    words = read("/en/events/2021/")

    assert "Daring Cities ICLEI City of Kyoto and 3 other municipalities" in words
    assert "support being confirmed" in words
    assert "none read" not in words


def test_year_shows_pavilions_talks_and_meetings_of_bodies(read: Read) -> None:
    EventFactory(title_en="COP pavilion", listing="programme")
    EventFactory(title_en="A talk", listing="talk")

    words = read("/en/events/2021/")

    assert "Conference pavilions" in words
    assert "COP pavilion Programme" in words
    assert words.index("bodies") < words.index("A talk")


@pytest.mark.parametrize(
    "address", ["2021/", "2021/10/", "2021/meetings/", "2021/cafe/", "9999/", "none/"]
)
def test_year_without_events_is_not_found(read: Read, address: str) -> None:
    assert "There is no such page" in read(f"/en/events/{address}", status=404)


@pytest.mark.parametrize("month", [0, 13])
def test_month_that_is_none_is_not_found(read: Read, month: int) -> None:
    EventFactory()

    assert "There is no such page" in read(f"/en/events/2021/{month}/", status=404)


def test_month_of_the_new_year_belongs_to_the_fiscal_year(read: Read) -> None:
    EventFactory(title_en="In winter", start_on=date(2022, 1, 10))
    EventFactory(title_en="In summer", start_on=date(2021, 7, 10))

    words = read("/en/events/2021/1/")

    assert "January 2022" in words
    assert "In winter" in words
    assert "In summer" not in words


def test_month_without_events_says_so(read: Read) -> None:
    EventFactory()

    assert "No event is recorded in this month." in read("/en/events/2021/5/")


def test_meetings_are_a_list_of_their_own(read: Read) -> None:
    EventFactory(title_en="A meeting", listing="meetings")
    EventFactory(title_en="Something else", listing="calendar")

    words = read("/en/events/2021/meetings/")

    assert "A meeting" in words
    assert "Something else" not in words


def test_cafe_shows_themes_with_presenters(read: Read) -> None:
    event = EventFactory(listing="cafe", label_en="Special Café", label_ja="カフェ")
    theme = SessionFactory(event=event, title_en="Zero carbon")
    SessionPartFactory(
        session=theme, part="presenter", municipality__name_en="City of Sapporo"
    )

    words = read("/en/events/2021/cafe/")

    assert "Special Café" in words
    assert "Zero carbon City of Sapporo" in words


@pytest.mark.parametrize(
    ("address", "queries"),
    [("2021/", 8), ("2021/10/", 8), ("2021/meetings/", 8)],
)
@pytest.mark.parametrize("count", [2, 8])
def test_lists_need_the_same_queries(
    client: Client,
    django_assert_num_queries: Queries,
    address: str,
    queries: int,
    count: int,
) -> None:
    calendar_event(count)
    calendar_event(count, listing="meetings")

    with django_assert_num_queries(queries):
        assert "団体".encode() in client.get(f"/ja/events/{address}").content


@pytest.mark.parametrize("count", [2, 8])
def test_cafe_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    for event in EventFactory.create_batch(count, listing="cafe"):
        SessionPartFactory(session__event=event)

    with django_assert_num_queries(7):
        assert "セッション".encode() in client.get("/ja/events/2021/cafe/").content


def test_detail_shows_the_facts_of_the_event(read: Read) -> None:
    DatedFigureFactory(key="countries", value=115, as_of=date(2021, 4, 15))
    event = EventFactory(
        slug="congress",
        title_en="World Congress",
        start_on=date(2021, 4, 12),
        end_on=date(2021, 4, 15),
        place_ja="マルメ",
        place_en="Malmö",
        summary_ja="{countries}か国。",
        summary_en="From {countries} countries.",
        start_time=time(9),
        end_time=time(17),
        zone="Europe/Stockholm",
        status="planned",
    )
    EventOrganisationFactory(
        event=event, role="co_host", organisation__name_en="City of Malmö"
    )

    words = read("/en/events/congress/")

    assert "Planned" not in words
    assert "12–15 April 2021 09:00–17:00 (local time)" in words
    assert "Place Malmö" in words
    assert "Co-organiser City of Malmö" in words
    assert "From 115 countries." in words


def test_detail_shows_its_photo_and_who_took_it(client: Client) -> None:
    shown = keep_photo(1, alt_ja="開会式", credit_ja="京都市")
    EventFactory(slug="congress", picture=shown)

    page = client.get("/ja/events/congress/").content.decode()

    assert '<figure class="banner"><picture>' in page
    assert f'src="/pictures/{shown.digest}-640.jpg"' in page
    assert 'alt="開会式" fetchpriority="high"' in page
    assert ">写真：京都市</figcaption>" in page


@pytest.mark.parametrize("count", [2, 8])
def test_pictures_of_a_list_need_no_further_query(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    shown = keep_photo()
    calendar_event(count, listing="talk", picture=shown)
    calendar_event(count, listing="programme", picture=shown)

    with django_assert_num_queries(8):
        page = client.get("/en/events/2021/").content.decode()

    assert page.count('<picture class="entry-picture">') == 2 * count


@pytest.mark.parametrize("page", ["", "programme/"])
def test_former_slug_leads_to_the_event(client: Client, page: str) -> None:
    event = EventFactory(slug="cop-26")
    event.slug = "2021-cop26"
    event.save()

    answer = client.get(f"/en/events/cop-26/{page}")

    assert answer.status_code == 301
    assert answer["Location"] == f"/en/events/2021-cop26/{page}"


def test_detail_of_a_month_shows_no_day(read: Read) -> None:
    EventFactory(
        slug="training",
        start_on=date(2022, 2, 1),
        end_on=date(2022, 2, 28),
        precision="month",
    )

    assert "Date February 2022" in read("/en/events/training/")


def test_detail_leads_to_the_programme(client: Client) -> None:
    SessionFactory(event__slug="cop")

    page = client.get("/en/events/cop/").content.decode()

    assert 'href="/en/events/cop/programme/">Programme: 1 session</a>' in page


def test_detail_of_a_cafe_shows_its_themes(read: Read) -> None:
    SessionFactory(event__slug="cafe-1", event__listing="cafe", title_en="Zero")

    assert "Themes Zero" in read("/en/events/cafe-1/")


@pytest.mark.parametrize("count", [2, 8])
def test_detail_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    event = EventFactory(slug="cop", listing="cafe", picture=keep_photo())
    EventOrganisationFactory.create_batch(count, event=event)
    EventOrganisationFactory(event=event, **A_MUNICIPALITY)
    EventParticipantFactory.create_batch(count, event=event)
    EventRoleFactory(event=event)
    for session in SessionFactory.create_batch(count, event=event):
        SessionPartFactory(session=session)

    with django_assert_num_queries(10):
        assert "団体".encode() in client.get("/ja/events/cop/").content


def test_programme_shows_place_time_and_japan_time(read: Read) -> None:
    SessionFactory(
        event__slug="cop29",
        event__zone="Asia/Baku",
        day=date(2024, 11, 12),
        start_time=time(16, 30),
        end_time=time(17, 30),
    )

    words = read("/en/events/cop29/programme/")

    assert "Tue, 12 November 2024" in words
    assert "16:30–17:30 local time (UTC+4) 21:30–22:30 Japan time (UTC+9)" in words


def test_programme_marks_the_next_day_in_japan(read: Read) -> None:
    SessionFactory(
        event__slug="cop29",
        event__zone="Asia/Baku",
        day=date(2024, 11, 12),
        start_time=time(18, 30),
        end_time=time(19, 30),
    )

    words = read("/en/events/cop29/programme/")

    assert "23:30–00:30 (+1 day) Japan time" in words


def test_programme_says_where_day_and_title_are_not_known(read: Read) -> None:
    SessionFactory(
        event__slug="cop29",
        title_ja=None,
        title_en=None,
        start_time=time(14),
        end_time=time(15, 15),
        confirmed=False,
    )

    words = read("/en/events/cop29/programme/")

    assert "14:00–15:15 local time date being checked" in words
    assert "Title not recorded being confirmed" in words


def test_programme_of_an_event_without_sessions_is_not_found(read: Read) -> None:
    EventFactory(slug="cop")

    assert "There is no such page" in read("/en/events/cop/programme/", status=404)


@pytest.mark.parametrize("count", [2, 8])
def test_programme_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    event = EventFactory(slug="cop")
    for session in SessionFactory.create_batch(count, event=event):
        SessionHostFactory(session=session)
        SessionHostFactory(session=session, **A_MUNICIPALITY)
        SessionPartFactory(session=session)
        SessionPartFactory(session=session, municipality=None, person=PersonFactory())
        SessionLinkFactory(session=session)

    with django_assert_num_queries(10):
        assert "セッション".encode() in client.get("/ja/events/cop/programme/").content


@pytest.mark.parametrize("address", ["2021/", "2021/10/", "2021/meetings/"])
def test_tables_say_who_only_supported_an_event(read: Read, address: str) -> None:
    listing = "meetings" if "meetings" in address else "calendar"
    event = EventFactory(listing=listing)
    for role, name in [("host", "Tokyo"), ("supporter", "ICLEI"), ("co_host", "UNEP")]:
        EventOrganisationFactory(
            event=event,
            role=role,
            organisation__name_ja=name,
            organisation__name_en=name,
        )

    english, japanese = read(f"/en/events/{address}"), read(f"/ja/events/{address}")

    assert "Tokyo (co-organised by UNEP) (supported by ICLEI)" in english
    assert "Tokyo（UNEP共催）（ICLEI後援）" in japanese


def test_names_with_commas_stand_between_semicolons(read: Read) -> None:
    event = EventFactory(slug="forum")
    for name in ("Ministry of the Environment, Japan", "UNEP"):
        EventOrganisationFactory(event=event, organisation__name_en=name)

    words = read("/en/events/forum/")

    assert "Organisers Ministry of the Environment, Japan; UNEP" in words


def test_one_organiser_is_named_as_one(read: Read) -> None:
    EventOrganisationFactory(event__slug="forum", organisation__name_en="UNEP")

    assert "Organiser UNEP" in read("/en/events/forum/")


def test_event_that_others_only_support_has_no_organiser(read: Read) -> None:
    EventOrganisationFactory(role="supporter", organisation__name_en="UNEP")

    assert "– (supported by UNEP)" in read("/en/events/2021/")


@pytest.mark.parametrize("address", ["2021/", "forum/"])
def test_role_that_was_not_read_is_being_confirmed(read: Read, address: str) -> None:
    EventRoleFactory(event__slug="forum", role="none", confirmed=False)

    assert "– being confirmed" in read(f"/en/events/{address}")


def test_municipalities_that_are_not_named_are_counted(read: Read) -> None:
    EventFactory(slug="forum", further_participants=1)

    assert "Participating municipalities and 1 other" in read("/en/events/forum/")


@pytest.mark.parametrize(
    ("status", "day", "said"),
    [
        ("planned", date(2021, 10, 4), False),
        ("tentative", date(2021, 10, 4), False),
        ("cancelled", date(2021, 10, 4), True),
        ("planned", date(2098, 10, 4), True),
    ],
)
def test_status_is_said_where_it_means_something(
    read: Read, status: str, day: date, said: bool
) -> None:
    EventFactory(slug="forum", status=status, start_on=day)

    assert (status.capitalize() in read("/en/events/forum/")) is said
    assert (status.capitalize() in read(f"/en/events/{day.year}/")) is said


@pytest.mark.parametrize(
    ("address", "there"),
    [("2021/10/", True), ("2021/11/", True), ("2021/12/", False)],
)
def test_month_shows_every_event_that_touches_it(
    read: Read, address: str, there: bool
) -> None:
    EventFactory(
        title_en="COP26", start_on=date(2021, 10, 31), end_on=date(2021, 11, 13)
    )

    assert ("COP26" in read(f"/en/events/{address}")) is there


def test_month_shows_what_began_in_the_year_before(read: Read) -> None:
    EventFactory(title_en="Over", start_on=date(2022, 3, 31), end_on=date(2022, 4, 2))
    EventFactory(start_on=date(2022, 6, 1))

    words = read("/en/events/2022/4/")

    assert "April 2022 June 2022" in words
    assert "Over" in words


def test_programme_of_a_cafe_is_its_page(client: Client) -> None:
    SessionFactory(event__slug="cafe-1", event__listing="cafe")

    response = client.get("/en/events/cafe-1/programme/")

    assert (response.status_code, response.headers["Location"]) == (
        302,
        "/en/events/cafe-1/",
    )


def test_programme_names_a_part_once_with_all_its_speakers(read: Read) -> None:
    session = SessionFactory(
        event__slug="cop", venue_ja="パビリオン", venue_en="Pavilion"
    )
    for order, name in enumerate(["Kyoto", "Toyama"]):
        SessionPartFactory(session=session, municipality__name_en=name, order=order)
    SessionHostFactory(session=session, organisation__name_en="ICLEI")

    words = read("/en/events/cop/programme/")

    assert "Venue Pavilion Host ICLEI Speaker Kyoto Toyama" in words


def test_programme_names_the_conference_of_the_pavilion(read: Read) -> None:
    SessionFactory(event__slug="cop", event__label_ja="COP29", event__label_en="COP29")

    assert "COP29 · Programme" in read("/en/events/cop/programme/")
