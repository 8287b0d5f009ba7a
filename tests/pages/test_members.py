from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from members.contents import kana_row
from tests.factories import (
    ArticleFactory,
    CooperationFactory,
    EventFactory,
    EventParticipantFactory,
    EventRoleFactory,
    HeadshipFactory,
    MembershipFactory,
    MunicipalityFactory,
    ParticipationFactory,
    PersonFactory,
    RoundEntryFactory,
    SessionFactory,
    SessionPartFactory,
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

    with django_assert_num_queries(4):
        assert "山田 花子".encode() in client.get("/ja/members/").content


def test_code_leads_to_the_profile_for_good(client: Client) -> None:
    MunicipalityFactory(slug="kyoto", code="261009")

    response = client.get("/ja/members/261009/?as_of=2022-03-31")

    assert response.status_code == 301
    assert response.headers["Location"] == "/ja/members/kyoto/?as_of=2022-03-31"


def test_profile_of_a_non_member_says_so(read: Read) -> None:
    MembershipFactory()
    MunicipalityFactory(slug="niigata", name_en="City of Niigata")

    words = read("/en/members/niigata/?as_of=2022-03-31")

    assert "Not a member City of Niigata" in words
    assert "Not a member of ICLEI on 31 March 2022" in words


def test_profile_before_the_membership_says_when_it_is_recorded(read: Read) -> None:
    MembershipFactory(municipality__slug="kyoto")

    words = read("/en/members/kyoto/?as_of=2020-01-01")

    assert "Its membership is recorded from 1 April 2021." in words


def test_profile_names_the_beginning_only_where_it_is_known(read: Read) -> None:
    MembershipFactory(municipality__slug="kyoto")
    MembershipFactory(municipality__slug="nara", start_known=False)

    assert "Full member (since 1 April 2021)" in read("/en/members/kyoto/")
    assert "since 1 April 2021" not in read("/en/members/nara/")


def test_profile_lists_initiatives_with_role_and_beginning(read: Read) -> None:
    city = MunicipalityFactory(slug="kyoto")
    ParticipationFactory(
        municipality=city,
        initiative__name_en="Race to Zero",
        role="ambassador",
        confirmed=False,
        alternatives=["なし"],
    )
    RoundEntryFactory(municipality=city, a_list=True)

    words = read("/en/members/kyoto/")

    assert "Race to Zero being confirmed Ambassador (since 1 April 2021)" in words
    assert "on the A list" in words
    assert "なし" not in words


def test_profile_counts_events_by_fiscal_year(read: Read) -> None:
    city = MunicipalityFactory(slug="kyoto")
    for day in (date(2021, 4, 1), date(2022, 3, 31), date(2022, 4, 1)):
        participant = EventParticipantFactory(municipality=city, event__start_on=day)
    EventRoleFactory(event=participant.event, role="support", via="JCI")

    words = read("/en/members/kyoto/")

    assert "FY2022 (April 2022–March 2023) 1 event" in words
    assert "FY2021 (April 2021–March 2022) 2 events" in words
    assert "1 April 2022 · ICLEI Japan: support (JCI)" in words


def test_profile_shows_the_sessions_of_the_municipality_and_of_its_head(
    read: Read,
) -> None:
    head = HeadshipFactory(municipality__slug="kyoto", valid=SECOND_TERM)
    event = EventFactory(start_on=date(2022, 2, 1))
    by_city = SessionFactory(title_en="By the city", event=event)
    SessionPartFactory(session=by_city, municipality=head.municipality)
    by_mayor = SessionFactory(title_en="By the mayor", event=event)
    SessionPartFactory(session=by_mayor, municipality=None, person=head.person)

    words = read("/en/members/kyoto/")

    assert "By the city" in words
    assert "By the mayor" in words


def test_profile_leaves_out_what_a_person_said_before_taking_office(read: Read) -> None:
    head = HeadshipFactory(municipality__slug="kyoto", valid=SECOND_TERM)
    SessionPartFactory(
        session=SessionFactory(title_en="Too early", day=date(2021, 11, 2)),
        municipality=None,
        person=head.person,
    )

    assert "Too early" not in read("/en/members/kyoto/")


def test_profile_shows_cooperation_and_published_articles(read: Read) -> None:
    city = MunicipalityFactory(slug="kyoto")
    CooperationFactory(title_en="Children meet").municipalities.add(city)
    ArticleFactory(title_en="Open").municipalities.add(city)
    ArticleFactory(title_en="Secret", state="draft").municipalities.add(city)

    words = read("/en/members/kyoto/")

    assert "Children meet" in words
    assert "Open" in words
    assert "Secret" not in words


def test_profile_without_english_text_is_marked_and_not_indexed(client: Client) -> None:
    MunicipalityFactory(slug="kyoto", profile_ja="古い都。")

    page = client.get("/en/members/kyoto/").content.decode()

    assert '<div lang="ja"><p>古い都。</p></div>' in page
    assert "This page is available in Japanese only." in page
    assert '<meta name="robots" content="noindex">' in page


def test_profile_names_only_its_languages_as_alternates(client: Client) -> None:
    MunicipalityFactory(slug="kyoto", profile_ja="古い都。")

    page = client.get("/ja/members/kyoto/").content.decode()

    assert 'hreflang="ja" href="http://testserver/ja/members/kyoto/"' in page
    assert 'hreflang="en" href="http' not in page


@pytest.mark.parametrize("count", [2, 8])
def test_profile_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    head = HeadshipFactory(municipality__slug="kyoto")
    city = head.municipality
    MembershipFactory(municipality=city)
    ParticipationFactory.create_batch(count, municipality=city)
    RoundEntryFactory.create_batch(count, municipality=city)
    for participant in EventParticipantFactory.create_batch(count, municipality=city):
        EventRoleFactory(event=participant.event)
        SessionPartFactory(session__event=participant.event, municipality=city)
        CooperationFactory().municipalities.add(city)
        ArticleFactory().municipalities.add(city)

    with django_assert_num_queries(12):
        assert "連携".encode() in client.get("/ja/members/kyoto/").content


@pytest.mark.parametrize("slug", ["kyoto", "niigata"])
def test_profile_before_all_records_asserts_nothing(read: Read, slug: str) -> None:
    MembershipFactory(municipality__slug="kyoto", start_known=False)
    MunicipalityFactory(slug="niigata")

    words = read(f"/ja/members/{slug}/?as_of=2000-01-01")

    assert "会員資格 この日の記録なし" in words
    assert "非会員" not in words
    assert "会員ではありません" not in words


def test_profile_before_a_beginning_that_is_not_known_asserts_nothing(
    read: Read,
) -> None:
    MembershipFactory(valid=DateRange(date(2010, 1, 1), None))
    MembershipFactory(municipality__slug="kyoto", start_known=False)
    MembershipFactory(municipality__slug="nara")

    assert "Not a member" not in read("/en/members/kyoto/?as_of=2015-01-01")
    assert "Not a member" in read("/en/members/nara/?as_of=2015-01-01")


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


@pytest.mark.parametrize(("kind", "place"), [("prefecture", ""), ("city", " · 愛知")])
def test_prefecture_does_not_stand_twice(read: Read, kind: str, place: str) -> None:
    MembershipFactory(
        municipality__slug="aichi",
        municipality__kind=kind,
        municipality__code="230006",
        municipality__name_kana="あいちけん",
    )

    assert f"あいちけん{place}" in read("/ja/members/")
    assert ("あいちけん · " in read("/ja/members/")) is bool(place)
    assert ("都道府県" in read("/ja/members/aichi/")) is bool(place)


def test_head_of_an_overseas_municipality_is_named_only_where_known(
    read: Read,
) -> None:
    hunan = MunicipalityFactory(slug="hunan", kind="overseas", code="", country="CN")

    before = read("/en/members/hunan/")
    HeadshipFactory(municipality=hunan)

    assert "Mayor" not in before
    assert "Mayor YAMADA Hanako" in read("/en/members/hunan/")


def test_profile_tells_a_cafe_from_a_conference(client: Client, read: Read) -> None:
    cafe = EventFactory(
        slug="cafe-1",
        listing="cafe",
        title_ja="COP26",
        label_ja="特別イクレイカフェ",
        start_on=date(2021, 11, 26),
    )
    city = MunicipalityFactory(slug="yokohama")
    SessionPartFactory(session__event=cafe, municipality=city, part="presenter")

    words = read("/ja/members/yokohama/")

    assert "特別イクレイカフェ · COP26 · 2021年11月26日" in words
    page = client.get("/ja/members/yokohama/").content.decode()
    assert '<a href="/ja/events/cafe-1/">セッション</a>' in page


def test_profile_puts_a_post_in_brackets_of_the_language(read: Read) -> None:
    head = HeadshipFactory(municipality__slug="kyoto")
    SessionPartFactory(municipality=None, person=head.person, post_ja="市長")

    assert "山田 花子（市長）" in read("/ja/members/kyoto/")


def test_profile_joins_partners_as_the_language_does(client: Client) -> None:
    cooperation = CooperationFactory()
    for slug, name, kana in [("a", "甲市", "こう"), ("b", "乙市", "おつ")]:
        cooperation.municipalities.add(
            MunicipalityFactory(slug=slug, name_ja=name, name_kana=kana)
        )

    page = client.get("/ja/members/a/?as_of=2022-03-31").content.decode()

    assert (
        '<a href="/ja/members/b/?as_of=2022-03-31">乙市</a>、'
        '<a href="/ja/members/a/?as_of=2022-03-31">甲市</a>'
    ) in page
