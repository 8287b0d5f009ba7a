"""The list of the members, in its views."""

import re
from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from members.contents.listing import kana_row
from members.models import Headship, Membership, Municipality, Person
from tests.factories import (
    HeadshipFactory,
    MembershipFactory,
    MunicipalityFactory,
    ParticipationFactory,
    PersonFactory,
    SpecialMembershipFactory,
)
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db

FIRST_TERM = DateRange(date(2021, 4, 1), date(2022, 1, 1))
SECOND_TERM = DateRange(date(2022, 1, 1), None)


@pytest.mark.parametrize(
    ("reading", "row"),
    [
        ("あいち", "あ"),
        ("ぎふ", "か"),
        ("ぱ", "は"),
        ("わこう", "わ"),
        ("んじゃめな", "わ"),
        ("ぁ", "あ"),
    ],
)
def test_kana_row_is_that_of_the_first_sound(reading: str, row: str) -> None:
    assert kana_row(reading) == row


def test_list_groups_by_kana_in_japanese_and_by_letter_in_english(read: Read) -> None:
    for slug, kana in [("gifu", "ぎふし"), ("kobe", "こうべし"), ("nara", "ならし")]:
        MembershipFactory(
            municipality__slug=slug,
            municipality__name_kana=kana,
            municipality__name_ja=f"{slug}の市",
            municipality__name_en=f"City of {slug}",
        )

    japanese, english = read("/ja/members/"), read("/en/members/")

    assert japanese.index(" か gifuの市") < japanese.index("kobeの市")
    assert japanese.index("kobeの市") < japanese.index(" な naraの市")
    assert english.index(" G City of gifu") < english.index(" K City of kobe")


def test_list_names_the_head_of_the_day(read: Read) -> None:
    city = MembershipFactory(valid=DateRange(date(2021, 4, 1), None)).municipality
    for family, valid in [("Ito", FIRST_TERM), ("Sato", SECOND_TERM)]:
        person = PersonFactory(family_name_en=family, given_name_en="Ken")
        HeadshipFactory(municipality=city, person=person, valid=valid)

    assert "Mayor ITO Ken" in read("/en/members/?as_of=2021-12-31")
    assert "Mayor SATO Ken" in read("/en/members/?as_of=2022-01-01")


def test_list_says_on_which_day_a_fact_was_recorded(read: Read) -> None:
    MembershipFactory(start_known=False, attested_on=date(2022, 3, 31))

    assert "as recorded on 31 March 2022" in read("/en/members/?as_of=2022-04-01")
    assert "as recorded on" not in read("/en/members/?as_of=2022-03-31")


def test_list_before_all_records_says_from_when_they_are_held(read: Read) -> None:
    MembershipFactory()

    assert "Records are held from 1 April 2021." in read(
        "/en/members/?as_of=2021-03-31"
    )


def test_list_says_from_when_heads_are_recorded(read: Read) -> None:
    city = MembershipFactory().municipality
    HeadshipFactory(municipality=city, valid=SECOND_TERM, start_known=False)

    words = read("/en/members/?as_of=2021-06-01")

    assert "Heads of municipalities are recorded from 1 January 2022." in words
    assert "no record for this day" in words


def test_list_without_any_record_says_so(read: Read) -> None:
    assert "No records are held yet." in read("/en/members/")


def test_list_keeps_the_day_in_links_to_profiles(client: Client) -> None:
    MembershipFactory(municipality__slug="kyoto")

    page = client.get("/en/members/?as_of=2022-03-31").content.decode()

    assert 'href="/en/members/kyoto/?as_of=2022-03-31"' in page


def test_list_shows_special_members_below(read: Read) -> None:
    SpecialMembershipFactory(person__family_name_en="Kato", capacity_en="Adviser")

    assert "Special members KATO Hanako Adviser" in read("/en/members/")


@pytest.mark.parametrize("count", [2, 8])
def test_list_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    for membership in MembershipFactory.create_batch(count):
        HeadshipFactory(municipality=membership.municipality)
    SpecialMembershipFactory.create_batch(count)

    with django_assert_num_queries(3):
        assert "山田 花子".encode() in client.get("/ja/members/").content


def test_list_says_when_its_number_was_recorded(read: Read) -> None:
    MembershipFactory(attested_on=date(2022, 3, 31))
    MembershipFactory(attested_on=date(2024, 3, 31))

    words = read("/ja/members/?as_of=2025-01-01")

    assert "2自治体が会員です。 2022年3月31日時点の記録" in words


def test_list_marks_a_special_member_named_twice(read: Read) -> None:
    person = PersonFactory(family_name_ja="加藤", given_name_ja="三郎")
    for order, capacity in enumerate(["会長", "顧問"]):
        SpecialMembershipFactory(person=person, capacity_ja=capacity, order=order)

    assert "加藤 三郎 会長 加藤 三郎（再掲） 顧問" in read("/ja/members/")


def test_list_marks_only_rows_recorded_on_another_day(client: Client) -> None:
    MembershipFactory(attested_on=date(2022, 3, 31))
    late = MembershipFactory(attested_on=date(2023, 3, 31)).municipality
    HeadshipFactory(municipality=late, attested_on=date(2023, 3, 31))

    page = client.get("/en/members/?as_of=2025-01-01").content.decode()

    assert page.count("as recorded on 31 March 2022") == 1
    assert page.count("as recorded on 31 March 2023") == 1


def placed(slug: str, code: str, **values: object) -> None:
    """Make a member city with a code."""
    MembershipFactory(
        municipality__slug=slug,
        municipality__code=code,
        municipality__name_en=slug.title(),
        municipality__name_ja=f"{slug}市",
        **values,
    )


@pytest.fixture
def four_cities() -> None:
    placed("naha", "472018")
    placed("kobe", "281000")
    placed("kyoto", "261009")
    placed("sapporo", "011002")


@pytest.mark.usefixtures("four_cities")
@pytest.mark.parametrize(
    ("language", "regions"),
    [
        ("ja", ["北海道", "近畿", "九州・沖縄"]),
        ("en", ["Hokkaido", "Kinki", "Kyushu and Okinawa"]),
    ],
)
def test_regions_stand_from_north_to_south_and_codes_within(
    client: Client, language: str, regions: list[str]
) -> None:
    page = client.get(f"/{language}/members/?view=region").content.decode()

    headings = re.findall(r'<h2 id="[a-z]+">([^<]+)</h2>', page)
    assert headings == regions
    slugs = re.findall(r'member-name" href="/../members/(\w+)/', page)
    assert slugs == ["sapporo", "kyoto", "kobe", "naha"]


def test_overseas_members_stand_last_in_the_regions(read: Read) -> None:
    MembershipFactory(
        municipality__kind="overseas", municipality__code="", municipality__country="FI"
    )
    placed("naha", "472018")

    words = read("/en/members/?view=region")

    assert words.index("Naha") < words.index("Outside Japan City")


@pytest.mark.usefixtures("four_cities")
def test_map_draws_each_member_and_lists_the_same_below(client: Client) -> None:
    page = client.get("/en/members/?view=map").content.decode()

    drawing = page.partition("<svg")[2].partition("</svg>")[0]
    assert drawing.count("<circle") == 4
    for name in ("Naha", "Kobe", "Kyoto", "Sapporo"):
        assert f">{name}</text>" in drawing
        assert re.search(rf'member-name"[^>]*>{name}</a>', page)


@pytest.mark.usefixtures("four_cities")
@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("region=kinki", ["kobe", "kyoto"]),
        ("region=shikoku", []),
        ("kind=city", ["kobe", "kyoto", "naha", "sapporo"]),
        ("kind=town", []),
        ("kind=city&region=hokkaido&view=map", ["sapporo"]),
    ],
)
def test_filters_keep_what_they_name(
    client: Client, query: str, slugs: list[str]
) -> None:
    page = client.get(f"/en/members/?{query}").content.decode()

    assert re.findall(r'member-name" href="/en/members/(\w+)/', page) == slugs


def test_initiative_filter_asks_for_the_day_shown(client: Client) -> None:
    for slug, valid in [("early", FIRST_TERM), ("late", SECOND_TERM)]:
        ParticipationFactory(
            municipality=MembershipFactory(municipality__slug=slug).municipality,
            initiative__slug=f"of-{slug}",
            valid=valid,
        )
    address = "/en/members/?initiative=of-early"

    before = client.get(f"{address}&as_of=2021-12-31").content.decode()
    after = client.get(f"{address}&as_of=2022-01-01").content.decode()

    assert re.findall(r'member-name" href="/en/members/(\w+)/', before) == ["early"]
    assert 'class="member-name"' not in after


def test_member_in_two_roles_of_an_initiative_is_found_once(read: Read) -> None:
    city = MembershipFactory().municipality
    first = ParticipationFactory(municipality=city, initiative__slug="gcom")
    ParticipationFactory(
        municipality=city, initiative=first.initiative, role="ambassador"
    )

    assert "1 member found." in read("/en/members/?initiative=gcom")


@pytest.mark.usefixtures("four_cities")
def test_views_and_filters_keep_each_other_and_the_day(client: Client) -> None:
    query = "?view=region&kind=city&region=kinki&as_of=2022-03-31"
    page = client.get(f"/en/members/{query}").content.decode()

    assert (
        'href="?view=map&amp;kind=city&amp;region=kinki&amp;as_of=2022-03-31"' in page
    )
    assert 'href="?kind=city&amp;region=kinki&amp;as_of=2022-03-31"' in page
    assert 'href="?view=region&amp;as_of=2022-03-31">Clear the filters' in page
    form = page.partition('<form class="filters"')[2].partition("</form>")[0]
    assert '<input type="hidden" name="view" value="region">' in form
    assert '<input type="hidden" name="as_of" value="2022-03-31">' in form
    assert '<option value="kinki" selected>' in form


def test_filters_that_nobody_passes_say_what_to_do(read: Read) -> None:
    MembershipFactory()

    english = read("/en/members/?kind=village&as_of=2022-03-31")
    japanese = read("/ja/members/?kind=village&as_of=2022-03-31")

    assert "No member on 31 March 2022 matches all of these filters." in english
    assert "2022年3月31日時点で、すべての条件に合う会員はありません。" in japanese
    assert "Records are held" not in english


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("ja/members/?kind=x", "「自治体の種類」（kind）の選択肢にありません。"),
        ("en/members/?region=x", "“x” is not a choice of the field “Region” (region)."),
        ("en/members/?initiative=x", "“x” is not a choice of the field"),
        ("en/members/?view=x", "“x” is not a choice of the field “View” (view)."),
    ],
)
def test_unknown_choices_are_refused_with_a_sentence(
    read: Read, address: str, sentence: str
) -> None:
    assert sentence in read(f"/{address}", status=400)


@pytest.mark.parametrize(
    ("start_known", "japanese", "english"),
    [
        (True, "2021年4月1日–12月31日", "1 April – 31 December 2021"),
        (False, "2021年12月31日まで", "until 31 December 2021"),
    ],
)
def test_former_members_stay_with_their_last_day(
    read: Read, start_known: bool, japanese: str, english: str
) -> None:
    MembershipFactory(
        municipality__name_ja="旧会員市",
        municipality__name_en="Old Town",
        municipality__name_kana="きゅう",
        municipality__code="261009",
        valid=FIRST_TERM,
        start_known=start_known,
    )
    MembershipFactory()

    assert f"旧会員 旧会員市 きゅう · 京都府 {japanese}" in read("/ja/members/")
    assert f"Former members Old Town Kyoto {english}" in read("/en/members/")
    assert "Former members" not in read("/en/members/?as_of=2021-12-31")


def test_member_that_came_back_is_no_former_member(read: Read) -> None:
    city = MembershipFactory(valid=FIRST_TERM).municipality
    MembershipFactory(municipality=city, valid=DateRange(date(2023, 4, 1), None))

    assert "Former members" in read("/en/members/?as_of=2022-06-01")
    assert "Former members" not in read("/en/members/?as_of=2023-04-01")


def test_name_without_english_is_marked_as_japanese(client: Client) -> None:
    MembershipFactory(municipality__name_ja="古都市", municipality__name_en=None)

    page = client.get("/en/members/").content.decode()

    assert '<span lang="ja">古都市</span>' in page


def many_members(count: int) -> None:
    """Make members without their history, which would take long."""
    cities = Municipality.objects.bulk_create(
        MunicipalityFactory.build(code="", kind="overseas", country="FI")
        for _city in range(count)
    )
    people = Person.objects.bulk_create(PersonFactory.build() for _city in cities)
    held = DateRange(date(2021, 4, 1), None)
    Membership.objects.bulk_create(
        Membership(municipality=city, category="full", valid=held) for city in cities
    )
    Headship.objects.bulk_create(
        Headship(municipality=city, person=person, valid=held)
        for city, person in zip(cities, people, strict=True)
    )


@pytest.mark.parametrize("count", [21, 2500])
def test_list_needs_the_same_queries_for_many_municipalities(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    many_members(count)

    for view in ("reading", "region", "map"):
        with django_assert_num_queries(3):
            page = client.get(f"/en/members/?view={view}").content.decode()

        assert page.count('class="member-name"') == count


def test_special_members_stand_in_the_whole_list_only(read: Read) -> None:
    SpecialMembershipFactory()

    assert "Special members" in read("/en/members/?view=region")
    assert "Special members" not in read("/en/members/?kind=city")
