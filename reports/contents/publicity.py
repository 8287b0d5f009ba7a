"""Publicity: the website, newsletters, publications, overseas cases, lectures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from events.choices import Listing
from iclei_portal.bilingual.texts import Text, record_of
from news.models import Publication
from reports.choices import Section
from reports.contents.events import EventRow, event_row

if TYPE_CHECKING:
    from reports.contents.year import ReportYear

NEWS_FIGURE = "member-news-items"


@dataclass(frozen=True)
class PublicationRead:
    """A publication and ICLEI Japan's part in it."""

    record: str
    title: Text
    publisher: Text | None
    part: Text


@dataclass(frozen=True)
class Publicity:
    """The chapter."""

    text: Text | None
    news_label: Text | None
    news_items: Text | None
    publications: tuple[PublicationRead, ...]
    overseas_cases: Text | None
    lectures_text: Text | None
    lectures: tuple[EventRow, ...]
    unconfirmed: bool


def _publications(year: ReportYear) -> tuple[PublicationRead, ...]:
    records = Publication.objects.filter(
        fiscal_year=year.fiscal_year.year
    ).select_related("publisher")
    return tuple(
        PublicationRead(
            record=record_of(record),
            title=year.text(record, "title"),
            publisher=(
                year.text(record.publisher, "name") if record.publisher else None
            ),
            part=year.text(record, "part"),
        )
        for record in records
    )


def collect_publicity(year: ReportYear) -> Publicity:
    """Read the publicity of the fiscal year: the publications are one query."""
    lectures = tuple(
        event_row(year, event) for event in year.records.listed(Listing.TALK)
    )
    news = year.figures.get(NEWS_FIGURE)
    return Publicity(
        text=year.passage(Section.PUBLICITY),
        news_label=year.text(news, "label") if news else None,
        news_items=year.figure(news) if news else None,
        publications=_publications(year),
        overseas_cases=year.passage(Section.OVERSEAS_CASES),
        lectures_text=year.passage(Section.LECTURES),
        lectures=lectures,
        unconfirmed=any(row.unconfirmed for row in lectures),
    )
