from collections import Counter

import pytest

from members.choices import Prefecture, Region


def test_every_prefecture_lies_in_one_of_the_eight_regions() -> None:
    found = Counter(Region.of(prefecture.value) for prefecture in Prefecture)

    assert [found[region] for region in Region] == [1, 6, 7, 9, 7, 5, 4, 8]


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("011002", Region.HOKKAIDO),
        ("151009", Region.CHUBU),
        ("240001", Region.KINKI),
        ("350001", Region.CHUGOKU),
        ("472018", Region.KYUSHU),
        ("", None),
    ],
)
def test_region_follows_from_the_code(code: str, region: Region | None) -> None:
    assert Region.of(code) == region


def test_region_knows_its_prefectures() -> None:
    assert Region.SHIKOKU.prefectures == [
        Prefecture.TOKUSHIMA,
        Prefecture.KAGAWA,
        Prefecture.EHIME,
        Prefecture.KOCHI,
    ]
