"""Render one edition of an annual report in the foreground."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from reports.choices import Language
from reports.contents.snapshots import take_snapshot
from reports.models import AnnualReport
from reports.rendering.documents import Document, current_document, frozen_document
from reports.rendering.process import RenderError, print_html

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator


class Command(BaseCommand):
    """Render one edition of an annual report."""

    help = "Makes the PDF of one edition of an annual report."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the fiscal year, the language and the file."""
        parser.add_argument("fiscal_year", type=int, help="the fiscal year, e.g. 2021")
        parser.add_argument("--language", default="ja", help="ja, en or ja-en")
        parser.add_argument("--output", required=True, help="the PDF file to write")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Render, or say in a sentence why not."""
        report = self._report(options["fiscal_year"])
        language = self._language(options["language"])
        target = Path(options["output"]).absolute()
        with self._beside(target) as part:
            try:
                document = self._document(report, language)
                pages = print_html(document.html, part, data=document.data)
            except RenderError as error:
                raise CommandError(f"{error.reason.label}\n{error}") from error
            part.replace(target)
        self.stdout.write(f"{target}: {pages} pages.")

    @staticmethod
    def _report(fiscal_year: int) -> AnnualReport:
        report = AnnualReport.objects.filter(fiscal_year=fiscal_year).first()
        if report is None:
            raise CommandError(
                f"There is no annual report on fiscal year {fiscal_year}."
            )
        return report

    @staticmethod
    def _language(language: str) -> str:
        known = Language.values
        if language not in known:
            raise CommandError(
                f"There is no edition in “{language}”: choose {' or '.join(known)}."
            )
        return language

    @staticmethod
    def _document(report: AnnualReport, language: str) -> Document:
        """Return the frozen document, or the records of this moment laid out."""
        version = report.frozen_version
        if version is not None:
            return frozen_document(version, language)
        return current_document(take_snapshot(report), language)

    @staticmethod
    @contextmanager
    def _beside(target: Path) -> Iterator[Path]:
        """Give a file beside the target to write to, and leave none behind."""
        part = target.with_name(f".{target.name}-{secrets.token_hex(8)}.part")
        try:
            part.touch(exist_ok=False)
            try:
                yield part
            finally:
                part.unlink(missing_ok=True)
        except OSError as error:
            raise CommandError(
                f"{target} cannot be written: {error.strerror}."
            ) from error
