"""Trace every number in a printed report back to the records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.choices import Language
from reports.contents.snapshots import editions_of
from reports.models import Snapshot, Version
from reports.rendering.bookkeeping import Binding
from reports.rendering.imprint import Imprint
from reports.rendering.ledger import Ledger, frozen_ledger, ledger_of
from reports.rendering.printed import (
    Print,
    UnreadableError,
    keywords_of,
    read_print,
)
from reports.rendering.tracing import trace

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """Trace every number in a printed report back to the records."""

    help = (
        "Takes all numerals from the PDF of an annual report, or of one chapter, and "
        "says which are not those of the records. Exit status 1 if there are any."
    )

    def create_parser(
        self, prog_name: str, subcommand: str, **kwargs: Any
    ) -> CommandParser:
        """Let --version be that of a report, not that of Django."""
        kwargs["conflict_handler"] = "resolve"
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file and, if it is not the one printed in it, the version."""
        parser.add_argument("file", help="the PDF file")
        parser.add_argument(
            "--version",
            type=int,
            help="compare with this version instead of the values that it names",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Trace the numbers, or say in a sentence why not."""
        path = Path(options["file"])
        imprint, edition = self._read(path)
        ledger = self._ledger(imprint, options["version"])
        found = trace(edition, ledger)
        for fault in found.faults:
            self.stdout.write(f"Page {fault.page}: {fault.sentence}")
        if found.faults:
            raise CommandError(f"{path}: {len(found.faults)} faults.")
        kinds = found.kinds
        self.stdout.write(
            f"{path}: {kinds.total()} numerals on {edition.pages} pages, all bound: "
            f"{kinds[Binding.FIELD]} to fields of records, "
            f"{kinds[Binding.FIGURE]} to dated figures, "
            f"{kinds[Binding.COUNT]} to counts of records, "
            f"{kinds[Binding.STRUCTURE]} to the order of chapters, pages and notes."
        )

    @staticmethod
    def _read(path: Path) -> tuple[Imprint, Print]:
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        try:
            imprint = Imprint.read(keywords_of(path))
            if imprint is not None and imprint.language in Language.values:
                return imprint, read_print(path)
        except UnreadableError as error:
            raise CommandError(f"{path} is no PDF that can be read.") from error
        raise CommandError(f"{path} is no annual report made by this portal.")

    @staticmethod
    def _ledger(imprint: Imprint, number: int | None) -> Ledger:
        """Return the ledger of the values that the file names, or of a version."""
        year = imprint.fiscal_year
        versions = Version.objects.filter(report__fiscal_year=year)
        if number is not None:
            version = versions.filter(number=number).first()
            if version is None:
                raise CommandError(
                    f"The report on fiscal year {year} has no frozen version {number}."
                )
            return frozen_ledger(version, imprint.language)
        version = versions.filter(snapshot__digest=imprint.digest).first()
        if version and not imprint.chapter:
            return frozen_ledger(version, imprint.language)
        snapshot = Snapshot.objects.filter(
            report__fiscal_year=year, digest=imprint.digest
        ).first()
        if snapshot is None:
            raise CommandError(
                f"The values that were printed, {imprint.digest[:12]}…, are not in "
                f"this database. --version compares with those of a frozen version."
            )
        return ledger_of(editions_of(snapshot), imprint.language, imprint.chapter)
