"""Two texts are compared: numbers, days, names, words, lists and links."""

import pytest
from django.utils import translation

from reports.readiness.comparison import Aspect, disparities
from reports.readiness.names import Name, Names
from reports.readiness.readings import gives

NAMES = Names(
    [
        Name(("京都市",), ("City of Kyoto", "Kyoto"), ("京都",)),
        Name(("東京都",), ("Tokyo",), ("東京",)),
        Name(("横浜市",), ("Yokohama",), ("横浜",)),
        Name(("マルメ市",), ("Malmö",), ("マルメ",)),
        Name(("門川市長", "門川 大作"), ("Kadokawa", "Kadokawa Daisaku"), ("門川",)),
        Name(("生物多様性条約",), ("Convention on Biological Diversity", "CBD")),
        Name((), (), ("イクレイ",), ("ICLEI",), own=True),
        Name((), (), ("イクレイ日本",), ("ICLEI Japan",), own=True),
    ]
)


def differing(ja: str, en: str, names: Names = NAMES) -> list[tuple[object, ...]]:
    with translation.override("en"):
        return [
            (one.aspect, one.only_ja, one.only_en)
            for one in disparities({"ja": ja, "en": en}, names)
        ]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("2021年4月12日から15日まで", "from 12 to 15 April 2021"),
        ("2021年4月12日–15日", "12–15 April 2021"),
        ("10月31日から11月13日まで", "31 October to 13 November"),
        ("4月12日と25日", "April 12 and on 25 April"),
        ("６月から８月", "June to August"),
        ("令和3年度", "FY2021"),
        ("平成31年／令和元年", "Heisei 31 / Reiwa 1"),
        ("2021年度", "FY2021 (April 2021 to March 2022)"),
        ("5月にあり得る", "It may be in May"),
        ("2021年4月12日（月）", "Mon, 12 April 2021"),
        ("土曜日", "a Saturday"),
        ("2021/4/12", "2021-04-12"),
        ("2021–2022年", "2021–22"),
        ("午後4時30分", "4.30 p.m."),
        ("16時半", "16:30"),
        ("25億人", "2.5 billion people"),
        ("1,500万", "15 million"),
        ("1億2,000万円", "120 million yen"),
        ("22百万円", "22 million yen"),
        ("約１，１０７の", "about 1,107"),
        ("2.0", "2"),
        ("3分の2", "two thirds"),
        ("半数", "half of them"),
        ("第26回", "the twenty-sixth"),
        ("第10回", "10th"),
        ("第一部", "Part One"),
        ("三つの機関と両市", "three bodies and both cities"),
        ("250人", "two hundred and fifty people"),
        ("1か月に3回", "three times a month"),
        ("500㎡のCO₂", "500 m² of CO2"),
        ("二十六都市、三百人", "26 cities and 300 people"),
        ("二〇二一年の十五日", "2021"),
        ("三分の二", "two thirds"),
        ("15日に", "on 15"),
    ],
)
def test_numbers_and_days_are_the_same_however_they_are_written(
    ja: str, en: str
) -> None:
    assert differing(ja, en) == []


@pytest.mark.parametrize(
    ("ja", "en", "only_ja", "only_en"),
    [
        ("189の自治体", "198 municipalities", ("189",), ("198",)),
        ("189の自治体", "some municipalities", ("189",), ()),
        ("4月12日", "13 April", ("12 April",), ("13 April",)),
        ("4月12日", "12 May", ("12 April",), ("12 May",)),
        ("3月", "in May", ("March",), ("May",)),
        ("25億人", "25 billion", ("2,500,000,000",), ("25,000,000,000",)),
        ("令和3年度", "FY2022", ("2021",), ("2022",)),
        ("（火）4月13日（火）", "Mon, 13 April", ("Tuesday",), ("Monday",)),
        ("16時半", "16:00", ("16:30",), ("16:00",)),
        ("三つの柱", "four pillars", ("3",), ("4",)),
        ("3分の2", "one third", ("2/3",), ("1/3",)),
        ("2021年と2022年", "2021 and 2021", ("2022",), ("2021",)),
        ("2021年、2021年、2022年", "2021, 2022, 2022", ("2021",), ("2022",)),
        ("13月40日", "40 April", ("40 13月",), ("40 April",)),
    ],
)
def test_number_that_differs_is_named_in_both_languages(
    ja: str, en: str, only_ja: tuple[str, ...], only_en: tuple[str, ...]
) -> None:
    assert differing(ja, en) == [(Aspect.NUMBERS, only_ja, only_en)]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("京都市の門川市長", "Mayor Kadokawa of Kyoto"),
        ("東京都", "Tokyo"),
        ("京都学術フォーラム", "Kyoto Forum"),
        ("マルメ市", "Malmo"),
        ("マルメプラン", "the Malmö Plan"),
        ("横浜市。横浜市。", "Yokohama and the city"),
        ("生物多様性条約（CBD）", "the convention on biological diversity (CBD)"),
        ("会員を支援した", "ICLEI Japan supported members"),
        ("SDGsとAリスト", "An SDG and the A List"),
        ("Race to Zeroに参加", "joined race to zero"),
    ],
)
def test_names_are_the_same_in_all_their_forms(ja: str, en: str) -> None:
    assert differing(ja, en) == []


@pytest.mark.parametrize(
    ("ja", "en", "only_ja", "only_en"),
    [
        ("京都市", "Yokohama", ("京都市",), ("Yokohama",)),
        ("東京都", "Kyoto", ("東京都",), ("City of Kyoto",)),
        ("門川市長", "the mayor", ("門川市長",), ()),
        ("カーボン", "Kadokawa", (), ("Kadokawa",)),
        ("イクレイ日本は", "ICLEI did", ("イクレイ日本",), ("ICLEI",)),
        (
            "京都市、京都市、横浜市",
            "Kyoto, Yokohama, Yokohama",
            ("京都市",),
            ("Yokohama",),
        ),
    ],
)
def test_name_in_place_of_another_is_found(
    ja: str, en: str, only_ja: tuple[str, ...], only_en: tuple[str, ...]
) -> None:
    assert differing(ja, en) == [(Aspect.NAMES, only_ja, only_en)]


@pytest.mark.parametrize(
    ("ja", "en", "aspect", "only_ja", "only_en"),
    [
        ("COP26", "COP 26 of UNFCCC", Aspect.WORDS, (), ("UNFCCC",)),
        ("IPCC報告書", "the report", Aspect.WORDS, ("IPCC",), ()),
        ("- 一\n- 二\n- 三", "- one\n- two", Aspect.ITEMS, ("3",), ("2",)),
        (
            "[頁](https://iclei.org/ja/a/)",
            "[page](https://iclei.org/en/b/)",
            Aspect.LINKS,
            ("https://iclei.org/a",),
            ("https://iclei.org/b",),
        ),
    ],
)
def test_words_lists_and_links_are_compared(
    ja: str,
    en: str,
    aspect: Aspect,
    only_ja: tuple[str, ...],
    only_en: tuple[str, ...],
) -> None:
    assert differing(ja, en) == [(aspect, only_ja, only_en)]


def test_links_may_lead_to_each_language() -> None:
    assert differing("[頁](https://a.jp/ja/7/)", "[page](https://a.jp/en/7/)") == []


@pytest.mark.parametrize(
    "text",
    [
        "1" * 5_000,
        "1 to " * 4_000,
        "hundred " * 2_500,
        "a" * 20_000,
        "0分の1",
        "９" * 9,
    ],
    ids=["digits", "days", "words", "letters", "nothing", "full width"],
)
def test_hostile_text_is_compared(text: str) -> None:
    assert differing(text, text) == []


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("おおの", "Ono"),
        ("おおの", "Ohno"),
        ("きょうと", "Kyoto"),
        ("しゅんいち", "Shun’ichi"),
        ("ほんま", "Homma"),
        ("はっちょう", "Hatcho"),
        ("キタキュウシュウ", "KITAKYUSHU"),
        ("しじょう", "Shijō"),
    ],
)
def test_reading_gives_the_name_in_latin_letters(kana: str, latin: str) -> None:
    assert gives(kana, latin) is (latin != "Shijō")
    assert not gives(kana, "Kadokawa")


def test_names_that_share_a_form_are_one() -> None:
    names = Names(
        [
            Name(("河野",), ("Kono",)),
            Name(("川野",), ("Kawano",)),
            Name(("河野", "川野"), ("Kouno",)),
            Name(("門川",), ("Kadokawa",)),
        ]
    )

    assert differing("河野", "Kawano", names) == []
    assert differing("門川", "Kawano", names) == [(Aspect.NAMES, ("門川",), ("Kono",))]
