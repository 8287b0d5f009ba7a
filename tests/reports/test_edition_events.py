"""The PDFs of FY2021 hold the events of the database."""

import re

import pytest

from events.choices import Listing, Role
from events.models import Event, EventRole, Session
from iclei_portal.bilingual.formats import day_text, days_text, month_text
from reports.models import AnnualReport
from tests.reports.conftest import Edition, squeezed
from tests.reports.printed import in_order, joined, mark, named, positions

pytestmark = pytest.mark.django_db


def printed_role(edition: Edition, role: EventRole) -> str:
    open_mark = mark(edition, confirmed=role.confirmed)
    if role.role == Role.NONE:
        return f"–{open_mark}" if open_mark else ""
    label = str(role.get_role_display())
    if role.via:
        label += f"（{role.via}）" if edition.language == "ja" else f" ({role.via})"
    return label + open_mark


def pieces(edition: Edition, event: Event) -> list[str]:
    """Return what the row of an event must hold besides its date and title."""
    organisers: dict[str, list[str]] = {}
    for organisation in event.eventorganisations.all():
        names = organisers.setdefault(organisation.role, [])
        names.append(named(edition, organisation.party))
    participants = [
        named(edition, participant.municipality)
        for participant in event.participants.all()
    ]
    roles = [printed_role(edition, role) for role in event.roles.all()]
    rows = [*organisers.values(), participants, roles]
    return [joined(edition, row) for row in rows if row]


def without_year(event: Event) -> str:
    days = days_text(event.start_on, event.last_day, event.precision)
    return re.sub(r"^\d{4}年| \d{4}$", "", days)


def missing_rows(edition: Edition, rows: list[tuple[str, Event]]) -> list[str]:
    """Return what the rows of a table lack; each starts with its date and title."""
    heads = [f"{days}{named(edition, event, 'title')}" for days, event in rows]
    starts = positions(edition, heads)
    lacking = [head for head, start in zip(heads, starts, strict=True) if start < 0]
    for head, start, (_days, event) in zip(heads, starts, rows, strict=True):
        end = start + len(squeezed(head)) + 600
        row = edition.text[start:end]
        lacking += [piece for piece in pieces(edition, event) if piece not in row]
    return lacking


def listed(listing: Listing) -> list[Event]:
    year = AnnualReport.objects.get(fiscal_year=2021).year
    return list(Event.objects.in_fiscal_year(year).listed(listing).for_listing())


def test_calendar_has_a_row_for_every_event(edition: Edition) -> None:
    events = listed(Listing.CALENDAR)

    rows = [(without_year(event), event) for event in events]

    assert len(rows) == 40
    assert missing_rows(edition, rows) == []


@pytest.mark.usefixtures("fy2021")
def test_calendar_has_a_role_read_for_32_events() -> None:
    roles = [role for event in listed(Listing.CALENDAR) for role in event.roles.all()]
    read = {role.event_id for role in roles if role.role != Role.NONE}

    assert len(read) == 32


def test_calendar_names_its_months(edition: Edition) -> None:
    events = listed(Listing.CALENDAR)
    months = list(dict.fromkeys(month_text(event.start_on) for event in events))

    assert len(months) == 11
    assert in_order(edition, months)


def test_other_meetings_have_a_row_each(edition: Edition) -> None:
    rows = [
        (days_text(event.start_on, event.last_day, event.precision), event)
        for event in listed(Listing.MEETINGS)
    ]

    assert len(rows) == 21
    assert missing_rows(edition, rows) == []


def speakers(edition: Edition, session: Session) -> str:
    parts = session.sessionparts.order_by("order")
    return joined(edition, [named(edition, part.speaker) for part in parts])  # type: ignore[arg-type]


def test_cafes_stand_with_their_themes_and_presenters(edition: Edition) -> None:
    cafes = listed(Listing.CAFE)
    themes = [theme for cafe in cafes for theme in cafe.sessions.order_by("order")]
    lines = [
        piece
        for theme in themes
        for piece in (named(edition, theme, "title"), speakers(edition, theme))
    ]

    assert (len(cafes), len(themes)) == (5, 9)
    assert in_order(edition, [named(edition, cafe, "title") for cafe in cafes])
    assert in_order(edition, lines)


def test_cop26_has_its_sessions_with_place_hosts_and_speakers(
    edition: Edition,
) -> None:
    sessions = Session.objects.filter(event__slug="cop26").order_by("order")
    lines = []
    for session in sessions:
        hosts = [named(edition, h.party) for h in session.sessionhosts.all()]
        assert session.day is not None
        lines += [
            f"{day_text(session.day)}｜{named(edition, session, 'venue')}",
            joined(edition, hosts),
            named(edition, session, "title"),
            speakers(edition, session),
        ]

    assert len(sessions) == 5
    assert in_order(edition, lines)
