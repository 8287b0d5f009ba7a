"""Two people at the desk of the same report at the same moment."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

import pytest
from django.db import connections, transaction
from django.test import Client

from reports.actions import keep_as_published
from reports.choices import ReportState, Section
from reports.models import AnnualReport, SectionText
from tests.factories import SectionTextFactory
from tests.reports.desk import address, typed

pytestmark = pytest.mark.django_db(transaction=True)

# Long enough to save a text twice.
A_WHILE = 1.0
Meanwhile = Callable[..., "Future[bytes]"]


@pytest.fixture
def meanwhile() -> Iterator[Meanwhile]:
    """Send forms in a thread with connections of its own."""

    def sent(client: Client, *form: Any, **options: Any) -> bytes:
        try:
            return client.post(*form, **options).content
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=1) as pool:
        yield lambda *form, **options: pool.submit(sent, *form, **options)


def lock(report: AnnualReport) -> None:
    AnnualReport.objects.select_for_update().get(pk=report.pk)


def test_text_that_somebody_saves_at_this_moment_is_not_overwritten(
    desk: Client, draft: AnnualReport, meanwhile: Meanwhile
) -> None:
    SectionTextFactory(report=draft, section=Section.CAFE, text_ja="一", text_en="One")
    mine = typed(draft, desk, text_ja="私の文", text_en="Mine")

    with transaction.atomic():
        lock(draft)
        saved = meanwhile(desk, address(draft, "texts/cafe/"), mine)
        waiting = wait([saved], A_WHILE).not_done
        SectionText.objects.update(text_ja="他の人の文", text_en="Theirs")
    page = saved.result().decode()

    assert waiting == {saved}
    assert "Somebody changed this text meanwhile." in page
    assert "他の人の文 / Theirs" in page
    assert SectionText.objects.get().text_en == "Theirs"  # type: ignore[attr-defined]


def test_report_that_somebody_opens_at_this_moment_is_opened_once(
    desk: Client, report: AnnualReport, meanwhile: Meanwhile
) -> None:
    keep_as_published(report=report)
    reasons = {"reason_ja": "誤りの訂正", "reason_en": "A slip"}

    with transaction.atomic():
        lock(report)
        opened = meanwhile(desk, address(report, "step/reopen/"), reasons, follow=True)
        waiting = wait([opened], A_WHILE).not_done
        AnnualReport.objects.update(state=ReportState.DRAFT, version=2)
    page = opened.result().decode()

    report.refresh_from_db()
    assert waiting == {opened}
    assert "This is not possible now: the report is draft." in page
    assert report.version == 2
