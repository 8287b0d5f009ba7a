"""Real servers, started, taken over, killed and stopped."""

import os
import signal
from pathlib import Path

import environ
import psycopg
import pytest
import redis

from machine.home import Home
from machine.postgres import Postgres
from machine.redis import Redis
from machine.refusal import Refusal
from machine.servers import servers


def ask(home: Home, query: str) -> str:
    where = f"host={home.sockets} user=portal dbname=portal"
    with psycopg.connect(where, autocommit=True) as connection:
        answer = connection.execute(query.encode())
        row = answer.fetchone() if answer.description else None
    return str(row[0]) if row else ""


def first_line(file: Path) -> int:
    return int(file.read_text().splitlines()[0])


def test_servers_answer_at_the_addresses_they_give(home: Home) -> None:
    with servers(home.state, durable=False) as addresses:
        database = environ.Env.db_url_config(addresses["DATABASE_URL"])
        where = {"dbname": database["NAME"], "user": database["USER"]}
        with psycopg.connect(**where, **database["OPTIONS"]) as connection:
            encoding = connection.info.parameter_status("server_encoding")

        assert encoding == "UTF8"
        assert redis.Redis.from_url(addresses["REDIS_URL"]).ping() is True


def test_servers_listen_on_no_network_port(home: Home) -> None:
    with servers(home.state, durable=False) as addresses:
        queue = redis.Redis.from_url(addresses["REDIS_URL"])

        assert ask(home, "SHOW listen_addresses") == ""
        assert queue.config_get("port") == {"port": "0"}


@pytest.mark.parametrize(
    ("durable", "fsync", "appendonly"), [(True, "on", "yes"), (False, "off", "no")]
)
def test_servers_keep_every_write_of_the_portal_and_none_of_tests(
    home: Home, durable: bool, fsync: str, appendonly: str
) -> None:
    with servers(home.state, durable=durable) as addresses:
        queue = redis.Redis.from_url(addresses["REDIS_URL"])

        assert ask(home, "SHOW fsync") == fsync
        assert queue.config_get("appendonly") == {"appendonly": appendonly}
        assert queue.config_get("maxmemory-policy") == {
            "maxmemory-policy": "noeviction"
        }


def test_second_user_takes_over_live_servers(home: Home) -> None:
    born = "SELECT pg_postmaster_start_time()"
    with servers(home.state, durable=False):
        before = ask(home, born)

        with servers(home.state, durable=False):
            during = ask(home, born)

        assert during == before
        assert ask(home, born) == before


def test_servers_stop_with_their_last_user_not_with_the_one_who_started_them(
    home: Home,
) -> None:
    postgres, queue = Postgres(home, durable=False), Redis(home, durable=False)
    first = servers(home.state, durable=False)
    first.__enter__()

    with servers(home.state, durable=False):
        first.__exit__(None, None, None)
        assert (postgres.answers(), queue.answers()) == (True, True)

    assert (postgres.answers(), queue.answers()) == (False, False)


def test_killed_servers_start_again_with_all_they_had(home: Home) -> None:
    with servers(home.state, durable=True) as addresses:
        ask(home, "CREATE TABLE kept AS SELECT 'Kyoto' AS city")
        redis.Redis.from_url(addresses["REDIS_URL"]).set("city", "Kyoto")
        os.kill(first_line(home.state / "postgres/postmaster.pid"), signal.SIGKILL)
        os.kill(first_line(home.state / "redis/redis.pid"), signal.SIGKILL)

        with servers(home.state, durable=True):
            assert ask(home, "SELECT city FROM kept") == "Kyoto"
            assert redis.Redis.from_url(addresses["REDIS_URL"]).get("city") == b"Kyoto"


def test_unfinished_cluster_is_made_anew(home: Home) -> None:
    unfinished = home.account.open_folder(home.state / "postgres.new")
    (unfinished / "PG_VERSION").write_text("15\n")

    with servers(home.state, durable=False):
        assert ask(home, "SELECT 1") == "1"


def test_named_servers_are_used_and_none_started(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {"DATABASE_URL": "postgres://db/portal", "REDIS_URL": "redis://queue"}
    for name, address in named.items():
        monkeypatch.setenv(name, address)

    with servers(folder / "state", durable=True) as addresses:
        assert addresses == named
    assert not (folder / "state").exists()


def test_one_named_server_alone_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://db/portal")

    with pytest.raises(Refusal, match="Set both DATABASE_URL and REDIS_URL"):
        servers(folder / "state", durable=True).__enter__()
