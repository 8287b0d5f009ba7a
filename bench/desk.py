"""The desk of the portal under measurement, told what to do line by line.

    manage.py shell -c "from bench import desk; desk.heed()"

Each line of the input is a word and its arguments in JSON, each line of the output
what the word brought.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from bench.multiply import (
    add_articles,
    add_events,
    add_municipalities,
    multiply_events,
)
from events.models import Event
from members.models import Municipality
from reports.actions import keep_as_published, request_edition
from reports.choices import JobState
from reports.contents.chapters import CHAPTERS
from reports.contents.snapshots import current_editions, take_snapshot
from reports.models import AnnualReport, RenderJob, SectionText
from reports.rendering.documents import current_document
from tests.factories.pictures import illustrate

SECONDS_BETWEEN_LOOKS = 0.005
MANY_PLACES, MANY_EVENTS = 2_500, 100_000


def heed() -> None:
    """Do what each line says."""
    for line in sys.stdin:
        word, arguments = json.loads(line)
        print(json.dumps(WORDS[word](**arguments)), flush=True)  # noqa: T201


def report() -> AnnualReport:
    """Return the report that is measured."""
    return AnnualReport.objects.get(fiscal_year=2021)


def editions(languages: list[str]) -> float:
    """Click on editions and wait for their files; return the seconds."""
    begun = time.perf_counter()
    jobs = [
        request_edition(report=report(), language=language, by=None)
        for language in languages
    ]
    return _wait(jobs, begun)


def preview(chapter: str, language: str, number: int) -> float:
    """Edit a chapter's text, click on its preview; return the seconds of the click."""
    texts = SectionText.objects.filter(report=report(), section=chapter)
    before = texts.values("text_ja", "text_en").first()
    now = before or {"text_ja": "", "text_en": ""}
    SectionText.objects.update_or_create(
        report=report(),
        section=chapter,
        defaults={
            "text_ja": f"{now['text_ja']}\n\n第{number}版",
            "text_en": f"{now['text_en']}\n\nRevision {number}",
        },
    )
    begun = time.perf_counter()
    job = request_edition(report=report(), language=language, chapter=chapter, by=None)
    seconds = _wait([job], begun)
    if before is None:
        texts.delete()
    else:
        texts.update(**before)
    return seconds


def _wait(jobs: list[RenderJob], begun: float) -> float:
    left = RenderJob.objects.filter(pk__in=[job.pk for job in jobs])
    while left.unfinished().exists():
        time.sleep(SECONDS_BETWEEN_LOOKS)
    seconds = time.perf_counter() - begun
    for job in left.exclude(state=JobState.READY):
        raise RuntimeError(f"{job}: {job.get_failure_reason_display()}")
    return seconds


def chapters() -> list[str]:
    """Return the chapters' keys."""
    return [chapter.key for chapter in CHAPTERS]


def documents(folder: str) -> dict[str, int]:
    """Write what each edition is printed from; return the sizes."""
    snapshot = take_snapshot(report())
    sizes = {}
    for language in ("ja", "en"):
        html = current_document(snapshot, language).html
        (Path(folder) / f"{language}.html").write_text(html)
        sizes[language] = len(html)
    return sizes


def collect(times: int) -> dict[str, float]:
    """Read both editions with so many times the events: events, queries, seconds."""
    with transaction.atomic():
        events = multiply_events(report().year, times)
        current_editions(report())
        with CaptureQueriesContext(connection) as queries:
            current_editions(report())
        begun = time.perf_counter()
        current_editions(report())
        seconds = time.perf_counter() - begun
        transaction.set_rollback(True)
    return {"events": events, "queries": len(queries), "seconds": seconds}


def photos(most: int) -> int:
    """Give records photos of 12 megapixels."""
    illustrate(most)
    return most


def files() -> dict[str, int]:
    """Return the size of the newest file of each edition."""
    newest = RenderJob.objects.newest_editions().values_list("language", "size")
    return dict(newest)


def publish() -> int:
    """Publish the report as it stands; return its number of versions."""
    keep_as_published(report=report())
    return report().versions.count()


def articles(many: int) -> int:
    """Add articles until there are so many."""
    return add_articles(many)


def queries(paths: list[str]) -> dict[str, Any]:
    """Count the queries of pages with the records there are, and with very many."""
    sizes = [(Municipality.objects.count(), Event.objects.count())]
    few = _counted(paths)
    with transaction.atomic():
        sizes.append((add_municipalities(MANY_PLACES), add_events(MANY_EVENTS)))
        many = _counted(paths)
        transaction.set_rollback(True)
    return {"sizes": sizes, "few": few, "many": many}


@override_settings(PAGE_CACHE_SECONDS=0)
def _counted(paths: list[str]) -> dict[str, int]:
    reader, found = Client(headers={"host": "127.0.0.1"}), {}
    for path in paths:
        with CaptureQueriesContext(connection) as asked:
            answer = reader.get(path)
        if answer.status_code != HTTPStatus.OK:
            raise RuntimeError(f"{path}: {answer.status_code}")
        found[path] = len(asked)
    return found


WORDS: dict[str, Callable[..., Any]] = {
    word.__name__: word
    for word in (
        *(editions, preview, chapters, documents, collect, photos, files),
        *(publish, articles, queries),
    )
}
