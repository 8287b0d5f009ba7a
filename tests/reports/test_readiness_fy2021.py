"""The report on FY2021 is ready: its open facts are the known ones."""

import pytest
from django.core.management import call_command

from reports.choices import FindingKind
from reports.models import AnnualReport
from reports.readiness.checks import readiness

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fy2021")]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_command_succeeds_for_the_real_report(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("report_readiness", "2021", language=language)

    out = capsys.readouterr().out
    assert "members.person:" in out
    assert "events.eventrole:" in out


def test_real_report_is_translated_and_in_order() -> None:
    counts = {
        each.kind: each.count
        for each in readiness(AnnualReport.objects.get(fiscal_year=2021)).kinds
    }

    assert counts[FindingKind.UNTRANSLATED] == 0
    assert counts[FindingKind.OUT_OF_ORDER] == 0
    assert counts[FindingKind.UNCONFIRMED] > 40
