"""Somebody at the desk who clicks: as many jobs as each line of the input says.

    manage.py shell -c "from tests.reports import clicks; clicks.heed()"

Where the database is away they do what people do: look whether the click has
arrived, and click again. The number of every job asked for is printed.
"""

import itertools
import sys
import time
from datetime import date

from django.db import InterfaceError, OperationalError, connection

from reports.actions import request_edition
from reports.models import AnnualReport, RenderJob
from tests.factories import AnnualReportFactory

LANGUAGES = ("ja", "en", "ja-en")
# One job of five is a whole edition, the others are previews of a chapter.
CHAPTERS = ("", "cafe", "contact", "officers", "about")
YEARS = range(2000, 2040)
SECONDS_BETWEEN_CLICKS = 0.1


def heed() -> None:
    """Click when told to, each time on something else, until nobody says more."""
    reports = [
        AnnualReportFactory(fiscal_year=year, as_of=date(year + 1, 3, 31))
        for year in YEARS
    ]
    print("at the desk", flush=True)  # noqa: T201 - it is a program
    wanted = itertools.product(reports, LANGUAGES, CHAPTERS)
    for line in sys.stdin:
        for which in itertools.islice(wanted, int(line)):
            job = click_until_it_is_there(*which)
            print(job.pk, flush=True)  # noqa: T201 - it is a program
            time.sleep(SECONDS_BETWEEN_CLICKS)


def click_until_it_is_there(
    report: AnnualReport, language: str, chapter: str
) -> RenderJob:
    """Ask for a job, however often the database is away meanwhile."""
    made = RenderJob.objects.filter(report=report, language=language, chapter=chapter)
    while True:
        try:
            return made.first() or request_edition(
                report=report, language=language, chapter=chapter, by=None
            )
        except (OperationalError, InterfaceError):
            connection.close()
            time.sleep(0.2)
