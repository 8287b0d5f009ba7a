"""A whole edition of a report as plain values, and as JSON.

What is written to JSON is all that an edition says: it is read back without the
records, on another day, to the same values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from cattrs.preconf.json import make_converter
from django.utils import translation

from iclei_portal.bilingual.formats import day_text, fiscal_year_name, month_text
from iclei_portal.bilingual.texts import Text
from iclei_portal.fiscal_year import FiscalYear
from reports.contents.changes import Change
from reports.contents.chapters import CHAPTERS, Contents
from reports.contents.year import ReportYear

if TYPE_CHECKING:
    from reports.models import AnnualReport

LANGUAGES = ("ja", "en")
CHAPTER_TYPES = {chapter.key: chapter.contents for chapter in CHAPTERS}
_converter = make_converter(omit_if_default=True)


@dataclass(frozen=True)
class ChapterRead:
    """A chapter as read; `number` counts from 1."""

    key: str
    number: int
    title: Text
    contents: Contents


@dataclass(frozen=True)
class Corrections:
    """What a version changed of the one before, and why that was opened again."""

    version: Text
    reason: Text | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Edition:
    """A report in one language: facts are those of `as_of`, events the year's.

    `period`, `day` and `month` are the fiscal year and `as_of` in words.
    """

    language: str
    year: int
    as_of: date
    version: Text
    title: Text
    period: Text
    day: Text
    month: Text
    chapters: tuple[ChapterRead, ...]
    corrections: Corrections | None = None

    @property
    def fiscal_year(self) -> FiscalYear:
        """The fiscal year."""
        return FiscalYear(self.year)

    def chapter(self, key: str) -> ChapterRead:
        """Return a chapter. Raises KeyError."""
        for chapter in self.chapters:
            if chapter.key == key:
                return chapter
        raise KeyError(key)


def nothing(done: int, total: int) -> None:
    """Take no notice of the progress."""


def collect_edition(
    year: ReportYear,
    progress: Callable[[int, int], None] = nothing,
    only: str = "",
) -> Edition:
    """Read every chapter, or one alone; `progress` hears of each one done."""
    report = year.records.report
    chapters: list[ChapterRead] = []
    with translation.override(year.language):
        progress(0, len(CHAPTERS))
        for number, chapter in enumerate(CHAPTERS, start=1):
            if only not in {"", chapter.key}:
                continue
            title = year.own(chapter.title)
            contents = chapter.collect(year)
            chapters.append(ChapterRead(chapter.key, number, title, contents))
            progress(number, len(CHAPTERS))
        return Edition(
            language=year.language,
            year=report.fiscal_year,
            as_of=report.as_of,
            version=year.value(report, "version", report.version),
            title=year.text(report, "title"),
            period=year.value(report, "fiscal_year", fiscal_year_name(report.year)),
            day=year.value(report, "as_of", day_text(report.as_of)),
            month=year.value(report, "as_of", month_text(report.as_of)),
            chapters=tuple(chapters),
        )


def collect_editions(
    report: AnnualReport,
    progress: Callable[[int, int], None] = nothing,
    only: str = "",
) -> dict[str, Edition]:
    """Read both editions of a report, or one chapter; its records are read once."""
    year = ReportYear.of(report, LANGUAGES[0])
    total = len(CHAPTERS) * len(LANGUAGES)
    editions = {}
    for before, language in enumerate(LANGUAGES):

        def both(done: int, _total: int, before: int = before) -> None:
            progress(before * len(CHAPTERS) + done, total)

        editions[language] = collect_edition(year.in_language(language), both, only)
    return editions


def _written(chapter: ChapterRead) -> dict[str, Any]:
    return {
        "key": chapter.key,
        "number": chapter.number,
        "title": _converter.unstructure(chapter.title),
        "contents": _converter.unstructure(chapter.contents),
    }


def _read(value: Mapping[str, Any], _type: type[ChapterRead]) -> ChapterRead:
    contents = CHAPTER_TYPES[value["key"]]
    return ChapterRead(
        key=value["key"],
        number=value["number"],
        title=_converter.structure(value["title"], Text),
        contents=_converter.structure(value["contents"], contents),
    )


_converter.register_unstructure_hook(ChapterRead, _written)
_converter.register_structure_hook(ChapterRead, _read)


def written(edition: Edition) -> dict[str, Any]:
    """Return an edition as JSON values."""
    values: dict[str, Any] = _converter.unstructure(edition)
    return values


def read_edition(values: Mapping[str, Any]) -> Edition:
    """Return the edition that was written. Raises cattrs.BaseValidationError."""
    return _converter.structure(values, Edition)


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents."""

    key: str
    number: int
    title: Text


def read_entries(values: Mapping[str, Any]) -> tuple[Entry, ...]:
    """Return the table of contents of the edition that was written."""
    return tuple(
        Entry(each["key"], each["number"], _converter.structure(each["title"], Text))
        for each in values["chapters"]
    )


def read_in_part(values: Mapping[str, Any], key: str = "") -> Edition:
    """Return the edition that was written with one of its chapters, or with none."""
    chosen = [chapter for chapter in values["chapters"] if chapter["key"] == key]
    return read_edition({**values, "chapters": chosen})
