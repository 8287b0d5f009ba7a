"""A report is frozen, published, opened again, and its errata told."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from events.models import EventParticipant
from iclei_portal.bilingual.texts import text_of
from members.models import Headship, Person, User
from reports.actions import (
    NotNowError,
    freeze_report,
    keep_as_published,
    publish_report,
    reopen_report,
    return_to_draft,
    send_to_review,
)
from reports.choices import ReportState, Section
from reports.contents.edition import Corrections
from reports.contents.snapshots import current_editions, editions_of, take_snapshot
from reports.models import AnnualReport, Snapshot, Version
from reports.rendering.documents import frozen_document
from reports.rendering.process import RenderError
from tests.factories import (
    AnnualReportFactory,
    DatedFigureFactory,
    EventFactory,
    EventParticipantFactory,
    EventRoleFactory,
    HeadshipFactory,
    MembershipFactory,
    MunicipalityFactory,
    ParticipationFactory,
    SectionTextFactory,
    allow_findings,
)

pytestmark = pytest.mark.django_db

REASON = {"reason_ja": "氏名の誤りを正すため", "reason_en": "To correct a name"}


@pytest.fixture
def published() -> AnnualReport:
    """Return a report with a few facts, published."""
    report: AnnualReport = AnnualReportFactory(fiscal_year=2021)
    town = MunicipalityFactory(name_ja="京都市", name_en="Kyoto", slug="kyoto")
    MembershipFactory(municipality=town)
    HeadshipFactory(municipality=town)
    event = EventFactory(title_ja="世界大会", title_en="World Congress")
    EventParticipantFactory(event=event, municipality=town)
    EventRoleFactory(event=event)
    ParticipationFactory(municipality=town)
    DatedFigureFactory(key="reports", value=189, as_of=date(2021, 12, 31))
    SectionTextFactory(
        report=report,
        section=Section.CAFE,
        text_ja="開会した。{reports}団体を支援した。" * 4,
        text_en="It opened. ICLEI Japan supported {reports} municipalities. " * 4,
    )
    keep_as_published(report=report)
    return report


def reopened(report: AnnualReport, by: User) -> AnnualReport:
    reopen_report(report=report, by=by, **REASON)
    report.refresh_from_db()
    return report


def corrections(report: AnnualReport, language: str) -> list[tuple[str, ...]]:
    """Return the lines of the errata: place, before, after."""
    found = current_editions(report)[language].corrections
    assert found is not None
    return [
        (
            change.label.content,
            change.before.content if change.before else "",
            change.after.content if change.after else "",
        )
        for change in found.changes
    ]


def test_report_goes_its_way_step_by_step(secretariat: User) -> None:
    report = AnnualReportFactory(state=ReportState.DRAFT)
    states = []
    for step in (send_to_review, return_to_draft, send_to_review):
        step(report=report, by=secretariat)
        report.refresh_from_db()
        states.append(report.state)

    assert states == ["review", "draft", "review"]


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (ReportState.DRAFT, freeze_report),
        (ReportState.DRAFT, publish_report),
        (ReportState.REVIEW, publish_report),
        (ReportState.FROZEN, send_to_review),
        (ReportState.PUBLISHED, freeze_report),
    ],
)
def test_step_out_of_turn_is_refused_with_the_state(
    secretariat: User, state: ReportState, step: type
) -> None:
    report = AnnualReportFactory(state=state)

    with pytest.raises(NotNowError, match=str(state.label)):
        step(report=report, by=secretariat)

    report.refresh_from_db()
    assert report.state == state
    assert not report.versions.exists()


def test_freeze_keeps_values_documents_and_who(secretariat: User) -> None:
    report = AnnualReportFactory(fiscal_year=2021, state=ReportState.REVIEW)
    SectionTextFactory(report=report, section=Section.CAFE, text_ja="開いた。")
    allow_findings(report)

    version = freeze_report(report=report, by=secretariat)

    report.refresh_from_db()
    assert report.frozen_version == version
    assert version.frozen_by == secretariat
    assert set(version.documents) == {"ja", "en", "ja-en"}
    assert "開いた。" in version.documents["ja"]
    assert set(version.fingerprints) == {
        "templates",
        "styles",
        "typefaces",
        "libraries",
    }


def test_edit_after_the_freeze_changes_nothing(published: AnnualReport) -> None:
    (version,) = published.versions.all()
    before = frozen_document(version, "ja")
    published.texts.update(text_ja="書き換えた。")

    version.refresh_from_db()
    assert frozen_document(version, "ja") == before
    assert "書き換えた。" not in before.html


def test_version_laid_out_with_another_style_is_refused(
    published: AnnualReport,
) -> None:
    (version,) = published.versions.all()
    version.fingerprints["styles"] = "another"

    with pytest.raises(RenderError, match="changed"):
        frozen_document(version, "ja")


def test_snapshot_is_never_changed(published: AnnualReport) -> None:
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Snapshot.objects.filter(report=published).update(digest="x")


def test_same_values_are_one_snapshot(published: AnnualReport) -> None:
    first, second = take_snapshot(published), take_snapshot(published)

    assert first == second


def test_snapshot_reads_back_to_the_same_values(published: AnnualReport) -> None:
    snapshot = Snapshot.objects.get(pk=take_snapshot(published).pk)

    assert editions_of(snapshot) == current_editions(published)


@pytest.mark.parametrize("missing", ["reason_ja", "reason_en"])
def test_opening_again_needs_a_reason_in_both_languages(
    published: AnnualReport, secretariat: User, missing: str
) -> None:
    with pytest.raises(NotNowError):
        reopen_report(report=published, by=secretariat, **{**REASON, missing: " "})

    published.refresh_from_db()
    assert (published.version, published.state) == (1, ReportState.PUBLISHED)


def test_opening_again_raises_the_version_and_keeps_the_reason(
    published: AnnualReport, secretariat: User
) -> None:
    report = reopened(published, secretariat)

    (version,) = report.versions.all()
    assert (report.version, report.state) == (2, ReportState.DRAFT)
    assert report.frozen_version is None
    assert version.reopened_by == secretariat
    assert text_of(version, "reason", "en").content == "To correct a name"


def test_readers_see_the_old_version_until_the_new_one_is_published(
    published: AnnualReport, secretariat: User
) -> None:
    report = reopened(published, secretariat)
    seen = [Version.objects.newest_published().get().number]
    AnnualReport.objects.update(state=ReportState.PUBLISHED)
    report.refresh_from_db()
    Version.objects.create(
        report=report,
        number=2,
        snapshot=take_snapshot(report),
        documents={},
        fingerprints={},
        published_at=report.versions.get().published_at,
    )
    seen.append(Version.objects.newest_published().get().number)

    assert seen == [1, 2]


def test_errata_have_the_edited_name_as_the_only_line(
    published: AnnualReport, secretariat: User
) -> None:
    report = reopened(published, secretariat)
    person = Headship.objects.get().person
    names = {code: person.name_in(code) for code in ("ja", "en")}
    Person.objects.filter(pk=person.pk).update(
        given_name_ja="一郎", given_name_en="Ichiro"
    )
    person.refresh_from_db()

    for code in ("ja", "en"):
        ((label, before, after),) = corrections(report, code)
        assert (before, after) == (names[code], person.name_in(code))
        assert label == {"ja": "京都市", "en": "Kyoto"}[code]


def test_errata_of_one_language_stand_in_both_marked(
    published: AnnualReport, secretariat: User
) -> None:
    report = reopened(published, secretariat)
    published.texts.update(text_en="It closed.")

    english = current_editions(report)["en"].corrections
    japanese = current_editions(report)["ja"].corrections

    assert isinstance(english, Corrections)
    assert isinstance(japanese, Corrections)
    (line,), (told) = english.changes, japanese.changes
    assert [one.after.language for one in told if one.after] == ["en"]
    assert line.after is not None
    assert line.after.content == "It closed."


def test_errata_name_a_new_event_once(
    published: AnnualReport, secretariat: User
) -> None:
    report = reopened(published, secretariat)
    event = EventFactory(title_ja="新会議", title_en="New meeting")
    EventRoleFactory(event=event)

    ((_label, before, after),) = corrections(report, "en")

    assert (before, after) == ("", "New meeting")


def test_errata_name_who_no_longer_takes_part(
    published: AnnualReport, secretariat: User
) -> None:
    report = reopened(published, secretariat)
    EventParticipant.objects.all().delete()

    assert corrections(report, "en") == [("World Congress", "Kyoto", "")]


def test_errata_tell_of_a_figure_and_not_of_the_sentences_around(
    published: AnnualReport, secretariat: User
) -> None:
    report = reopened(published, secretariat)
    DatedFigureFactory(key="reports", value=190, as_of=date(2022, 1, 31))

    ((_label, before, after),) = corrections(report, "en")

    assert (before, after) == ("189", "190")


def test_errata_of_a_long_text_hold_the_changed_sentence(
    published: AnnualReport, secretariat: User
) -> None:
    report = reopened(published, secretariat)
    content = text_of(published.texts.get(), "text", "en").content
    published.texts.update(text_en=content.replace("It opened.", "It opened late.", 1))

    ((_label, before, after),) = corrections(report, "en")

    assert (before, after) == ("It opened.", "It opened late.")


def test_first_version_corrects_nothing(published: AnnualReport) -> None:
    assert current_editions(published)["ja"].corrections is None
