"""A report under inspection: its records, its editions, and what they print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import override

from iclei_portal.bilingual.texts import Text, record_of
from reports.choices import FindingKind, Section
from reports.contents.chapters import CHAPTERS
from reports.contents.edition import LANGUAGES, collect_edition
from reports.contents.year import ReportYear
from reports.readiness.directory import Directory
from reports.readiness.findings import Finding
from reports.readiness.lexicon import known_names
from reports.readiness.printed import Item, Place, Printed, names_of

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from reports.contents.edition import Edition
    from reports.contents.records import YearRecords
    from reports.models import AnnualReport
    from reports.readiness.names import Names

ORDER = {"": 0, **{chapter.key: n for n, chapter in enumerate(CHAPTERS, start=1)}}


@dataclass(frozen=True)
class Inspection:
    """What the checks read; nothing of it is read twice."""

    records: YearRecords
    editions: Mapping[str, Edition]
    directory: Directory

    @classmethod
    def of(cls, report: AnnualReport) -> Inspection:
        """Read the editions of a report as its records are now."""
        year = ReportYear.of(report, LANGUAGES[0])
        editions = {
            language: collect_edition(year.in_language(language))
            for language in LANGUAGES
        }
        return cls(year.records, editions, Directory.of(report.as_of))

    @property
    def report(self) -> AnnualReport:
        """The report."""
        return self.records.report

    @cached_property
    def names(self) -> Names:
        """The names that texts may have."""
        return known_names(self.directory)

    @cached_property
    def printed(self) -> dict[str, Printed]:
        """What each edition prints."""
        return {code: Printed(edition) for code, edition in self.editions.items()}

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The sections that have a text, by its record."""
        return {
            record_of(text): Section(section)
            for section, text in self.records.passages.items()
        }

    @property
    def places(self) -> dict[str, Place]:
        """Where each printed record stands first."""
        return self.printed[LANGUAGES[0]].places

    def parts(self, kind: type[Any]) -> Iterator[Item]:
        """Yield what is printed as a type, each record once."""
        return self.printed[LANGUAGES[0]].parts(kind)

    def texts(self) -> Iterator[tuple[Place, dict[str, Text]]]:
        """Yield each text that both editions print, in its languages."""
        ja, en = (self.printed[language].texts for language in LANGUAGES)
        for source, (place, text) in ja.items():
            if source in en:
                yield place, {"ja": text, "en": en[source][1]}

    def find(
        self,
        kind: FindingKind,
        message: StrPromise,
        source: str,
        place: Place | None = None,
        **values: Any,
    ) -> Finding:
        """Return a finding on a field, where it is printed or in a given place."""
        record = source.rpartition(".")[0]
        where = self.places.get(record) or place or self.places[record_of(self.report)]
        section = self.sections.get(record)
        if section is not None:
            names = in_both_languages(section.label)
        else:
            names = names_of(record, self.printed) or self._titles(where)
        return Finding(
            kind=kind,
            message=message,
            source=source,
            chapter=where.chapter,
            municipality=where.municipality,
            names=names,
            values=values,
        )

    def _titles(self, place: Place) -> dict[str, Text]:
        """Return the titles of a chapter, or what else stands there."""
        if place.record:
            return {place.name.language: place.name}
        return {
            language: edition.chapter(place.chapter).title
            for language, edition in self.editions.items()
        }

    def find_section(
        self, kind: FindingKind, message: StrPromise, chapter: str, section: Section
    ) -> Finding:
        """Return a finding on a section that has no text yet."""
        return Finding(
            kind=kind,
            message=message,
            source=f"reports.sectiontext:{section}.text_ja",
            chapter=chapter,
            names=in_both_languages(section.label),
        )


def in_both_languages(words: object) -> dict[str, Text]:
    """Return words of the interface in each language."""
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = Text(str(words), language, missing=False)
    return found


def in_chapter(key: str, inspection: Inspection) -> Place:
    """Return the place of what belongs to a chapter as a whole."""
    chapter = inspection.editions[LANGUAGES[0]].chapter(key)
    return Place(key, "", chapter.title)


def in_order(
    findings: Iterable[Finding], printed: Iterable[str]
) -> tuple[Finding, ...]:
    """Sort findings by chapter, kind and where the record is printed; each is once."""
    kinds = list(FindingKind)
    positions = {record: number for number, record in enumerate(printed)}
    once = {(each.kind, each.source, each.sentence): each for each in findings}
    return tuple(
        sorted(
            once.values(),
            key=lambda each: (
                ORDER.get(each.chapter, 0),
                kinds.index(each.kind),
                positions.get(each.record, len(positions)),
            ),
        )
    )
