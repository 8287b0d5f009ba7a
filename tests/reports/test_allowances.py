"""A report is frozen only while no more is open than its allowances."""

from datetime import date
from pathlib import Path

import pytest
from django.utils import translation
from pytest_django import Settings

from events.choices import Listing
from members.models import User
from reports.actions import NotNowError, freeze_report
from reports.choices import FindingKind, JobState, ReportState, Section
from reports.models import Allowance, AnnualReport
from reports.readiness.checks import readiness
from reports.rendering.work import carry_out
from tests.factories import (
    EventFactory,
    HeadshipFactory,
    MembershipFactory,
    RenderJobFactory,
    SectionTextFactory,
    allow_findings,
)
from tests.factories.pictures import keep_photo
from tests.reports.conftest import read_pdf, squeezed

pytestmark = pytest.mark.django_db

MISSING, UNTRANSLATED = FindingKind.MISSING, FindingKind.UNTRANSLATED
UNCONFIRMED, OUT_OF_ORDER = FindingKind.UNCONFIRMED, FindingKind.OUT_OF_ORDER
PARITY = FindingKind.PARITY


def test_findings_stand_in_the_order_of_the_chapters(report: AnnualReport) -> None:
    report.as_of = date(2022, 4, 1)

    chapters = [each.chapter for each in readiness(report).findings]

    assert chapters == sorted(chapters, key=list(dict.fromkeys(chapters)).index)
    assert (chapters[0], chapters[-1]) == ("", "contact")


# No text, and no conference in any month.
ALL_MISSING = len(Section) + 12


@pytest.mark.parametrize(
    ("missing", "untranslated", "excess"),
    [
        (ALL_MISSING, 1, ""),
        (ALL_MISSING + 9, 0, "not translated 1 (at most 0)"),
        (
            5,
            None,
            f"missing {ALL_MISSING} (at most 5), not translated 1 (at most 0)",
        ),
    ],
)
def test_more_than_is_allowed_is_said_in_a_sentence(
    report: AnnualReport, missing: int, untranslated: int | None, excess: str
) -> None:
    EventFactory(title_en=None, listing=Listing.GOVERNANCE)
    Allowance.objects.create(report=report, kind=MISSING, most=missing)
    if untranslated is not None:
        Allowance.objects.create(report=report, kind=UNTRANSLATED, most=untranslated)

    found = readiness(report)

    said = f"More is open than the report allows: {excess}." if excess else ""
    assert found.within_allowances is not bool(excess)
    with translation.override("en"):
        assert found.excess == said


def test_freeze_is_refused_while_more_is_open_than_allowed(
    report: AnnualReport, secretariat: User
) -> None:
    report.state = ReportState.REVIEW
    report.save()
    allow_findings(report, ALL_MISSING - 1)

    with translation.override("en"), pytest.raises(NotNowError) as refused:
        freeze_report(report=report, by=secretariat)

    assert str(refused.value) == (
        "More is open than the report allows: "
        f"missing {ALL_MISSING} (at most {ALL_MISSING - 1})."
    )
    report.refresh_from_db()
    assert (report.state, report.versions.count()) == (ReportState.REVIEW, 0)
    allow_findings(report, ALL_MISSING)
    assert freeze_report(report=report, by=secretariat).number == 1


@pytest.mark.usefixtures("report_root")
def test_report_with_every_kind_of_bad_input_is_made_and_names_it(
    report: AnnualReport, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    photo = keep_photo()
    (settings.MEDIA_ROOT / "pictures" / photo.print_name).write_text("no photo")
    town = MembershipFactory().municipality
    other = MembershipFactory().municipality
    HeadshipFactory(municipality=other, person__portrait=photo)
    EventFactory(title_ja="四十行の題\n" * 40, title_en=None)
    SectionTextFactory(
        report=report,
        section=Section.CAFE,
        text_ja="<script>alert(1)</script> 𓀀 {nothing}",
        text_en=None,
    )
    job = RenderJobFactory(report=report, language="en")

    carry_out(job.pk)
    job.refresh_from_db()
    with translation.override("en"):
        named = " ".join(each.sentence for each in readiness(report).findings)

    assert job.state == JobState.READY
    assert squeezed(town.name_en) in read_pdf(job.path, "en").text
    for fault in (
        "<script>",
        "is no picture",
        "several lines",
        "no event in May 2021",
        "Who heads the municipality",
        "The English text is missing",
        "𓀀 (U+13000)",
        "{nothing}",
    ):
        assert fault in named
