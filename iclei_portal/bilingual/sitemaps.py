"""Sections of the sitemap: public pages, each in the languages it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import EmptyPage, Paginator
from django.db.models import (
    BooleanField,
    DateTimeField,
    Expression,
    ExpressionWrapper,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import override

if TYPE_CHECKING:
    _Sitemap = Sitemap[Any]
else:  # only the type checker knows what the items are
    _Sitemap = Sitemap

LANGUAGES = ("ja", "en")
# Each page has two addresses at most: a file lists 5,000.
PAGES_A_FILE = 2_500


@dataclass(frozen=True)
class Listed:
    """A page: its address in Japanese, its languages, and when it changed, if known."""

    path: str
    languages: Sequence[str] = LANGUAGES
    changed: date | datetime | None = None


class BilingualSitemap(_Sitemap):
    """A section of which each page names its address in every language it has.

    `items` are the records, sliced before they are read; `listed` makes their pages.
    """

    limit = PAGES_A_FILE

    def items(self) -> QuerySet[Any, Any] | Sequence[Any]:
        """Return what the section has pages of."""
        raise NotImplementedError

    @cached_property
    def paginator(self) -> Paginator[Any]:
        """Return the files of the section, counted once."""
        return Paginator(self.items(), self.limit)

    def listed(self, items: Iterable[Any]) -> Iterable[Listed]:
        """Return the pages of the records of one file, while Japanese is active."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Tell whether there is no page; a file without one is not valid."""
        return not self.paginator.count

    def get_latest_lastmod(self) -> None:
        """Leave the dates to the pages: the index would read all of them."""

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: str | None = None
    ) -> list[dict[str, Any]]:
        """Return the addresses of one file, as Django's template prints them.

        Raises EmptyPage where there is none.
        """
        if self.is_empty():
            raise EmptyPage
        root = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        rows = self.paginator.page(page).object_list
        with override(settings.LANGUAGE_CODE):
            pages = list(self.listed(rows))
        return [
            {"location": location, "lastmod": one.changed, "alternates": alternates}
            for one in pages
            for alternates in [alternates_of(one, root)]
            for location in dict.fromkeys(each["location"] for each in alternates)
        ]


def alternates_of(page: Listed, root: str) -> list[dict[str, str]]:
    """Return the page in each of its languages, and in the one for all others."""
    tail = page.path.removeprefix(f"/{settings.LANGUAGE_CODE}")
    found = [
        {"lang_code": language, "location": f"{root}/{language}{tail}"}
        for language in page.languages
    ]
    return [*found, *({**one, "lang_code": "x-default"} for one in found[:1])]


class NamedPages(BilingualSitemap):
    """Pages that are there whatever is recorded, by the names of their addresses."""

    names: ClassVar[tuple[str, ...]]

    def items(self) -> Sequence[str]:
        """Return the names."""
        return self.names

    def listed(self, items: Iterable[str]) -> Iterable[Listed]:
        """Return the pages."""
        return [Listed(reverse(name)) for name in items]


class RecordPages(BilingualSitemap):
    """Pages of records by slug, in the languages in which all of their texts are.

    A page changed when its record did, or one that is `shown` with it, by the name
    of the relation. What the history does not know has no date.
    """

    page: ClassVar[str]
    texts: ClassVar[tuple[str, ...]]
    shown: ClassVar[tuple[str, ...]] = ()

    def records(self) -> QuerySet[Any]:
        """Return the records that every reader may see."""
        raise NotImplementedError

    def items(self) -> QuerySet[Any, Any]:
        """Return the keys of the records."""
        return self.records().order_by("pk").values("pk")

    def listed(self, items: Any) -> Iterable[Listed]:
        """Return the pages."""
        # What is costly is asked of the records of one file alone.
        records = self.records().model._default_manager.filter(pk__in=items)
        rows = (
            records.order_by("pk")
            .annotate(
                no_ja=missing(self.texts, "ja", "en"),
                no_en=missing(self.texts, "en", "ja"),
                changed=last_change(records.model, self.shown),
            )
            .values_list("slug", "no_ja", "no_en", "changed")
        )
        return [
            Listed(reverse(self.page, args=[slug]), languages, changed)
            for slug, no_ja, no_en, changed in rows
            for languages in [languages_without(no_ja=no_ja, no_en=no_en)]
            if languages
        ]


def languages_without(*, no_ja: bool, no_en: bool) -> list[str]:
    """Return the languages in which nothing is missing."""
    return [
        language
        for language, is_missing in zip(LANGUAGES, (no_ja, no_en), strict=True)
        if not is_missing
    ]


def missing(texts: Iterable[str], language: str, other: str) -> Expression:
    """Return whether one of the texts is there in the other language alone."""
    found = Q()
    for text in texts:
        found |= Q(
            **{f"{text}_{language}__isnull": True, f"{text}_{other}__isnull": False}
        )
    return ExpressionWrapper(found, output_field=BooleanField())


def last_change(model: type[Model], shown: Iterable[str]) -> Any:
    """Return when a record, or one that is shown with it, was changed last."""
    moments = [newest(model, "id")]
    for name in shown:
        relation: Any = model._meta.get_field(name)
        moments.append(newest(relation.related_model, relation.field.attname))
    # PostgreSQL passes over what is unknown.
    return Greatest(*moments) if len(moments) > 1 else moments[0]


def newest(model: Any, column: str) -> Subquery:
    """Return when a row of the history was written last that has the record's key."""
    rows = model.history.filter(**{column: OuterRef("pk")}).order_by("-history_date")
    return Subquery(rows.values("history_date")[:1], output_field=DateTimeField())
