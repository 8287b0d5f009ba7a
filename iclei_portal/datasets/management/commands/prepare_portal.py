"""Makes a new portal ready: tables, facts, first account, first report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from members.actions import make_first_staff_account
from members.models import Municipality
from reports.actions import keep_as_published, request_edition
from reports.choices import Language, ReportState
from reports.models import AnnualReport

FIRST_DATA = settings.BASE_DIR / "datasets" / "fy2021"


class Command(BaseCommand):
    """Migrates; a new portal also gets its facts, a staff account and a report.

    Run again, it does what an interrupted run left open, and nothing to the data
    of a portal in use.
    """

    help = "Make the portal ready to be served."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder of the first data set."""
        parser.add_argument("folder", type=Path, nargs="?", default=FIRST_DATA)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do what a new portal still needs."""
        call_command("migrate", interactive=False, verbosity=0)
        if not Municipality.objects.exists():
            call_command("load_dataset", options["folder"], apply=True)
        for report in AnnualReport.objects.filter(state=ReportState.PUBLISHED):
            keep_as_published(report=report)
            for language in Language.values:
                jobs = report.jobs.filter(language=language, version__isnull=False)
                if not jobs.exists():
                    request_edition(report=report, language=language, by=None)
        account = make_first_staff_account()
        if account:
            self.stdout.write(
                f"First staff account: {account.email}  password: {account.password}\n"
                "The password is shown only now."
            )
