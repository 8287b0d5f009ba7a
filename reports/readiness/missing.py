"""What a report lacks: texts, heads, organisers, months, figures, glyphs, pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from events.choices import Listing
from events.contents import touched_months
from iclei_portal.about.validators import REFERENCE
from iclei_portal.bilingual.texts import record_of
from iclei_portal.pictures.files import folder
from reports.choices import FindingKind, sections_of
from reports.contents.chapters import CHAPTERS
from reports.contents.edition import LANGUAGES
from reports.contents.events import EventRow
from reports.contents.members import Member
from reports.contents.pictures import PictureRead
from reports.readiness.fields import column
from reports.readiness.inspection import in_chapter
from reports.readiness.words import day_words, month_words
from typefaces.coverage import glyphless

if TYPE_CHECKING:
    from events.models import Event
    from reports.readiness.findings import Finding
    from reports.readiness.inspection import Inspection

NO_TEXT = _("The text of this section is missing.")
NO_HEAD = _("Who heads the municipality on %(day)s is not known.")
NO_EVENT = _("The calendar has no event in %(month)s.")
NO_ORGANISER = _("The organisers are missing.")
NO_ROLE = _("ICLEI Japan’s role is missing.")
NO_PARTICIPANT = _("The participating municipalities are missing.")
NO_TITLE = _("The title of the session is missing.")
NO_DAY = _("The day of the session is missing.")
NO_TIME = _("The time of the session is missing.")
NO_FIGURE = _("The dated figure {%(key)s} has no value on %(day)s.")
NO_GLYPH = _("The typefaces of the report have no %(characters)s.")
NO_PICTURE = _("The file of the picture is missing or is no picture.")

MISSING = FindingKind.MISSING


def sections_without_text(inspection: Inspection) -> Iterator[Finding]:
    """Find the sections in which the report says nothing of its own."""
    for chapter in CHAPTERS:
        for section in sections_of(chapter.key):
            if section not in inspection.records.passages:
                yield inspection.find_section(MISSING, NO_TEXT, chapter.key, section)


def members_without_head(inspection: Inspection) -> Iterator[Finding]:
    """Find the members whose head is not known on the report's day."""
    day = day_words(inspection.report.as_of)
    for item in inspection.parts(Member):
        if item.value.head is None:
            source = f"{item.place.record}.headships"
            yield inspection.find(MISSING, NO_HEAD, source, day=day)


def months_without_events(inspection: Inspection) -> Iterator[Finding]:
    """Find the months in which no conference with members took place."""
    records = inspection.records
    events = records.listed(Listing.CALENDAR)
    year = records.fiscal_year
    busy = {month.first for month in touched_months(events, year)}
    place = in_chapter("calendar", inspection)
    for first in year.months:
        if first not in busy:
            yield inspection.find(
                MISSING, NO_EVENT, "events.event:add.start_on", place,
                month=month_words(first),
            )  # fmt: skip


def parts_of_events(inspection: Inspection) -> Iterator[Finding]:
    """Find the events of which it is not known who stands behind them or took part."""
    for item in inspection.parts(EventRow):
        row: EventRow = item.value
        conference = item.place.chapter == "calendar"
        for name, message, is_missing in (
            ("eventorganisations", NO_ORGANISER, not row.organisers.labelled()),
            ("roles", NO_ROLE, not row.roles),
            (
                "participants",
                NO_PARTICIPANT,
                conference and not (row.participants or row.further),
            ),
        ):
            if is_missing:
                source = f"{row.record}.{name}"
                yield inspection.find(MISSING, message, source)


def parts_of_sessions(inspection: Inspection) -> Iterator[Finding]:
    """Find the sessions without a title; those of conferences have a time as well."""
    for event in inspection.records.events:
        if event.listing in (Listing.CALENDAR, Listing.CAFE):
            yield from _sessions(inspection, event)


def _sessions(inspection: Inspection, event: Event) -> Iterator[Finding]:
    timed = event.listing == Listing.CALENDAR
    for session in event.sessions.all():
        title = getattr(session, "title_ja") or getattr(session, "title_en")  # noqa: B009
        for name, message, is_missing in (
            ("title_ja", NO_TITLE, not title),
            ("day", NO_DAY, timed and session.day is None),
            ("start_time", NO_TIME, timed and session.start_time is None),
        ):
            if is_missing:
                source = f"{record_of(session)}.{name}"
                yield inspection.find(MISSING, message, source)


def characters(inspection: Inspection) -> Iterator[Finding]:
    """Find texts with a figure that is not known, or a character without a glyph."""
    day = day_words(inspection.report.as_of)
    for language in LANGUAGES:
        for place, text in inspection.printed[language].texts.values():
            for key in REFERENCE.findall(text.content):
                yield inspection.find(
                    MISSING, NO_FIGURE, column(text), place, key=key, day=day
                )
            unknown = sorted(glyphless(text.content))
            if unknown:
                named = ", ".join(_described(one) for one in unknown)
                yield inspection.find(
                    MISSING, NO_GLYPH, column(text), place, characters=named
                )


def _described(character: str) -> str:
    code = " ".join(f"U+{ord(each):04X}" for each in character)
    return f"{character} ({code})" if character.isprintable() else code


def _is_whole(path: Path) -> bool:
    """Tell whether a file has the content that its name says."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == path.stem


def pictures(inspection: Inspection) -> Iterator[Finding]:
    """Find the pictures whose file is not on the disk as it was brought in."""
    for item in inspection.parts(PictureRead):
        if not _is_whole(folder() / item.value.file):
            record = item.value.alt.source.rpartition(".")[0]
            yield inspection.find(MISSING, NO_PICTURE, f"{record}.file", item.place)


CHECKS = (
    sections_without_text,
    members_without_head,
    months_without_events,
    parts_of_events,
    parts_of_sessions,
    characters,
    pictures,
)
