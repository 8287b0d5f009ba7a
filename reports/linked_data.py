"""Published annual reports in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from iclei_portal.about.linked_data import reference
from iclei_portal.bilingual.linked_data import Absolute, Node, day_value, node
from reports.contents.edition import ChapterRead, Edition
from reports.models import TOKYO, RenderJob, Version


def report_node(
    version: Version,
    edition: Edition,
    absolute: Absolute,
    files: Iterable[RenderJob] = (),
) -> Node:
    """Return the version of a report that readers see, with its PDFs."""
    year = edition.fiscal_year
    published = version.published_at
    return named_report(edition, absolute) | node(
        "Report",
        inLanguage=edition.language,
        datePublished=day_value(timezone.localdate(published, TOKYO))
        if published
        else None,
        version=version.number,
        temporalCoverage=f"{year.start}/{year.last_day}",
        publisher=reference(absolute),
        encoding=[file_node(job, absolute) for job in files],
    )


def named_report(edition: Edition, absolute: Absolute) -> Node:
    """Return a report as other nodes name it."""
    url = absolute(reverse("reports:detail", args=[edition.year]))
    return node("Report", name=edition.title.content, url=url)


def file_node(job: RenderJob, absolute: Absolute) -> Node:
    """Return the PDF of an edition; the combined one is in both languages."""
    year = job.report.fiscal_year
    address = reverse("reports:download", args=[year, year, job.language])
    languages = job.language.split("-")
    return node(
        "MediaObject",
        contentUrl=absolute(address),
        encodingFormat="application/pdf",
        contentSize=str(job.size),
        inLanguage=languages if len(languages) > 1 else languages[0],
    )


def chapter_node(edition: Edition, chapter: ChapterRead, absolute: Absolute) -> Node:
    """Return a chapter and the report it belongs to."""
    return node(
        "Chapter",
        name=chapter.title.content,
        position=chapter.number,
        inLanguage=edition.language,
        url=absolute(reverse("reports:chapter", args=[edition.year, chapter.key])),
        isPartOf=named_report(edition, absolute),
    )
