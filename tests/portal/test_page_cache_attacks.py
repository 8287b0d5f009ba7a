"""The page cache against readers who mean harm, and a Redis that fails."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from iclei_portal.page_cache import store
from members.models import Municipality
from tests.factories import MembershipFactory, MunicipalityFactory
from tests.factories.periods import SINCE_FY2021

pytestmark = pytest.mark.django_db(transaction=True)

MEMBERS = "/ja/members/"


class Server:
    """A Redis of the test's own, which keeps what it knows in a file."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.socket = folder, folder / "redis.sock"
        self.client = redis.Redis(unix_socket_path=str(self.socket))
        self.start()

    def start(self) -> None:
        program = shutil.which("redis-server")
        assert program
        options = ("--port", "0", "--save", "", "--appendonly", "yes")
        places = ("--unixsocket", str(self.socket), "--dir", str(self.folder))
        self.process = subprocess.Popen(
            [program, *options, *places], stdout=subprocess.DEVNULL
        )
        for _time in range(200):
            try:
                self.client.ping()
            except redis.RedisError:
                time.sleep(0.02)
            else:
                return
        pytest.fail("Redis does not begin.")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def server(tmp_path: Path, settings: Settings) -> Iterator[Server]:
    """Keep the pages in a Redis that a test may break."""
    server = Server(tmp_path)
    settings.PAGE_CACHE_SECONDS = 60
    settings.REDIS_URL = f"unix://{server.socket}?db=0"
    store.client.cache_clear()
    store.script.cache_clear()
    yield server
    os.kill(server.process.pid, signal.SIGCONT)
    server.kill()
    store.client.cache_clear()
    store.script.cache_clear()


@pytest.fixture
def kyoto() -> Municipality:
    found: Municipality = MunicipalityFactory(
        slug="kyoto", code="261009", name_ja="京都市", name_en="City of Kyoto"
    )
    MembershipFactory(municipality=found, valid=SINCE_FY2021)
    return found


def rename(name: str) -> None:
    Municipality.objects.filter(slug="kyoto").update(name_ja=name)


def queries_of(client: Client, address: str, **headers: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, headers=headers).status_code == 200
    return len(queries)


@pytest.mark.usefixtures("server", "kyoto")
def test_header_about_the_root_of_the_portal_changes_no_page(client: Client) -> None:
    own = client.get(MEMBERS, SCRIPT_NAME="//evil.example").content.decode()
    anyone = client.get(MEMBERS).content.decode()

    assert "evil" not in own
    assert "evil" not in anyone


@pytest.mark.usefixtures("server", "kyoto")
@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("br;q=0, gzip", "gzip"),
        ("br; q=0.000, gzip;q=0", None),
        ("BR", "br"),
        ("zebra, gzipped", None),
        ("gzip;q=0.001", "gzip"),
        ("identity", None),
    ],
)
def test_page_comes_in_no_way_that_the_browser_refuses(
    client: Client, asked: str, sent: str | None
) -> None:
    for _time in range(2):
        page = client.get(MEMBERS, headers={"accept-encoding": asked})

        assert page.get("Content-Encoding") == sent


@pytest.mark.usefixtures("kyoto")
def test_pages_from_before_redis_was_started_again_are_gone(
    client: Client, server: Server
) -> None:
    queries_of(client, MEMBERS)
    assert queries_of(client, MEMBERS) == 0

    server.kill()
    rename("洛中市")  # of which nobody can tell Redis
    server.start()

    assert "洛中市" in client.get(MEMBERS).content.decode()


@pytest.mark.usefixtures("kyoto")
def test_pages_are_gone_when_redis_lost_the_generations(
    client: Client, server: Server
) -> None:
    with CaptureQueriesContext(connection):
        name = store.generations_key()
    server.client.delete(name)
    queries_of(client, MEMBERS)
    assert queries_of(client, MEMBERS) == 0

    server.client.delete(name)
    store.end_change("another", {"news_article"})

    assert queries_of(client, MEMBERS) > 0


@pytest.mark.usefixtures("kyoto")
def test_full_redis_shows_no_old_page(client: Client, server: Server) -> None:
    queries_of(client, MEMBERS)
    assert queries_of(client, MEMBERS) == 0
    server.client.config_set("maxmemory", "1")

    rename("洛中市")
    meanwhile = client.get(MEMBERS).content.decode()
    server.client.config_set("maxmemory", "0")
    later = client.get(MEMBERS).content.decode()

    assert "洛中市" in meanwhile
    assert "洛中市" in later


@pytest.mark.usefixtures("kyoto")
def test_redis_that_does_not_answer_costs_one_reader_time(
    client: Client, server: Server
) -> None:
    queries_of(client, MEMBERS)
    os.kill(server.process.pid, signal.SIGSTOP)
    client.get(MEMBERS)

    began = time.monotonic()
    for _reader in range(3):
        assert "京都市" in client.get(MEMBERS).content.decode()

    assert time.monotonic() - began < 1


@pytest.mark.usefixtures("server", "kyoto")
def test_made_up_addresses_take_no_place_from_the_pages(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST_PAGES", 2)
    made_up = [f"{MEMBERS}?x={number}" for number in range(3)]
    for address in made_up:
        queries_of(client, address)
    for port in range(3):
        queries_of(client, MEMBERS, host=f"testserver:{port + 1}")

    queries_of(client, MEMBERS)

    assert queries_of(client, made_up[-1]) > 0
    assert queries_of(client, MEMBERS) == 0
