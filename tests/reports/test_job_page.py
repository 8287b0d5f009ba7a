"""The page of a rendering: how far it is, who asked, and what can be done."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from members.models import User
from reports.choices import FailureReason, JobState
from reports.models import RenderJob
from tests.reports.desk import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("report_root")]

JOBS = "/en/admin/reports/renderjob"
SILENCE = "Nothing has been heard of the work for a while."


def page(client: Client, job: RenderJob) -> str:
    return client.get(f"{JOBS}/{job.pk}/change/").content.decode()


def from_now(minutes: int | None) -> datetime | None:
    return None if minutes is None else timezone.now() + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("state", "asked", "lease"),
    [(JobState.QUEUED, -60, None), (JobState.RENDERING, -60, -5)],
)
def test_job_that_no_worker_is_heard_of_says_so(
    desk: Client, job: RenderJob, state: JobState, asked: int, lease: int | None
) -> None:
    RenderJob.objects.update(
        state=state, requested_at=from_now(asked), lease_until=from_now(lease)
    )

    assert SILENCE in page(desk, job)


@pytest.mark.parametrize(
    ("state", "asked", "lease"),
    [
        (JobState.QUEUED, 0, None),
        (JobState.RENDERING, -60, 5),
        (JobState.CANCELLED, -60, None),
    ],
)
def test_job_that_is_worked_on_or_over_is_not_called_silent(
    desk: Client, job: RenderJob, state: JobState, asked: int, lease: int | None
) -> None:
    RenderJob.objects.update(
        state=state, requested_at=from_now(asked), lease_until=from_now(lease)
    )

    html = page(desk, job)

    assert job.get_language_display() in html
    assert SILENCE not in html


def test_unfinished_job_shows_its_chapter_and_renews_itself(
    desk: Client, job: RenderJob
) -> None:
    RenderJob.objects.update(
        state=JobState.RENDERING, chapters_done=4, chapters_total=17
    )

    html = page(desk, job)

    assert "Chapter 4 of 17" in html
    assert '<meta http-equiv="refresh" content="5">' in html


def test_job_whose_chapters_are_done_says_it_prints(
    desk: Client, job: RenderJob
) -> None:
    RenderJob.objects.update(
        state=JobState.RENDERING, chapters_done=17, chapters_total=17
    )

    html = page(desk, job)

    assert "All chapters are laid out; the PDF is being made." in html


def test_failed_job_says_why_and_is_tried_again(desk: Client, job: RenderJob) -> None:
    RenderJob.objects.update(state=JobState.FAILED, failure_reason=FailureReason.TIME)

    html = page(desk, job)
    desk.post(f"{JOBS}/{job.pk}/retry/")

    assert "Making the PDF took too long." in html
    assert 'http-equiv="refresh"' not in html
    assert RenderJob.objects.filter(state=JobState.QUEUED).count() == 1


def test_progress_is_told_apart_from_the_page(desk: Client, job: RenderJob) -> None:
    RenderJob.objects.update(state=JobState.RENDERING, pages_done=7)

    part = desk.get(f"{JOBS}/{job.pk}/progress/").content.decode()

    assert "7 pages laid out" in part
    assert "<html" not in part


def test_job_says_who_cancelled_it_and_when_in_japan(
    desk: Client, secretariat: User, job: RenderJob
) -> None:
    RenderJob.objects.update(
        state=JobState.CANCELLED,
        cancelled_by=secretariat,
        finished_at=datetime(2022, 3, 31, 23, 30, tzinfo=UTC),
    )

    said = words(desk, f"{JOBS}/{job.pk}/change/")

    assert f"Cancelled 1 April 2022, 08:30, {secretariat}" in said


def test_staff_without_the_right_see_no_button(reader: Client, job: RenderJob) -> None:
    html = page(reader, job)

    assert "Queued" in html
    assert f"{JOBS}/{job.pk}/cancel/" not in html
