"""The secretariat makes, watches, stops and downloads editions."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from members.models import User
from reports.choices import JobState
from reports.models import AnnualReport, RenderJob
from reports.rendering.work import carry_out
from tests.factories import RenderJobFactory, SectionTextFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("report_root")]

JOBS = "/en/admin/reports/renderjob"


def test_report_shows_its_texts_and_the_way_to_its_desk(
    desk: Client, report: AnnualReport
) -> None:
    SectionTextFactory(report=report, text_ja="本文。", text_en="The text.")

    page = desk.get(f"/en/admin/reports/annualreport/{report.pk}/change/")

    html = page.content.decode()
    assert "本文。" in html
    assert "The text." in html
    assert f'href="/en/admin/reports/annualreport/{report.pk}/desk/"' in html


@pytest.mark.parametrize("name", ["abc", "99999999999999999999", "_5F"])
def test_report_that_cannot_be_is_not_there(desk: Client, name: str) -> None:
    page = desk.get(f"/ja/admin/reports/annualreport/{name}/change/")

    assert page.status_code == 302
    assert page["Location"] == "/ja/admin/"


def test_report_shows_its_renderings_and_no_others(
    desk: Client, job: RenderJob
) -> None:
    other = RenderJobFactory(language="en", report__fiscal_year=2022)

    page = desk.get(f"/en/admin/reports/annualreport/{job.report_id}/desk/")

    assert f"{JOBS}/{job.pk}/" in page.content.decode()
    assert f"{JOBS}/{other.pk}/" not in page.content.decode()


def test_text_longer_than_a_section_is_refused_with_a_sentence(
    report: AnnualReport,
) -> None:
    text = SectionTextFactory.build(report=report, text_ja="あ" * 20_001)

    with pytest.raises(ValidationError) as refusal:
        text.full_clean()

    assert "20000" in refusal.value.message_dict["text_ja"][0]


def test_list_shows_the_day_in_tokyo(desk: Client, job: RenderJob) -> None:
    RenderJob.objects.filter(pk=job.pk).update(
        finished_at=datetime(2022, 3, 31, 23, 30, tzinfo=UTC)
    )

    page = desk.get(f"{JOBS}/").content.decode()

    assert 'class="field-made_on nowrap">April 1, 2022<' in page


def test_button_makes_one_job_and_shows_it(
    desk: Client,
    report: AnnualReport,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    address = f"/en/admin/reports/annualreport/{report.pk}/render/ja/"

    with django_capture_on_commit_callbacks() as callbacks:
        answers = [desk.post(address) for _click in range(2)]

    job = RenderJob.objects.get()
    assert [answer["Location"] for answer in answers] == [
        f"{JOBS}/{job.pk}/change/"
    ] * 2
    assert len(callbacks) == 1


@pytest.mark.parametrize("name", ["cancel", "retry"])
def test_address_of_a_button_leads_to_the_job_and_does_nothing(
    desk: Client, job: RenderJob, name: str
) -> None:
    answer = desk.get(f"{JOBS}/{job.pk}/{name}/")

    assert answer["Location"] == f"{JOBS}/{job.pk}/change/"
    assert RenderJob.objects.get().state == JobState.QUEUED


def test_edition_needs_a_click_and_a_known_language(
    desk: Client, report: AnnualReport
) -> None:
    address = f"/en/admin/reports/annualreport/{report.pk}"

    looked_at = desk.get(f"{address}/render/ja/")
    unknown = desk.post(f"{address}/render/fr/")

    assert looked_at["Location"] == f"{address}/desk/"
    assert unknown.status_code == 404
    assert not RenderJob.objects.exists()


def test_job_is_cancelled(desk: Client, secretariat: User, job: RenderJob) -> None:
    desk.post(f"{JOBS}/{job.pk}/cancel/")

    job.refresh_from_db()
    assert (job.state, job.cancelled_by) == (JobState.CANCELLED, secretariat)


def test_finished_job_stays_when_cancelled(desk: Client, job: RenderJob) -> None:
    RenderJob.objects.update(state=JobState.READY, output="x.pdf")

    answer = desk.post(f"{JOBS}/{job.pk}/cancel/", follow=True)

    assert "This rendering was finished already." in answer.content.decode()
    assert RenderJob.objects.get().state == JobState.READY


def test_file_is_downloaded_from_its_job(desk: Client, job: RenderJob) -> None:
    carry_out(job.pk)
    job.refresh_from_db()

    response = desk.get(f"{JOBS}/{job.pk}/download/")

    assert b"".join(response.streaming_content) == job.path.read_bytes()  # type: ignore[attr-defined]
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def test_job_without_a_file_has_no_download(desk: Client, job: RenderJob) -> None:
    missing = desk.get(f"{JOBS}/{job.pk}/download/")

    assert missing.status_code == 404
    assert "There is no such page" in missing.content.decode()


def test_jobs_cannot_be_written_by_hand(desk: Client, job: RenderJob) -> None:
    statuses = [
        desk.get(f"{JOBS}/add/").status_code,
        desk.post(f"{JOBS}/{job.pk}/change/", {"state": "ready"}).status_code,
        desk.post(f"{JOBS}/{job.pk}/delete/", {"post": "yes"}).status_code,
    ]

    assert statuses == [403, 403, 403]
    assert RenderJob.objects.get().state == JobState.QUEUED


@pytest.mark.parametrize("name", ["cancel", "retry"])
def test_staff_without_the_right_cannot_use_the_buttons(
    reader: Client, job: RenderJob, name: str
) -> None:
    assert reader.post(f"{JOBS}/{job.pk}/{name}/").status_code == 403
    assert RenderJob.objects.get().state == JobState.QUEUED


def test_staff_without_the_right_cannot_make_an_edition(
    reader: Client, report: AnnualReport
) -> None:
    address = f"/en/admin/reports/annualreport/{report.pk}/render/ja/"

    assert reader.post(address).status_code == 403
    assert not RenderJob.objects.exists()


def test_staff_without_a_right_cannot_download(client: Client, job: RenderJob) -> None:
    client.force_login(UserFactory(is_staff=True))

    refused = client.get(f"{JOBS}/{job.pk}/download/")

    assert refused.status_code == 403
    assert "This page is not open to you" in refused.content.decode()


@pytest.mark.parametrize("name", ["cancel", "retry", "download"])
def test_visitors_are_sent_to_log_in(client: Client, job: RenderJob, name: str) -> None:
    response = client.post(f"{JOBS}/{job.pk}/{name}/")

    assert response["Location"].startswith("/en/admin/login/")
    assert RenderJob.objects.get().state == JobState.QUEUED
