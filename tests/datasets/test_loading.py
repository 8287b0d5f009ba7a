import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import translation
from simple_history.utils import get_history_manager_for_model

from iclei_portal.datasets.loading import load
from iclei_portal.importing.plan import Refusal
from members.models import Headship, Municipality, Person

Rows = list[dict[str, str]]
Write = Callable[[str, Rows], Path]

YOKOHAMA = {
    "slug": "yokohama",
    "code": "141003",
    "kind": "city",
    "country": "JP",
    "name_ja": "横浜市",
    "name_kana": "よこはまし",
    "name_en": "City of Yokohama",
    "source": "",
}
KYOTO = {
    **YOKOHAMA,
    "slug": "kyoto",
    "code": "261009",
    "name_ja": "京都市",
    "name_kana": "きょうとし",
    "name_en": "City of Kyoto",
}
MAYOR = {
    "slug": "yamanaka-takeharu",
    "family_name_ja": "山中",
    "given_name_ja": "竹春",
    "family_name_first": "yes",
    "confirmed": "yes",
}
TERM = {
    "municipality": "yokohama",
    "person": "yamanaka-takeharu",
    "start": "2021-08-30",
    "until": "",
    "start_known": "yes",
    "attested_on": "",
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writer(name: str, rows: Rows) -> Path:
        path = tmp_path / f"{name}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.DictWriter(file, list(rows[0]))
            table.writeheader()
            table.writerows(rows)
        return tmp_path

    return writer


def refused(folder: Path) -> list[Refusal]:
    with translation.override("en"):
        return load(folder, apply=True).refusals


def test_plan_alone_leaves_the_records(write: Write) -> None:
    plan = load(write("municipalities", [YOKOHAMA]))

    assert (plan.new, plan.applied) == (1, False)
    assert not Municipality.objects.exists()


def test_applied_once_it_changes_nothing_again(write: Write) -> None:
    folder = write("municipalities", [YOKOHAMA, KYOTO])
    load(folder, apply=True)

    again = load(folder, apply=True)

    assert (again.new, again.changed, again.sheets[0].same) == (0, 0, 2)
    assert get_history_manager_for_model(Municipality).filter(slug="kyoto").count() == 1


def test_changed_cell_is_shown_before_and_after(write: Write) -> None:
    load(write("municipalities", [YOKOHAMA]), apply=True)

    plan = load(write("municipalities", [{**YOKOHAMA, "name_en": "Yokohama"}]))

    (change,) = plan.sheets[0].changes
    assert (change.row, change.column) == (2, "name_en")
    assert (change.before, change.after) == ("City of Yokohama", "Yokohama")


def test_column_that_is_left_out_keeps_its_value(write: Write) -> None:
    load(write("municipalities", [{**YOKOHAMA, "profile_ja": "港のまち"}]), apply=True)

    load(write("municipalities", [{**YOKOHAMA, "name_en": "Yokohama"}]), apply=True)

    yokohama = Municipality.objects.get()
    assert (yokohama.profile, yokohama.slug) == ("港のまち", "yokohama")


def test_one_bad_cell_refuses_the_whole_load(write: Write) -> None:
    folder = write("municipalities", [KYOTO, {**YOKOHAMA, "code": "141004"}])

    (refusal,) = refused(folder)

    assert (refusal.file, refusal.row, refusal.column) == (
        "municipalities.csv",
        3,
        "code",
    )
    assert "after 14100 comes 3" in refusal.reason
    assert not Municipality.objects.exists()


@pytest.mark.parametrize(
    ("column", "value", "place", "reason"),
    [
        ("start", "2021-13-01", "start", "Enter a valid date."),
        ("start", "04/05/2021", "start", "Enter a valid date."),
        ("start", "", "start", "The first day is missing."),
        ("until", "2021-08-30", "start, until", "The period ends before it starts."),
        ("start_known", "maybe", "start_known", "“maybe” is neither yes nor no."),
        (
            "person",
            "nobody",
            "person",
            "There is no person with the key “nobody”.",
        ),
    ],
)
def test_refusal_names_row_column_and_reason(
    write: Write, column: str, value: str, place: str, reason: str
) -> None:
    write("municipalities", [YOKOHAMA])
    write("people", [MAYOR])
    folder = write("headships", [{**TERM, column: value}])

    (refusal,) = refused(folder)

    assert refusal.file == "headships.csv"
    assert refusal.row == 2
    assert refusal.reason == reason
    assert refusal.column in {place, column}


def test_overlap_with_another_head_is_refused(write: Write) -> None:
    write("municipalities", [YOKOHAMA])
    write("people", [MAYOR, {**MAYOR, "slug": "another"}])
    second = {**TERM, "person": "another", "start": "2022-01-01"}
    folder = write("headships", [TERM, second])

    (refusal,) = refused(folder)

    assert (refusal.row, refusal.reason) == (
        3,
        "Valid: the municipality has another head in this period.",
    )
    assert Headship.objects.count() == Person.objects.count() == 0


def test_missing_and_unknown_columns_are_named(write: Write) -> None:
    rows = [{key: YOKOHAMA[key] for key in YOKOHAMA if key != "slug"} | {"nmae": ""}]

    found = {(one.column, one.reason) for one in refused(write("municipalities", rows))}

    assert found == {
        ("slug", "The column is missing."),
        ("nmae", "The column is not expected here."),
    }


def test_same_key_twice_is_refused(write: Write) -> None:
    (refusal,) = refused(write("municipalities", [YOKOHAMA, YOKOHAMA]))

    assert (refusal.row, refusal.reason) == (3, "Row 2 has the same key already.")


def test_unknown_figure_in_a_text_is_refused(write: Write) -> None:
    folder = write(
        "history",
        [
            {
                "slug": "x",
                "happened_on": "1990-09-01",
                "precision": "month",
                "text_ja": "{founders}の自治体",
                "text_en": "",
            }
        ],
    )

    (refusal,) = refused(folder)

    assert (refusal.column, refusal.reason) == (
        "text_ja",
        "There is no dated figure with the key founders.",
    )


def test_file_of_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mayors.csv").write_text("slug\n", encoding="utf-8")

    (refusal,) = refused(tmp_path)

    assert (refusal.file, refusal.reason) == (
        "mayors.csv",
        "No file of a data set has this name.",
    )


def test_file_that_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "municipalities.csv").write_bytes(
        "slug,name_ja\nx,横浜".encode("cp932")
    )

    (refusal,) = refused(tmp_path)

    assert refusal.reason == "The file is not in UTF-8: save it as “CSV UTF-8”."


def test_folder_with_the_name_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "events.csv").mkdir()

    (refusal,) = refused(tmp_path)

    assert (refusal.file, refusal.reason) == (
        "events.csv",
        "The file cannot be read.",
    )


def test_folder_without_files_is_refused(tmp_path: Path) -> None:
    (refusal,) = refused(tmp_path)

    assert refusal.reason == "The folder holds no data set."


def test_open_quotation_mark_is_found_in_its_row(tmp_path: Path, write: Write) -> None:
    write("municipalities", [YOKOHAMA])
    with (tmp_path / "municipalities.csv").open("a", encoding="utf-8") as file:
        file.write('kyoto,"261009\n')

    (refusal,) = refused(tmp_path)

    assert (refusal.row, refusal.reason) == (
        3,
        "The row is not CSV: a quotation mark is not closed, or a cell is too long.",
    )


def test_character_that_cannot_be_stored_is_found(write: Write) -> None:
    (refusal,) = refused(
        write("municipalities", [{**YOKOHAMA, "name_en": "Yoko\0hama"}])
    )

    assert (refusal.row, refusal.column) == (2, "name_en")
    assert refusal.reason == "The cell holds a character that cannot be stored."


def test_records_referred_to_are_shown_before_and_after(write: Write) -> None:
    write("municipalities", [YOKOHAMA, KYOTO])
    article = {
        "slug": "news",
        "kind": "notice",
        "published_on": "2021-04-01",
        "title_ja": "お知らせ",
        "body_ja": "本文",
        "municipalities": "yokohama",
    }
    load(write("articles", [article]), apply=True)

    plan = load(write("articles", [{**article, "municipalities": "yokohama|kyoto"}]))

    (change,) = plan.sheets[-1].changes
    assert (change.before, change.after) == ("yokohama", "kyoto|yokohama")


def test_bare_column_holds_japanese_whoever_loads(write: Write) -> None:
    with translation.override("en"):
        load(write("municipalities", [YOKOHAMA]), apply=True)

    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM members_municipality")
        assert cursor.fetchone() == ("横浜市",)


def test_katakana_and_full_width_are_kept_in_one_form(write: Write) -> None:
    typed = {**YOKOHAMA, "code": "１４１００３", "name_kana": "ヨコハマシ"}
    load(write("municipalities", [typed]), apply=True)

    yokohama = Municipality.objects.get()
    assert (yokohama.code, yokohama.name_kana) == ("141003", "よこはまし")


def test_row_with_too_few_cells_is_refused(tmp_path: Path, write: Write) -> None:
    write("municipalities", [YOKOHAMA])
    with (tmp_path / "municipalities.csv").open("a", encoding="utf-8") as file:
        file.write("kyoto,261009\n")

    (refusal,) = refused(tmp_path)

    assert (refusal.row, refusal.reason) == (
        3,
        "The row has 2 cells, the header 8.",
    )


def test_command_prints_the_refusal_in_the_language_asked_for(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write("municipalities", [{**YOKOHAMA, "code": "141004"}])

    with pytest.raises(CommandError, match="何も読み込んでいません"):
        call_command("load_dataset", folder, apply=True, language="ja")

    assert "municipalities.csv 2行目 code列" in capsys.readouterr().err


def test_command_refuses_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("load_dataset", tmp_path / "nowhere")
