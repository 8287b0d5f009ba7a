"""Show how far an annual report is from its freeze."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from reports.choices import FindingKind
from reports.contents.chapters import CHAPTERS
from reports.models import AnnualReport
from reports.readiness.checks import readiness
from reports.readiness.lengths import width

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence

    from reports.readiness.findings import Finding, Readiness

LONGEST_NAME = 60


class Command(BaseCommand):
    """Shows what is open in a report by chapter, then line by line."""

    help = "Show what stands between an annual report and its freeze."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the fiscal year and the language of the sentences."""
        parser.add_argument("fiscal_year", type=int, help="the fiscal year, e.g. 2021")
        parser.add_argument("--language", choices=["ja", "en"], default="en")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print what is open; exit with 1 where it is more than is allowed."""
        year = options["fiscal_year"]
        with translation.override(options["language"]):
            report = AnnualReport.objects.filter(fiscal_year=year).first()
            if report is None:
                raise CommandError(
                    _("There is no annual report on fiscal year %(year)d.")
                    % {"year": year}
                )
            found = readiness(report)
            self._show_table(found)
            for finding in found.findings:
                self._show(finding, options["language"])
            if not found.within_allowances:
                raise CommandError(found.excess)
            self.stdout.write(_("The report is within its allowances."))

    def _show_table(self, found: Readiness) -> None:
        by_chapter = found.counted("chapter")
        none = [0] * len(FindingKind)
        titles = {"": _("The report itself")}
        titles |= {chapter.key: str(chapter.title) for chapter in CHAPTERS}
        heads = [str(kind.label) for kind in FindingKind]
        lines: list[tuple[str, list[int]]] = [
            *((title, by_chapter.get(key, none)) for key, title in titles.items()),
            (_("Together"), [each.count for each in found.kinds]),
            (_("At most"), [each.most for each in found.kinds]),
        ]
        first = max(width(title) for title, _counts in lines)
        self._row("", heads, heads, first)
        for title, counts in lines:
            self._row(title, counts, heads, first)

    def _row(
        self, title: str, cells: Sequence[object], heads: list[str], first: int
    ) -> None:
        """Print a line of the table; Japanese letters take the room of two."""
        columns = "".join(
            f"  {' ' * (width(head) - width(str(cell)))}{cell}"
            for cell, head in zip(cells, heads, strict=True)
        )
        self.stdout.write(f"{title}{' ' * (first - width(title))}{columns}")

    def _show(self, finding: Finding, language: str) -> None:
        name = Truncator(finding.name(language)).chars(LONGEST_NAME)
        self.stdout.write(f"{finding.kind.label}: {name}: {finding.sentence}")
        self.stdout.write(f"    {finding.source}")
