"""What contradicts itself, or the year and the day of the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from events.choices import Status
from iclei_portal.bilingual.texts import record_of
from members.models import Headship
from reports.choices import FindingKind
from reports.contents.about import Passage
from reports.readiness.fields import column
from reports.readiness.japanese import said_in_japanese
from reports.readiness.lexicon import JAPANESE_KIND
from reports.readiness.quantities import ERAS, Kind, plain
from reports.readiness.words import day_words

if TYPE_CHECKING:
    from datetime import date

    from events.models import Event
    from reports.readiness.findings import Finding
    from reports.readiness.inspection import Inspection

OUT_OF_ORDER = FindingKind.OUT_OF_ORDER
OUTSIDE_YEAR = _("The report’s day, %(day)s, lies outside its fiscal year.")
OUTSIDE_EVENT = _(
    "The session is on %(day)s; the event lasts from %(first)s to %(last)s."
)
NOT_HELD = _("The event is over on the report’s day, but its status is “%(status)s”.")
CANCELLED = _("The event was cancelled, but the report lists it.")
OTHER_DAY = _("The title names another day than %(day)s, when the event begins.")
OTHER_YEAR = _("The title names another fiscal year than that of the report.")
POST_ENDED = _(
    "The post names %(municipality)s, whose head this person was until %(day)s."
)
SAID_TWICE = _("Another passage of the chapter says the same.")

TITLES = ("title", "name")
FISCAL_YEAR = re.compile(rf"([0-9]{{4}})年度|({'|'.join(ERAS)})(元|[0-9]+)年度")


def the_day(inspection: Inspection) -> Iterator[Finding]:
    """Find a report whose facts are of a day in another year."""
    report = inspection.report
    if not report.year.start <= report.as_of < report.year.end:
        day = day_words(report.as_of)
        source = f"{record_of(report)}.as_of"
        yield inspection.find(OUT_OF_ORDER, OUTSIDE_YEAR, source, day=day)


def events(inspection: Inspection) -> Iterator[Finding]:
    """Find the events whose status or title does not fit their days."""
    for event in inspection.records.events:
        record = record_of(event)
        if record not in inspection.places:
            continue
        status = f"{record}.status"
        if event.status == Status.CANCELLED:
            yield inspection.find(OUT_OF_ORDER, CANCELLED, status)
        elif event.status != Status.HELD and event.last_day <= inspection.report.as_of:
            said = Status(event.status).label
            yield inspection.find(OUT_OF_ORDER, NOT_HELD, status, status=said)
        if not _names_its_days(event):
            day = day_words(event.start_on)
            source = f"{record}.start_on"
            yield inspection.find(OUT_OF_ORDER, OTHER_DAY, source, day=day)


def _names_its_days(event: Event) -> bool:
    """Tell whether a day that the title names, if it does, is one of the event's."""
    title = plain(getattr(event, "title_ja") or "")  # noqa: B009
    days = [one for one in said_in_japanese(title).certain if one.kind == Kind.DAY]
    known = {(day.month, day.day) for day in (event.start_on, event.last_day)}
    return not days or any((int(one.first), one.second) in known for one in days)


def sessions(inspection: Inspection) -> Iterator[Finding]:
    """Find the sessions outside the days of their event."""
    for event in inspection.records.events:
        first, last = event.start_on, event.last_day
        for session in event.sessions.all():
            if session.day and not first <= session.day <= last:
                yield inspection.find(
                    OUT_OF_ORDER,
                    OUTSIDE_EVENT,
                    f"{record_of(session)}.day",
                    day=day_words(session.day),
                    first=day_words(first),
                    last=day_words(last),
                )


def _fiscal_years(title: str) -> set[int]:
    return {
        int(year) if year else ERAS[era] + (1 if number == "元" else int(number))
        for year, era, number in FISCAL_YEAR.findall(title)
    }


def years_in_titles(inspection: Inspection) -> Iterator[Finding]:
    """Find titles that name a fiscal year, and not the report's."""
    for place, text in inspection.printed["ja"].texts.values():
        if text.source.rpartition(".")[2] in TITLES:
            years = _fiscal_years(plain(text.content))
            if years and inspection.report.fiscal_year not in years:
                yield inspection.find(OUT_OF_ORDER, OTHER_YEAR, column(text), place)


def _left_offices(persons: set[int], day: date) -> dict[int, list[Headship]]:
    """Return which municipalities the persons headed, and do not head on the day."""
    held = Headship.objects.filter(person__in=persons).select_related("municipality")
    now = {(each.person_id, each.municipality_id) for each in held if day in each.valid}
    found: dict[int, list[Headship]] = defaultdict(list)
    for each in held:
        over = each.has_ended_by(day)
        if over and (each.person_id, each.municipality_id) not in now:
            found[each.person_id].append(each)
    return found


def posts_that_ended(inspection: Inspection) -> Iterator[Finding]:
    """Find seats whose post speaks of an office that the person has left."""
    records = inspection.records
    seats = [*records.officers]
    for body in records.councils:
        seats += body.seats.all()
    left = _left_offices({seat.person_id for seat in seats}, records.as_of)
    for seat in seats:
        post = getattr(seat, "post_ja") or ""  # noqa: B009
        for headship in left[seat.person_id]:
            name = getattr(headship.municipality, "name_ja")  # noqa: B009
            if JAPANESE_KIND.sub("", name) in post:
                yield inspection.find(
                    OUT_OF_ORDER,
                    POST_ENDED,
                    f"{record_of(seat)}.post_ja",
                    municipality=headship.municipality,
                    day=day_words(headship.valid.upper),
                )


def passages_said_twice(inspection: Inspection) -> Iterator[Finding]:
    """Find statements of a chapter that overlap."""
    known: set[tuple[str, str]] = set()
    for item in inspection.parts(Passage):
        said = (item.place.chapter, item.value.text.content)
        if said in known:
            source = column(item.value.text)
            yield inspection.find(OUT_OF_ORDER, SAID_TWICE, source, item.place)
        known.add(said)


CHECKS = (
    the_day,
    events,
    sessions,
    years_in_titles,
    posts_that_ended,
    passages_said_twice,
)
