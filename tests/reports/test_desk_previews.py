"""Previews of a report's chapters and events, and what changed since a file."""

import re

import pytest
from django.test import Client

from events.models import Event
from reports.actions import keep_as_published
from reports.choices import JobState
from reports.contents.snapshots import take_snapshot
from reports.models import AnnualReport, RenderJob
from tests.factories import EventFactory, RenderJobFactory
from tests.reports.desk import address, words

pytestmark = pytest.mark.django_db


def test_preview_shows_the_records_of_this_moment(
    desk: Client, report: AnnualReport
) -> None:
    EventFactory(title_en="Before")
    keep_as_published(report=report)
    Event.objects.update(title_en="After")

    page = words(desk, address(report, "preview/calendar/en/"))

    assert "After" in page
    assert "Before" not in page


def test_preview_is_in_its_own_language_within_that_of_the_desk(
    desk: Client, draft: AnnualReport
) -> None:
    page = desk.get(address(draft, "preview/calendar/ja/")).content.decode()

    assert '<html lang="en">' in page
    assert re.search(r'<div class="report[^"]*" lang="ja">', page)
    assert "not yet in front of readers" in page


def test_event_of_a_preview_is_looked_at_too(desk: Client, draft: AnnualReport) -> None:
    EventFactory(slug="a-forum", title_en="A Forum")
    preview = address(draft, "preview/calendar/en/")

    listed = desk.get(preview).content.decode()
    page = desk.get(f"{preview}a-forum/").content.decode()

    assert 'href="a-forum/"' in listed
    assert '<section class="chapter event" id="event-a-forum">' in page
    assert re.search(r"<h1>(<[^>]*>)*A Forum", page)


def test_pages_of_a_chapter_are_a_job_of_their_own(
    desk: Client, draft: AnnualReport
) -> None:
    RenderJobFactory(report=draft, language="en")

    desk.post(address(draft, "pages/cafe/en/"))

    assert RenderJob.objects.get(chapter="cafe").language == "en"
    assert RenderJob.objects.count() == 2


def test_changes_since_a_file_are_listed_in_both_languages(
    desk: Client, draft: AnnualReport
) -> None:
    event = EventFactory(title_ja="世界大会", title_en="World Congress")
    job = RenderJobFactory(
        report=draft,
        state=JobState.READY,
        output="x.pdf",
        snapshot=take_snapshot(draft),
        finished_at="2022-04-01T09:00:00+09:00",
    )
    event.title_ja, event.title_en = "世界大会2021", "World Congress 2021"
    event.save()

    page = words(desk, address(draft, f"changes/{job.pk}/"))

    assert "since the file of 1 April 2022, 09:00" in page
    assert "World Congress World Congress 2021" in page
    assert "世界大会世界大会2021" in page.replace(" ", "")


@pytest.mark.parametrize(
    "place",
    [
        "texts/nothing/",
        "preview/nothing/ja/",
        "preview/cafe/fr/",
        "preview/calendar/en/nothing/",
        "pages/nothing/ja/",
        "pages/cafe/ja-en/",
        "changes/999/",
    ],
)
def test_unknown_page_of_the_desk_is_not_found(
    desk: Client, draft: AnnualReport, place: str
) -> None:
    missing = desk.get(address(draft, place))

    assert missing.status_code == 404
    assert "There is no such page" in missing.content.decode()
    assert not RenderJob.objects.exists()


def test_file_of_a_job_without_values_has_no_list_of_changes(
    desk: Client, draft: AnnualReport
) -> None:
    job = RenderJobFactory(report=draft, state=JobState.READY, output="x.pdf")

    page = desk.get(address(draft)).content.decode()

    assert f"/renderjob/{job.pk}/download/" in page
    assert f"changes/{job.pk}/" not in page
    assert desk.get(address(draft, f"changes/{job.pk}/")).status_code == 404
