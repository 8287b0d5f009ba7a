"""Many more records than there are: events, municipalities, articles."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import ForeignKey, Model

from events.models import (
    Event,
    EventOrganisation,
    EventParticipant,
    EventRole,
    Session,
    SessionHost,
    SessionLink,
    SessionPart,
)
from iclei_portal.fiscal_year import FiscalYear, today_in_japan
from iclei_portal.publishing import State
from members.choices import Category, Kind
from members.models import Headship, Membership, Municipality, Person
from members.validators import check_digit
from news.choices import Kind as ArticleKind
from news.models import Article

COPIES = itertools.count(1)
# What goes with an event or with one of its sessions.
BELOW = {
    *(EventOrganisation, EventParticipant, EventRole),
    *(Session, SessionHost, SessionLink, SessionPart),
}


def multiply_events(year: FiscalYear, times: int) -> int:
    """Copy the events of a year until there are so many times as many."""
    originals = list(Event.objects.in_fiscal_year(year))
    for _time in range(1, times):
        for event in originals:
            copy(event)
    return Event.objects.in_fiscal_year(year).count()


def copy(record: Model, **values: Any) -> None:
    """Copy a record and the records that stand under it; no history is written."""
    model = type(record)
    fields = [field for field in record._meta.concrete_fields if not field.primary_key]
    same = {field.attname: getattr(record, field.attname) for field in fields}
    if "slug" in same:
        same["slug"] = f"copy-{next(COPIES)}"
    (made,) = model._default_manager.bulk_create([model(**{**same, **values})])
    for relation in record._meta.related_objects:
        field = relation.field
        if isinstance(field, ForeignKey) and field.model in BELOW:
            for each in field.model._default_manager.filter(**{field.name: record}):
                copy(each, **{field.attname: made.pk})


def add_municipalities(total: int) -> int:
    """Add members with heads until there are so many municipalities."""
    more = range(total - Municipality.objects.count())
    firsts = [f"{number % 47 + 1:02d}{900 + number // 47:03d}" for number in more]
    places = Municipality.objects.bulk_create(
        Municipality(
            slug=f"place-{number}",
            code=first + check_digit(first),
            kind=Kind.TOWN,
            name_kana="あいうえおかきくけこ"[number % 10] + "ちょう",
            name_ja=f"第{number}町",
            name_en=f"Town {number}",
        )
        for number, first in enumerate(firsts)
    )
    people = Person.objects.bulk_create(
        Person(
            slug=f"head-{number}",
            family_name_ja="山田",
            given_name_ja=f"第{number}",
            family_name_en="Yamada",
            given_name_en=f"N{number}",
        )
        for number in more
    )
    period = {"valid": DateRange(date(2021, 4, 1), None)}
    Membership.objects.bulk_create(
        Membership(municipality=place, category=Category.FULL, **period)
        for place in places
    )
    Headship.objects.bulk_create(
        Headship(municipality=place, person=person, **period)
        for place, person in zip(places, people, strict=True)
    )
    return Municipality.objects.count()


def add_events(total: int, *, years: int = 50) -> int:
    """Add events to the fiscal years before this one until there are so many."""
    first = date(today_in_japan().year - years, 4, 1)
    listings = ("calendar", "meetings")
    Event.objects.bulk_create(
        (
            Event(
                slug=f"event-{number}",
                listing=listings[number % 2],
                start_on=first + timedelta(days=number % (365 * years)),
                title_ja=f"第{number}回会議",
                title_en=f"Meeting {number}",
            )
            for number in range(total - Event.objects.count())
        ),
        batch_size=5_000,
    )
    return Event.objects.count()


def add_articles(total: int) -> int:
    """Add published articles until there are so many."""
    Article.objects.bulk_create(
        Article(
            slug=f"article-{number}",
            kind=ArticleKind.NOTICE,
            state=State.PUBLISHED,
            published_on=today_in_japan() - timedelta(days=number),
            title_ja=f"会員自治体の取組の紹介（第{number}回）",
            title_en=f"What member municipalities do, part {number}",
            body_ja="本文",
            body_en="Text",
        )
        for number in range(total - Article.objects.count())
    )
    return Article.objects.count()
