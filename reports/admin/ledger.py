"""The page of a report's ledger: every numeral, and the records that it is from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from iclei_portal.bilingual.texts import active_language
from reports.admin.desk import CHAPTER_TITLES, DeskPages
from reports.admin.sources import links_of
from reports.choices import Language
from reports.contents.snapshots import current_editions
from reports.rendering.bookkeeping import Binding
from reports.rendering.ledger import frozen_ledger, ledger_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.http import HttpRequest, HttpResponse, QueryDict
    from django.urls import URLPattern
    from django_stubs_ext import StrPromise

    from reports.admin.sources import Link
    from reports.rendering.bookkeeping import Entry

# The places of an edition by the key in their addresses.
PLACES = {
    "cover": pgettext_lazy("part of a report", "Cover"),
    "contents": pgettext_lazy("heading of the table of contents", "Contents"),
    **CHAPTER_TITLES,
    "corrections": _("Errata"),
    "summary": pgettext_lazy("part of a report", "Summary"),
    "colophon": pgettext_lazy("part of a report", "Colophon"),
}
ON_A_PAGE = 200


@dataclass(frozen=True)
class Choice:
    """What is to be seen: everything, or of one chapter or kind."""

    language: str
    chapter: str = ""
    kind: str = ""

    @classmethod
    def read(cls, asked: QueryDict) -> Choice:
        """Return what is asked for. Raises Http404 for what there is not."""
        choice = cls(
            asked.get("language") or active_language(),
            asked.get("chapter", ""),
            asked.get("kind", ""),
        )
        known = (Language.values, ["", *PLACES], ["", *Binding.values])
        chosen = (choice.language, choice.chapter, choice.kind)
        if any(one not in values for one, values in zip(chosen, known, strict=True)):
            raise Http404
        return choice

    def takes(self, entry: Entry) -> bool:
        """Tell whether an entry is to be seen."""
        return self.chapter in ("", entry.place.key) and self.kind in (
            "",
            entry.binding,
        )


@dataclass(frozen=True)
class Row:
    """An entry, what it is bound to in words, and where that is edited."""

    entry: Entry
    place: StrPromise | str
    records: str
    links: tuple[tuple[str, str], ...]


def rows(entries: Sequence[Entry]) -> Iterator[Row]:
    """Go through entries with the links to their records."""
    links = links_of(source for each in entries for source in each.sources)
    for entry in entries:
        found = [links[source] for source in entry.sources]
        language = entry.place.language
        yield Row(
            entry,
            PLACES.get(entry.place.key, ""),
            in_words(found) if entry.binding == Binding.COUNT else "",
            tuple((link.words, link.address(language)) for link in found),
        )


def in_words(links: Iterable[Link]) -> str:
    """Return how many records of which kinds there are: events: 4."""
    kinds = Counter(link.kind for link in links)
    return ", ".join(f"{kind}: {number}" for kind, number in kinds.items())


def overview(entries: Iterable[Entry]) -> list[tuple[str, StrPromise | str, list[int]]]:
    """Return how many numerals of each place are bound to what."""
    counts: dict[str, Counter[str]] = {}
    for entry in entries:
        counts.setdefault(entry.place.key, Counter())[entry.binding] += 1
    return [
        (key, PLACES.get(key, ""), [found[kind] for kind in Binding.values])
        for key, found in counts.items()
    ]


class LedgerPages(DeskPages):
    """The pages of the desk, and that of the ledger."""

    def desk_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages."""
        view = self.admin_site.admin_view(self.ledger)
        page = path("<int:report_id>/ledger/", view, name="reports_annualreport_ledger")
        return [*super().desk_urls(), page]

    def ledger(self, request: HttpRequest, report_id: int) -> HttpResponse:
        """Show the numerals of an edition, as it is frozen or as records are now."""
        report = self._report(request, report_id)
        choice = Choice.read(request.GET)
        version = report.frozen_version
        found = (
            frozen_ledger(version, choice.language)
            if version
            else ledger_of(current_editions(report), choice.language)
        )
        entries = found.entries
        chosen = [entry for entry in entries if choice.takes(entry)]
        page = Paginator(chosen, ON_A_PAGE).get_page(request.GET.get("page"))
        everything = not (choice.chapter or choice.kind)
        return self._page(
            request,
            "admin/reports/annualreport/ledger.html",
            report,
            choice=choice,
            version=version,
            languages=Language,
            places=PLACES,
            kinds=Binding,
            total=len(entries),
            unbound=sum(entry.binding == Binding.NONE for entry in entries),
            overview=overview(entries) if everything else None,
            page=page,
            rows=[] if everything else list(rows(list(page))),
        )
