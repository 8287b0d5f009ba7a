"""The profile of a municipality."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from tests.factories import (
    ArticleFactory,
    CooperationFactory,
    EventFactory,
    EventParticipantFactory,
    EventRoleFactory,
    HeadshipFactory,
    MembershipFactory,
    MunicipalityDocumentFactory,
    MunicipalityFactory,
    ParticipationFactory,
    PersonFactory,
    PopulationFactory,
    RoundEntryFactory,
    SessionFactory,
    SessionLinkFactory,
    SessionPartFactory,
)
from tests.pages.conftest import Read
from tests.types import Queries

pytestmark = pytest.mark.django_db

FIRST_TERM = DateRange(date(2021, 4, 1), date(2022, 1, 1))
SECOND_TERM = DateRange(date(2022, 1, 1), None)


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


def test_profile_prints_no_dash_for_a_role_that_was_not_printed(read: Read) -> None:
    city = MunicipalityFactory(slug="kyoto")
    for day, confirmed in [(date(2021, 4, 1), True), (date(2021, 4, 2), False)]:
        event = EventParticipantFactory(municipality=city, event__start_on=day).event
        EventRoleFactory(event=event, role="none", confirmed=confirmed)

    words = read("/en/members/kyoto/")

    assert "2 April 2021 · ICLEI Japan: being confirmed" in words
    assert words.count("ICLEI Japan:") == 1


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
@pytest.mark.parametrize("is_member", [True, False])
def test_profile_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int, is_member: bool
) -> None:
    head = HeadshipFactory(municipality__slug="kyoto")
    city = head.municipality
    MembershipFactory(**({"municipality": city} if is_member else {}))
    MunicipalityDocumentFactory.create_batch(count, municipality=city)
    ParticipationFactory.create_batch(count, municipality=city)
    RoundEntryFactory.create_batch(count, municipality=city)
    for number in range(count):
        day = date(2015 + number, 4, 1)
        PopulationFactory(municipality=city, as_of=day)
        participant = EventParticipantFactory(municipality=city, event__start_on=day)
        EventRoleFactory(event=participant.event)
        part = SessionPartFactory(session__event=participant.event, municipality=city)
        SessionLinkFactory(session=part.session)
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


def test_profile_puts_the_reading_over_the_name_in_japanese_only(
    client: Client,
) -> None:
    MunicipalityFactory(
        slug="kyoto", name_ja="京都市", name_kana="きょうとし", name_en="City of Kyoto"
    )

    japanese = client.get("/ja/members/kyoto/").content.decode()
    english = client.get("/en/members/kyoto/").content.decode()

    ruby = "<ruby>京都市<rp>（</rp><rt>きょうとし</rt><rp>）</rp></ruby>"
    assert f"<h1>{ruby}</h1>" in japanese
    assert "<h1>City of Kyoto</h1>" in english


def test_name_that_reads_itself_has_no_reading_over_it(client: Client) -> None:
    MunicipalityFactory(slug="saitama", name_ja="さいたま市", name_kana="さいたまし")

    page = client.get("/ja/members/saitama/").content.decode()

    assert "<h1>さいたま市</h1>" in page


def test_profile_shows_the_population_of_the_day_with_its_source(read: Read) -> None:
    city = MunicipalityFactory(slug="kyoto")
    for day, value, source in [
        (date(2015, 10, 1), 1_475_183, "平成27年国勢調査"),
        (date(2020, 10, 1), 1_463_723, "令和2年国勢調査"),
    ]:
        PopulationFactory(municipality=city, as_of=day, value=value, source=source)

    assert "人口 1,463,723人 2020年10月1日時点 出典： 令和2年国勢調査" in read(
        "/ja/members/kyoto/?as_of=2020-10-01"
    )
    assert "Population 1,475,183 people as of 1 October 2015" in read(
        "/en/members/kyoto/?as_of=2020-09-30"
    )
    assert "Population" not in read("/en/members/kyoto/?as_of=2015-09-30")


def test_profile_lists_documents_newest_first(client: Client, read: Read) -> None:
    city = MunicipalityFactory(slug="kyoto")
    MunicipalityDocumentFactory(municipality=city, title_en="Undated")
    MunicipalityDocumentFactory(
        municipality=city,
        title_en="Old plan",
        published_on=date(2019, 3, 1),
        precision="month",
        url="https://example.org/old.pdf",
        language="en",
    )
    MunicipalityDocumentFactory(
        municipality=city,
        title_en=None,
        title_ja="新計画",
        published_on=date(2021, 3, 5),
    )

    words = read("/en/members/kyoto/")
    page = client.get("/ja/members/kyoto/").content.decode()

    assert (
        "Documents 新計画 5 March 2021 · In Japanese "
        "Old plan March 2019 · In English Undated In Japanese"
    ) in words
    assert '<a href="https://example.org/old.pdf" hreflang="en">' in page


def test_profile_keeps_earlier_heads_in_a_disclosure(read: Read) -> None:
    city = MunicipalityFactory(slug="kyoto")
    for family, valid, known in [
        ("Ito", DateRange(date(2018, 4, 1), date(2021, 4, 1)), False),
        ("Kato", FIRST_TERM, True),
        ("Sato", SECOND_TERM, True),
    ]:
        person = PersonFactory(family_name_en=family, given_name_en="Ken")
        HeadshipFactory(
            municipality=city, person=person, valid=valid, start_known=known
        )

    now = read("/en/members/kyoto/")
    then = read("/en/members/kyoto/?as_of=2021-06-01")

    assert "Mayor SATO Ken since 1 January 2022" in now
    assert (
        "Earlier heads KATO Ken 1 April – 31 December 2021 ITO Ken until 31 March 2021"
    ) in now
    assert "Mayor KATO Ken 1 April – 31 December 2021 Earlier heads ITO Ken" in then
    assert "SATO" not in then


def test_profile_of_a_former_member_keeps_its_membership(read: Read) -> None:
    MembershipFactory(municipality__slug="kyoto", valid=FIRST_TERM)

    english = read("/en/members/kyoto/")
    japanese = read("/ja/members/kyoto/")

    assert "Former member" in english
    assert "Full member (1 April – 31 December 2021)" in english
    assert "正会員（2021年4月1日–12月31日）" in japanese
    assert "Not a member" not in english


def test_profile_of_a_city_abroad_says_nothing_of_membership(read: Read) -> None:
    MembershipFactory(valid=FIRST_TERM)
    MunicipalityFactory(
        slug="turku", name_en="City of Turku", kind="overseas", code="", country="FI"
    )

    words = read("/en/members/turku/")

    assert "Finland City of Turku" in words
    assert "Not a member" not in words
    assert "Membership" not in words


def test_profile_tells_ended_initiatives_from_those_of_the_day(read: Read) -> None:
    city = MunicipalityFactory(slug="kyoto")
    for name, valid in [("Over", FIRST_TERM), ("Going on", SECOND_TERM)]:
        ParticipationFactory(municipality=city, initiative__name_en=name, valid=valid)

    now = read("/en/members/kyoto/")
    then = read("/en/members/kyoto/?as_of=2021-06-01")

    assert "Initiatives Going on Participant (since 1 January 2022)" in now
    assert "Earlier participation Over Participant (1 April – 31 December 2021)" in now
    assert "Initiatives Over Participant (since" not in then
    assert "Initiatives Over Participant" in then
    assert "Going on" not in then


def test_profile_opens_the_newest_year_only(client: Client) -> None:
    city = MunicipalityFactory(slug="kyoto")
    for day, title in [(date(2021, 4, 1), "Older"), (date(2022, 4, 1), "Newer")]:
        EventParticipantFactory(
            municipality=city, event__start_on=day, event__title_en=title
        )

    page = client.get("/en/members/kyoto/").content.decode()

    events = page.partition('id="events"')[2].partition("</section>")[0]
    shown, _opening, folded = events.partition("<details")
    assert ("Newer" in shown, "Older" in shown) == (True, False)
    assert "<summary><h3>FY2021" in folded


def test_profile_links_the_recordings_of_sessions(client: Client, read: Read) -> None:
    part = SessionPartFactory(municipality=MunicipalityFactory(slug="kyoto"))
    SessionLinkFactory(
        session=part.session,
        kind="recording",
        label_en="Watch",
        url="https://example.org/watch",
        order=1,
    )
    SessionLinkFactory(session=part.session, label_en="Lost page", order=2)

    page = client.get("/en/members/kyoto/").content.decode()

    assert '<a href="https://example.org/watch">Watch</a>' in page
    assert "Recording Watch Lost page address not recorded" in read(
        "/en/members/kyoto/"
    )


def test_profile_shows_what_an_earlier_head_said_in_office(read: Read) -> None:
    city = MunicipalityFactory(slug="kyoto")
    earlier = HeadshipFactory(municipality=city, valid=FIRST_TERM)
    HeadshipFactory(municipality=city, valid=SECOND_TERM)
    for title, day in [("In office", date(2021, 11, 2)), ("After", date(2022, 2, 1))]:
        SessionPartFactory(
            session=SessionFactory(title_en=title, day=day),
            municipality=None,
            person=earlier.person,
        )

    words = read("/en/members/kyoto/")

    assert "In office" in words
    assert "After" not in words


def test_profile_keeps_the_day_in_links_to_dated_pages(client: Client) -> None:
    city = MunicipalityFactory(slug="kyoto", code="261009")
    MembershipFactory(municipality=city)
    ParticipationFactory(municipality=city, initiative__slug="gcom")

    page = client.get("/en/members/kyoto/?as_of=2022-03-31").content.decode()

    assert 'href="/en/members/?as_of=2022-03-31"' in page
    assert 'href="/en/initiatives/gcom/?as_of=2022-03-31"' in page
    assert 'href="/en/members/?view=region&amp;as_of=2022-03-31#kinki"' in page


@pytest.mark.parametrize(
    ("language", "alternative"),
    [
        ("ja", "日本地図。京都府の中の位置を点で示しています。"),
        ("en", "A map of Japan; a dot in Kyoto shows the place."),
    ],
)
def test_profile_draws_where_the_municipality_is(
    client: Client, language: str, alternative: str
) -> None:
    MunicipalityFactory(slug="kyoto", code="261009")
    MunicipalityFactory(slug="turku", code="", kind="overseas", country="FI")

    kyoto = client.get(f"/{language}/members/kyoto/").content.decode()
    turku = client.get(f"/{language}/members/turku/").content.decode()

    assert f'<title id="locator-alternative">{alternative}</title>' in kyoto
    assert "locator" not in turku


def test_profile_overseas_names_the_country(read: Read) -> None:
    MunicipalityFactory(slug="turku", code="", kind="overseas", country="FI")

    assert "国 フィンランド" in read("/ja/members/turku/")
    assert "Country Finland" in read("/en/members/turku/")


def test_profile_without_any_record_says_so(read: Read) -> None:
    MunicipalityFactory(slug="kyoto")

    assert "No initiative, event, session or article is recorded yet." in read(
        "/en/members/kyoto/"
    )


@pytest.mark.parametrize("page", ["", "feed.atom"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_former_slug_leads_to_the_new_one(
    client: Client, language: str, page: str
) -> None:
    city = MunicipalityFactory(slug="old")
    city.slug = "new"
    city.save()

    response = client.get(f"/{language}/members/old/{page}?as_of=2022-03-31")

    assert response.status_code == 301
    assert response.headers["Location"] == (
        f"/{language}/members/new/{page}?as_of=2022-03-31"
    )


def test_slug_that_another_municipality_took_over_is_its_own(read: Read) -> None:
    city = MunicipalityFactory(slug="kyoto", name_en="First")
    city.slug = "kyoto-1"
    city.save()
    MunicipalityFactory(slug="kyoto", name_en="Second")

    assert "Second" in read("/en/members/kyoto/")


def test_profile_offers_its_feed(client: Client) -> None:
    MunicipalityFactory(slug="kyoto", name_en="City of Kyoto")

    page = client.get("/en/members/kyoto/").content.decode()

    assert (
        '<link rel="alternate" type="application/atom+xml" '
        'href="/en/members/kyoto/feed.atom" title="City of Kyoto: events and news">'
    ) in page


def test_profile_says_once_when_participations_were_recorded(client: Client) -> None:
    city = MunicipalityFactory(slug="kyoto")
    ParticipationFactory.create_batch(
        2, municipality=city, attested_on=date(2022, 3, 31)
    )
    address = "/en/members/kyoto/?as_of=2023-01-01"

    alike = client.get(address).content.decode()
    ParticipationFactory(municipality=city, attested_on=date(2022, 6, 30))
    unlike = client.get(address).content.decode()

    assert alike.count("as recorded on 31 March 2022") == 1
    assert unlike.count("as recorded on 31 March 2022") == 2
    assert unlike.count("as recorded on 30 June 2022") == 1


def test_profile_names_the_host_of_the_website(client: Client) -> None:
    MunicipalityFactory(slug="kyoto", site="https://www.city.kyoto.lg.jp/index.html")

    page = client.get("/en/members/kyoto/").content.decode()

    assert (
        '<a href="https://www.city.kyoto.lg.jp/index.html">www.city.kyoto.lg.jp</a>'
    ) in page
