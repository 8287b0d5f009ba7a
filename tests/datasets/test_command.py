"""What the command prints about a data set."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from members.models import Municipality
from tests.factories import MunicipalityFactory

pytestmark = pytest.mark.django_db

FILE = "slug,kind,code,name_ja,name_kana,name_en\nkyoto,city,261009,京都市,きょうとし,"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    MunicipalityFactory(
        slug="kyoto",
        code="261009",
        name_ja="京都市",
        name_kana="きょうとし",
        name_en="Kyoto",
    )
    (tmp_path / "municipalities.csv").write_text(f"{FILE}City of Kyoto\n")
    return tmp_path


def printed(folder: Path, **options: object) -> list[str]:
    said = StringIO()
    call_command("load_dataset", folder, stdout=said, **options)
    return said.getvalue().splitlines()


def test_plan_shows_each_change_and_changes_nothing(folder: Path) -> None:
    head, sheet, change, last = printed(folder)

    assert head.split() == ["new", "changed", "same", "refused"]
    assert sheet.split() == ["municipalities.csv", "0", "1", "0", "0"]
    assert change == "  row 2, name_en: “Kyoto” becomes “City of Kyoto”"
    assert last == "This is the plan; --apply carries it out."
    assert Municipality.objects.filter(name_en="Kyoto").exists()


def test_applied_plan_is_printed_without_the_hint(folder: Path) -> None:
    assert printed(folder, apply=True)[-1].endswith("becomes “City of Kyoto”")
    assert Municipality.objects.filter(name_en="City of Kyoto").exists()


def test_plan_is_printed_in_the_language_asked_for(folder: Path) -> None:
    assert "City of Kyoto" in printed(folder, language="ja")[2]
    assert "--apply" in printed(folder, language="ja")[3]
    assert printed(folder, language="ja")[3] != printed(folder)[3]
