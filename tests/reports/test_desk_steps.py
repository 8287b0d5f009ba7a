"""The steps of a report on its desk, and what is to be done next."""

import re

import pytest
from django.test import Client

from members.models import User
from reports.actions import keep_as_published
from reports.choices import JobState, ReportState
from reports.models import AnnualReport, RenderJob
from tests.factories import RenderJobFactory, allow_findings
from tests.reports.desk import address, words

pytestmark = pytest.mark.django_db

REASONS = {"reason_ja": "誤りの訂正", "reason_en": "A slip"}


@pytest.fixture
def published(report: AnnualReport) -> AnnualReport:
    keep_as_published(report=report)
    return report


def test_report_goes_from_draft_to_published_and_back_by_clicks(
    desk: Client, draft: AnnualReport
) -> None:
    allow_findings(draft)
    states = []
    for step in ("review", "freeze", "publish"):
        desk.post(address(draft, f"step/{step}/"))
        draft.refresh_from_db()
        states.append(draft.state)
    desk.post(address(draft, "step/reopen/"), REASONS)
    draft.refresh_from_db()

    assert states == ["review", "frozen", "published"]
    assert (draft.state, draft.version) == ("draft", 2)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (ReportState.DRAFT, "Next: write the texts,"),
        (ReportState.REVIEW, "Next: have the report checked chapter by chapter;"),
    ],
)
def test_desk_says_what_to_do_next_while_it_is_worked_on(
    desk: Client, draft: AnnualReport, state: ReportState, sentence: str
) -> None:
    AnnualReport.objects.update(state=state)

    assert sentence in words(desk, address(draft))


@pytest.mark.parametrize(
    ("state", "made", "sentence"),
    [
        (ReportState.FROZEN, ["ja"], "no file yet: English, Japanese and English."),
        (ReportState.FROZEN, ["ja", "en", "ja-en"], "then publish the report."),
        (ReportState.PUBLISHED, ["ja", "en"], "no file yet: Japanese and English."),
        (ReportState.PUBLISHED, ["ja", "en", "ja-en"], "Next: nothing."),
    ],
)
def test_desk_says_what_to_do_next_after_the_freeze(
    desk: Client,
    published: AnnualReport,
    state: ReportState,
    made: list[str],
    sentence: str,
) -> None:
    AnnualReport.objects.update(state=state)
    for language in made:
        RenderJobFactory(
            report=published,
            version=published.versions.get(),
            language=language,
            state=JobState.READY,
            output="x.pdf",
            finished_at="2022-04-01T09:00:00+09:00",
        )

    assert sentence in words(desk, address(published))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ja", "今は行えません"),
        ("en", "This is not possible now: the report is draft."),
    ],
)
@pytest.mark.parametrize("step", ["publish", "reopen"])
def test_step_that_is_not_possible_says_why(
    desk: Client, draft: AnnualReport, step: str, language: str, sentence: str
) -> None:
    place = address(draft, f"step/{step}/", language)

    answer = desk.post(place, REASONS, follow=True)

    assert sentence in answer.content.decode()
    draft.refresh_from_db()
    assert draft.state == ReportState.DRAFT


def test_reason_in_one_language_is_refused_and_kept(
    desk: Client, published: AnnualReport
) -> None:
    answer = desk.post(
        address(published, "step/reopen/"), REASONS | {"reason_en": "  "}
    )
    page = answer.content.decode()

    assert '<details class="bench-reopen" open>' in page
    assert re.search(r'<input[^>]*name="reason_ja"[^>]*value="誤りの訂正"', page)
    assert re.search(r'id="id_reason_en_error"><li>This field is required.<', page)
    published.refresh_from_db()
    assert published.state == ReportState.PUBLISHED


def test_reason_is_not_longer_than_its_line(
    desk: Client, published: AnnualReport
) -> None:
    long = "a" * 301

    answer = desk.post(
        address(published, "step/reopen/"), REASONS | {"reason_en": long}
    )

    assert "at most 300 characters" in answer.content.decode()
    assert long in answer.content.decode()
    published.refresh_from_db()
    assert published.state == ReportState.PUBLISHED


def test_versions_show_who_did_what_and_when(
    desk: Client, secretariat: User, published: AnnualReport
) -> None:
    desk.post(address(published, "step/reopen/"), REASONS)
    published.versions.update(reopened_at="2022-03-31T23:30:00Z")

    page = words(desk, address(published))

    assert f"1 April 2022, 08:30 {secretariat} A slip" in page
    assert "Readers see version 1 until the next one is published." in page


@pytest.mark.parametrize("place", ["step/review/", "render/ja/", "pages/cafe/ja/"])
def test_address_of_a_button_leads_to_the_desk_and_does_nothing(
    desk: Client, draft: AnnualReport, place: str
) -> None:
    answer = desk.get(address(draft, place))

    draft.refresh_from_db()
    assert answer["Location"] == address(draft)
    assert draft.state == ReportState.DRAFT
    assert not RenderJob.objects.exists()


def test_unknown_step_is_not_found(desk: Client, draft: AnnualReport) -> None:
    missing = desk.post(address(draft, "step/nothing/"))

    draft.refresh_from_db()
    assert missing.status_code == 404
    assert draft.state == ReportState.DRAFT
