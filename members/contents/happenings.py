"""What happened around a municipality, for its feed: articles and events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Model
from django.utils.text import capfirst

from iclei_portal.bilingual import formats
from iclei_portal.bilingual.texts import Text, record_of, text_of
from iclei_portal.fiscal_year import TOKYO
from members.models import Municipality

if TYPE_CHECKING:
    from events.models import Event
    from news.models import Article

MOST = 50


@dataclass(frozen=True)
class Happening:
    """An entry of a feed; `key` names its record for good, whatever its slug."""

    key: str
    day: date
    title: Text
    summary: str
    path: str
    changed_at: datetime

    @property
    def begins_at(self) -> datetime:
        """The first moment of its day in Japan."""
        return first_moment(self.day)


def first_moment(day: date) -> datetime:
    """Return the first moment of a day in Japan."""
    return datetime.combine(day, time.min, tzinfo=TOKYO)


def changes_of(model: type[Model], keys: Iterable[int]) -> dict[int, datetime]:
    """Return when each of the records was changed last, from their history."""
    history: Any = getattr(model, "history")  # noqa: B009 - simple-history's
    found = history.filter(id__in=list(keys)).values_list("id")
    return dict(found.annotate(changed_at=Max("history_date")).order_by())


def _articles(municipality: Municipality) -> list[Article]:
    related: Any = municipality.articles
    return list(related.published().order_by("-published_on", "slug")[:MOST])


def _events(municipality: Municipality) -> list[Event]:
    related: Any = municipality.eventparticipants
    newest = related.select_related("event").order_by(
        "-event__start_on", "event__order", "pk"
    )
    return [one.event for one in newest[:MOST]]


def _article_entry(article: Article, changed: datetime | None) -> Happening:
    return Happening(
        key=record_of(article),
        day=article.published_on,
        title=text_of(article, "title"),
        summary=capfirst(article.get_kind_display()),
        path=article.get_absolute_url(),
        changed_at=changed or first_moment(article.published_on),
    )


def _event_entry(event: Event, changed: datetime | None) -> Happening:
    days = formats.days_text(event.start_on, event.last_day, event.precision)
    place = text_of(event, "place").content
    return Happening(
        key=record_of(event),
        day=event.start_on,
        title=text_of(event, "title"),
        summary=" · ".join([days, place] if place else [days]),
        path=event.get_absolute_url(),
        changed_at=changed or first_moment(event.start_on),
    )


def happenings_of(municipality: Municipality) -> list[Happening]:
    """Return the articles that name it and the events it took part in, newest first.

    At most fifty: whoever reads feeds wants what is new.
    """
    articles, events = _articles(municipality), _events(municipality)
    found = []
    if articles:
        changes = changes_of(type(articles[0]), (one.pk for one in articles))
        found += [_article_entry(one, changes.get(one.pk)) for one in articles]
    if events:
        changes = changes_of(type(events[0]), (one.pk for one in events))
        found += [_event_entry(one, changes.get(one.pk)) for one in events]
    found.sort(key=lambda one: (one.day, one.key), reverse=True)
    return found[:MOST]


def changed_at(municipality: Municipality) -> datetime:
    """Return when the record itself was changed last."""
    changes = changes_of(Municipality, [municipality.pk])
    return changes.get(municipality.pk, datetime(2021, 4, 1, tzinfo=UTC))
