"""What the pages about ICLEI share: their frame, and notices of missing records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from iclei_portal.about.choices import StatementKind
from iclei_portal.about.models import DatedFigure, Statement
from iclei_portal.as_of import AsOf
from iclei_portal.bilingual.texts import text_of
from iclei_portal.pages.contents.parts import BY_KEY, PARTS
from iclei_portal.valid_time import ValidTime, ValidTimeQuerySet, attested_until


def part_page(
    request: HttpRequest, template: str, as_of: AsOf, context: Mapping[str, Any]
) -> HttpResponse:
    """Render one of the pages, with its name and the way to the others.

    The template about/officers.html belongs to the part with the key officers.
    """
    key = template.removeprefix("about/").removesuffix(".html")
    frame = {"as_of": as_of, "part": BY_KEY[key], "parts": PARTS}
    return render(request, template, {**frame, **context})


def notices(
    as_of: AsOf, records: ValidTimeQuerySet[Any], found: Sequence[ValidTime]
) -> dict[str, Any]:
    """Return what partials/no_records.html says, where records are missing."""
    return {
        "shown": bool(found),
        "held": None if found else records.held_days(),
        "later": records.beginning_after(as_of.day) if as_of.chosen else None,
    }


def untranslated(records: Iterable[Model], *fields: str) -> bool:
    """Tell whether one of the texts is there in the other language only."""
    return any(text_of(one, name).missing for one in records for name in fields)


def sayings(as_of: AsOf, *kinds: StatementKind) -> dict[str, Any]:
    """Return what ICLEI says of itself on a day, of some kinds or of all.

    `recorded` is the last day on which sources state all of it, where that is
    before the day; `sources` names the sources.
    """
    records = Statement.objects.filter(kind__in=kinds or StatementKind.values)
    statements = records.by_kind(as_of.day)
    found = [one for group in statements.values() for one in group]
    until = attested_until(as_of.day, found)
    return {
        "statements": statements,
        "figures": DatedFigure.objects.nearest_to(as_of.day),
        "recorded": until if until < as_of.day else None,
        "sources": list(dict.fromkeys(one.source for one in found if one.source)),
        "untranslated": untranslated(found, "title", "text"),
        **notices(as_of, records, found),
    }
