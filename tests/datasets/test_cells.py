"""A bad cell of any kind is refused at its column."""

import csv
from pathlib import Path

import pytest
from django.utils import translation

from iclei_portal.datasets.loading import load

pytestmark = pytest.mark.django_db

HEADSHIP = {
    "municipality": "yokohama",
    "person": "yamanaka",
    "start": "2021-08-30",
    "until": "",
    "attested_on": "",
}
MUNICIPALITY = {
    "slug": "yokohama",
    "kind": "city",
    "code": "141003",
    "name_ja": "横浜市",
    "name_kana": "よこはまし",
}
PERSON = {"slug": "yamanaka", "family_name_ja": "山中"}


def write(folder: Path, name: str, row: dict[str, str]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(row))
        table.writeheader()
        table.writerow(row)


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("attested_on", "2022-02-30", "Enter a valid date."),
        ("municipality", "", "The key is missing."),
        ("until", "soon", "Enter a valid date."),
    ],
)
def test_bad_cell_is_refused_at_its_column(
    tmp_path: Path, column: str, value: str, reason: str
) -> None:
    write(tmp_path, "municipalities", MUNICIPALITY)
    write(tmp_path, "people", PERSON)
    write(tmp_path, "headships", {**HEADSHIP, column: value})

    with translation.override("en"):
        (refusal,) = load(tmp_path, apply=True).refusals

    assert (refusal.file, refusal.row) == ("headships.csv", 2)
    assert (refusal.column, refusal.reason) == (column, reason)
