"""Public pages in Redis: quick, and never older than the last commit."""

import gzip
import threading
from collections.abc import Callable, Iterator

import brotli
import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from pytest_django import DjangoAssertNumQueries, Settings

from iclei_portal.page_cache import store
from iclei_portal.page_cache.tables import written_by
from members.models import Membership, Municipality
from news.models import Article
from tests.factories import (
    ArticleFactory,
    MembershipFactory,
    MunicipalityFactory,
    UserFactory,
)
from tests.factories.periods import SINCE_FY2021

pytestmark = pytest.mark.django_db(transaction=True)

MEMBERS, NEWS = "/ja/members/", "/ja/news/"
Change = Callable[[Municipality], object]


@pytest.fixture(autouse=True)
def page_cache(settings: Settings) -> Iterator[None]:
    """Keep pages during a test."""
    settings.PAGE_CACHE_SECONDS = 60
    yield
    for key in store.client().keys("pages:test_*"):
        store.client().delete(key)


@pytest.fixture
def kyoto() -> Municipality:
    found: Municipality = MunicipalityFactory(
        slug="kyoto", code="261009", name_ja="京都市", name_en="City of Kyoto"
    )
    MembershipFactory(municipality=found, valid=SINCE_FY2021)
    return found


def reading(client: Client, address: str, **headers: str) -> tuple[str, int]:
    """Return a page, and how many queries it took."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode(), len(queries)


def queries_of(client: Client, address: str) -> int:
    return reading(client, address)[1]


@pytest.mark.usefixtures("kyoto")
def test_page_is_made_once_and_then_served_without_a_query(client: Client) -> None:
    first, queries = reading(client, MEMBERS)
    again, none = reading(client, MEMBERS)

    assert queries > 0
    assert none == 0
    assert again == first
    assert "京都市" in again


@pytest.mark.usefixtures("kyoto")
def test_languages_hosts_schemes_and_queries_never_mix(
    client: Client, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.example.org"]
    for _time in range(2):
        japanese = client.get(MEMBERS).content.decode()
        english = client.get("/en/members/").content.decode()
        other = client.get(MEMBERS, headers={"host": "other.example.org"})
        secure = client.get(MEMBERS, secure=True)
        before = client.get(f"{MEMBERS}?as_of=2019-01-01").content.decode()

        assert ("京都市" in japanese, "City of Kyoto" in japanese) == (True, False)
        assert ("City of Kyoto" in english, "京都市" in english) == (True, False)
        assert "http://other.example.org/ja/members/" in other.content.decode()
        assert "https://testserver/ja/members/" in secure.content.decode()
        assert "京都市" not in before


def rename(municipality: Municipality) -> None:
    Municipality.objects.filter(pk=municipality.pk).update(name_ja="洛中市")


def save(municipality: Municipality) -> None:
    setattr(municipality, "name_ja", "洛中市")  # noqa: B010 - the language's column
    municipality.save()


def write_sql(municipality: Municipality) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH one AS (SELECT %s::bigint AS id) UPDATE members_municipality "
            "SET name_ja = '洛中市' FROM one WHERE members_municipality.id = one.id",
            [municipality.pk],
        )


def rename_in_bulk(municipality: Municipality) -> None:
    setattr(municipality, "name_ja", "洛中市")  # noqa: B010 - the language's column
    Municipality.objects.bulk_update([municipality], ["name_ja"])


@pytest.mark.parametrize("change", [rename, save, write_sql, rename_in_bulk])
def test_page_is_never_stale_after_an_edit(
    client: Client, kyoto: Municipality, change: Change
) -> None:
    assert "京都市" in reading(client, MEMBERS)[0]

    change(kyoto)
    now, _queries = reading(client, MEMBERS)

    assert ("洛中市" in now, "京都市" in now) == (True, False)
    assert queries_of(client, MEMBERS) == 0


def test_page_is_never_stale_after_a_savepoint_was_rolled_back(
    client: Client, kyoto: Municipality
) -> None:
    reading(client, MEMBERS)

    with transaction.atomic():
        with transaction.atomic():
            save(kyoto)
            transaction.set_rollback(True)
        Municipality.objects.filter(pk=kyoto.pk).update(name_ja="鴨川市")

    assert "鴨川市" in reading(client, MEMBERS)[0]


def test_page_is_never_stale_after_a_new_record_or_one_less(
    client: Client, kyoto: Municipality
) -> None:
    reading(client, MEMBERS)
    MembershipFactory(
        municipality=MunicipalityFactory(name_ja="新市"), valid=SINCE_FY2021
    )
    assert "新市" in reading(client, MEMBERS)[0]

    Membership.objects.filter(municipality=kyoto).delete()

    assert "京都市" not in reading(client, MEMBERS)[0]


def test_links_between_records_drop_pages_too(
    client: Client, kyoto: Municipality
) -> None:
    article: Article = ArticleFactory(title_ja="新しいお知らせ")
    profile = kyoto.get_absolute_url()
    assert article.title not in reading(client, profile)[0]

    article.municipalities.add(kyoto)

    with translation.override("ja"):
        assert article.title in reading(client, profile)[0]


@pytest.mark.usefixtures("kyoto")
def test_edit_drops_only_pages_that_read_what_changed(client: Client) -> None:
    for address in (MEMBERS, NEWS):
        reading(client, address)

    ArticleFactory()

    assert queries_of(client, MEMBERS) == 0
    assert queries_of(client, NEWS) > 0


def test_nothing_is_kept_while_a_change_is_on_its_way(
    client: Client, kyoto: Municipality
) -> None:
    reading(client, MEMBERS)
    changed, commit = threading.Event(), threading.Event()

    def edit() -> None:
        with transaction.atomic():
            rename(kyoto)
            changed.set()
            commit.wait(10)
        connection.close()

    editor = threading.Thread(target=edit)
    editor.start()
    assert changed.wait(10)
    meanwhile = [reading(client, MEMBERS) for _time in range(2)]
    commit.set()
    editor.join()

    assert all("京都市" in page and queries > 0 for page, queries in meanwhile)
    assert "洛中市" in reading(client, MEMBERS)[0]
    assert queries_of(client, MEMBERS) == 0


def test_page_that_was_begun_before_a_commit_is_not_kept(
    client: Client, kyoto: Municipality
) -> None:
    with CaptureQueriesContext(connection):
        missed = store.find("an address", "br")
    assert isinstance(missed, store.Missed)

    rename(kyoto)
    page = store.Page(b"", "京都市".encode())
    store.keep("an address", page, {"members_municipality"}, missed)

    assert isinstance(store.find("an address", "br"), store.Missed)
    assert client.get(MEMBERS).status_code == 200


def test_change_whose_process_died_leaves_no_old_page(
    client: Client, kyoto: Municipality
) -> None:
    reading(client, MEMBERS)

    store.begin_change({"members_municipality"})  # its end never comes

    assert queries_of(client, MEMBERS) > 0
    assert queries_of(client, MEMBERS) > 0
    mark = f"{store.generations_key()}:members_municipality"
    assert 0 < int(str(store.client().ttl(mark))) <= store.LONGEST_CHANGE
    assert kyoto.name in reading(client, MEMBERS)[0]


@pytest.mark.usefixtures("kyoto")
def test_person_with_a_session_is_neither_served_from_the_cache_nor_kept(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    staff = Client()
    staff.force_login(UserFactory(is_staff=True))

    own = staff.get(MEMBERS)
    first, queries = reading(client, MEMBERS)

    assert own["Cache-Control"] == "private, no-cache"
    assert queries > 0
    with django_assert_num_queries(0):
        assert client.get(MEMBERS).content.decode() == first
    with CaptureQueriesContext(connection) as asked:
        staff.get(MEMBERS)
    assert len(asked) > 0


@pytest.mark.parametrize(
    "address", ["/ja/nowhere/", "/ja/members/?as_of=x", "/ja/admin/login/", "/"]
)
def test_errors_redirects_and_the_desk_are_not_kept(
    client: Client, address: str
) -> None:
    for _time in range(2):
        response = client.get(address)

        assert "public" not in response.get("Cache-Control", "")


@pytest.mark.usefixtures("kyoto")
def test_page_comes_compressed_as_the_browser_takes_it(client: Client) -> None:
    plain = client.get(MEMBERS)
    for _time in range(2):
        packed = client.get(MEMBERS, headers={"accept-encoding": "gzip, br"})
        older = client.get(MEMBERS, headers={"accept-encoding": "gzip, deflate"})

        assert packed["Content-Encoding"] == "br"
        assert older["Content-Encoding"] == "gzip"
        assert brotli.decompress(packed.content) == plain.content
        assert gzip.decompress(older.content) == plain.content
        assert len({each["ETag"] for each in (plain, packed, older)}) == 3
        assert packed["Vary"] == "Accept-Encoding"
        assert int(packed["Content-Length"]) == len(packed.content)


@pytest.mark.usefixtures("kyoto")
def test_browser_that_has_the_page_is_told_so_without_a_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page = client.get(MEMBERS)

    with django_assert_num_queries(0):
        same = client.get(MEMBERS, headers={"if-none-match": page["ETag"]})
        other = client.get(MEMBERS, headers={"if-none-match": '"another"'})

    assert (same.status_code, same.content) == (304, b"")
    assert same["ETag"] == page["ETag"]
    assert other.content == page.content


def test_page_tells_caches_what_they_may_do(client: Client) -> None:
    for _time in range(2):
        page = client.get(NEWS)

        assert page["Cache-Control"] == (
            "public, max-age=0, s-maxage=60, must-revalidate"
        )
        assert page["ETag"]


@pytest.mark.usefixtures("kyoto")
def test_kept_page_has_the_headers_of_the_first_one(client: Client) -> None:
    first, again = client.get(MEMBERS), client.get(MEMBERS)

    assert dict(again.items()) == dict(first.items())
    assert "default-src 'none'" in again["Content-Security-Policy"]
    assert again["X-Frame-Options"] == "DENY"
    assert again["Content-Language"] == "ja"


@pytest.mark.usefixtures("kyoto")
def test_head_is_answered_as_get_without_a_body(client: Client) -> None:
    page = client.get(MEMBERS)
    head = client.head(MEMBERS)

    assert head.content == b""
    assert head["ETag"] == page["ETag"]


@pytest.mark.usefixtures("kyoto")
def test_tomorrow_is_another_page(client: Client) -> None:
    with time_machine.travel("2026-03-31T14:59:00Z", tick=False):
        reading(client, MEMBERS)
        assert queries_of(client, MEMBERS) == 0
    with time_machine.travel("2026-03-31T15:00:00Z", tick=False):
        tomorrow, queries = reading(client, MEMBERS)

    assert queries > 0
    assert "2026年4月1日" in tomorrow


@pytest.mark.usefixtures("kyoto")
def test_portal_serves_its_pages_without_redis(
    client: Client, settings: Settings
) -> None:
    reading(client, MEMBERS)
    before = settings.REDIS_URL
    settings.REDIS_URL = "unix:///nowhere/redis.sock"
    store.client.cache_clear()
    store.script.cache_clear()
    try:
        page = client.get(MEMBERS)
        ArticleFactory(title_ja="無事の知らせ")
        news = client.get(NEWS)
    finally:
        settings.REDIS_URL = before
        store.client.cache_clear()
        store.script.cache_clear()

    assert "京都市" in page.content.decode()
    assert page["ETag"]
    assert "無事の知らせ" in news.content.decode()


@pytest.mark.usefixtures("kyoto")
def test_many_addresses_do_not_fill_redis(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST_PAGES", 2)
    addresses = [f"{MEMBERS}?as_of=2021-01-{day:02}" for day in range(1, 5)]
    for address in addresses:
        reading(client, address)

    kept = [address for address in addresses if not queries_of(client, address)]

    assert kept == addresses[:2]


@pytest.mark.parametrize(
    ("statement", "tables"),
    [
        ('INSERT INTO "news_article" ("id") VALUES (%s)', {"news_article"}),
        ('INSERT INTO "a" VALUES (1) ON CONFLICT DO UPDATE SET "b" = 1', {"a"}),
        ('  update ONLY "a" set b = 1', {"a"}),
        ('DELETE FROM "a" WHERE "a"."id" IN (1)', {"a"}),
        ('TRUNCATE "a", "b" RESTART IDENTITY', {"a", "b"}),
        ('WITH x AS (SELECT 1) UPDATE "a" SET b = 1', {"a"}),
        ('COPY "a" FROM STDIN', {"a"}),
        ('SELECT "a"."id" FROM "a" FOR UPDATE', set()),
        ('INSERT INTO "django_session" VALUES (1)', set()),
        ('INSERT INTO "members_historicalperson" VALUES (1)', set()),
    ],
)
def test_statement_tells_which_tables_it_changes(
    statement: str, tables: set[str]
) -> None:
    assert written_by(statement) == tables


@pytest.mark.usefixtures("kyoto")
def test_command_drops_all_pages(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    for address in (MEMBERS, NEWS):
        reading(client, address)

    call_command("clear_pages")

    assert [queries_of(client, address) > 0 for address in (MEMBERS, NEWS)] == [
        True
    ] * 2
    assert capsys.readouterr().out == "保存していたページをすべて破棄しました。\n"
