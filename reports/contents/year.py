"""The year a report covers, and how its texts are read in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import translation

from iclei_portal.about.models import DatedFigure
from iclei_portal.bilingual.texts import Text, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from django.db.models import Model

    from iclei_portal.about.figures import Figures
    from iclei_portal.fiscal_year import FiscalYear
    from members.models import Person
    from reports.choices import Section
    from reports.models import AnnualReport, SectionText


@dataclass(frozen=True)
class ReportYear:
    """A report in one language: facts are those of `as_of`, events the year's.

    Chapters are collected while `language` is active.
    """

    fiscal_year: FiscalYear
    as_of: date
    language: str
    figures: Figures
    passages: Mapping[str, SectionText]

    @classmethod
    def of(cls, report: AnnualReport, language: str) -> ReportYear:
        """Read what every chapter needs: the figures and the texts, two queries."""
        return cls(
            fiscal_year=report.year,
            as_of=report.as_of,
            language=language,
            figures=DatedFigure.objects.known_on(report.as_of),
            passages={passage.section: passage for passage in report.texts.all()},
        )

    def text(self, record: Model, field: str) -> Text:
        """Return a translated field with its figures filled in."""
        found = text_of(record, field, self.language)
        with translation.override(found.language):
            content = self.figures.fill(found.content)
        return Text(content, found.language, found.missing)

    def text_or_none(self, record: Model, field: str) -> Text | None:
        """Return a translated field, or None where it is empty in both languages."""
        found = self.text(record, field)
        return found if found.content else None

    def texts(self, records: Iterable[Model], field: str = "name") -> tuple[Text, ...]:
        """Return one translated field of each record."""
        return tuple(self.text(record, field) for record in records)

    def passage(self, section: Section) -> Text | None:
        """Return the report's own text of a section, None where there is none."""
        found = self.passages.get(section)
        return None if found is None else self.text(found, "text")

    def person(self, person: Person) -> Text:
        """Return a person's name as the language prints it."""
        missing = not getattr(person, f"family_name_{self.language}")
        other = "en" if self.language == "ja" else "ja"
        return Text(
            person.name_in(self.language),
            other if missing else self.language,
            missing,
        )

    def own(self, content: object) -> Text:
        """Return words that are in the report's language already."""
        return Text(str(content), self.language, missing=False)
