"""The year a report covers, and how its texts are read in one language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils import translation

from iclei_portal.bilingual.texts import Filled, Text, source_of, text_of
from reports.contents.records import YearRecords

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import Model

    from iclei_portal.about.figures import Figures
    from iclei_portal.about.models import DatedFigure
    from iclei_portal.fiscal_year import FiscalYear
    from members.models import Person
    from reports.choices import Section
    from reports.models import AnnualReport


@dataclass(frozen=True)
class ReportYear:
    """A report in one language: facts are those of `as_of`, events the year's.

    Chapters are collected while `language` is active.
    """

    records: YearRecords
    language: str

    @classmethod
    def of(cls, report: AnnualReport, language: str) -> ReportYear:
        """Return the year of a report; nothing is read yet."""
        return cls(YearRecords(report), language)

    def in_language(self, language: str) -> ReportYear:
        """Return the same year in a language; what was read is not read again."""
        return replace(self, language=language)

    @property
    def fiscal_year(self) -> FiscalYear:
        """The fiscal year whose events are told."""
        return self.records.fiscal_year

    @property
    def as_of(self) -> date:
        """The day whose facts are told."""
        return self.records.as_of

    @cached_property
    def figures(self) -> Figures:
        """The dated figures known on the day."""
        return self.records.figures

    def text(self, record: Model, name: str) -> Text:
        """Return a translated field with its figures filled in."""
        found = text_of(record, name, self.language)
        with translation.override(found.language):
            content = self.figures.fill(found.content)
            filled = tuple(
                Filled(figure.phrase, source_of(figure, "value"))
                for figure in self.figures.named_in(found.content)
            )
        return replace(found, content=content, figures=filled)

    def text_or_none(self, record: Model, name: str) -> Text | None:
        """Return a translated field, or None where it is empty in both languages."""
        found = self.text(record, name)
        return found if found.content else None

    def texts(self, records: Iterable[Model], name: str = "name") -> tuple[Text, ...]:
        """Return one translated field of each record."""
        return tuple(self.text(record, name) for record in records)

    def passage(self, section: Section) -> Text | None:
        """Return the report's own text of a section, None where there is none."""
        found = self.records.passages.get(section)
        return None if found is None else self.text(found, "text")

    def person(self, person: Person) -> Text:
        """Return a person's name as the language prints it."""
        missing = not getattr(person, f"family_name_{self.language}")
        other = "en" if self.language == "ja" else "ja"
        return Text(
            person.name_in(self.language),
            other if missing else self.language,
            missing,
            source_of(person, "name"),
        )

    def value(self, record: Model, name: str, words: object) -> Text:
        """Return a field that is no translated text, in `words` of the language."""
        return Text(str(words), self.language, False, source_of(record, name))

    def value_or_none(self, record: Model, name: str) -> Text | None:
        """Return a field that reads the same in every language; None where empty."""
        words = getattr(record, name)
        return self.value(record, name, words) if words else None

    def figure(self, figure: DatedFigure) -> Text:
        """Return a dated figure as a heading prints it."""
        words = figure.compact
        source = source_of(figure, "value")
        return Text(words, self.language, False, source, (Filled(words, source),))

    def own(self, content: object) -> Text:
        """Return words that are in the report's language already."""
        return Text(str(content), self.language, missing=False)
