"""A new portal is made ready once, on real servers of its own."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import environ
import psycopg
import pytest
import redis
from django.contrib.auth.hashers import check_password

from machine.home import Home
from machine.places import ROOT
from machine.servers import servers
from machine.variables import for_tests

ACCOUNT = re.compile(r"^First staff account: (\S+)  password: (\S+)$", re.MULTILINE)
Variables = dict[str, str]


@pytest.fixture
def variables(home: Home, tmp_path: Path) -> Iterator[Variables]:
    with servers(home.state, durable=False) as addresses:
        yield for_tests(addresses) | {"DATA_DIR": str(tmp_path)}


def prepare(variables: Variables) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", "prepare_portal"],
        cwd=ROOT,
        env=variables,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def rows(variables: Variables, query: str) -> list[Any]:
    database = environ.Env.db_url_config(variables["DATABASE_URL"])
    where = {"dbname": database["NAME"], "user": database["USER"]}
    with psycopg.connect(**where, **database["OPTIONS"]) as connection:
        answer = connection.execute(query.encode())
        return answer.fetchall() if answer.description else []


def test_new_portal_is_made_ready_once(variables: Variables) -> None:
    said = prepare(variables)

    ((email, password),) = ACCOUNT.findall(said)
    ((stored, hashed),) = rows(variables, "SELECT email, password FROM members_user")
    assert (email, check_password(password, hashed)) == (stored, True)
    jobs = rows(variables, "SELECT language, state FROM reports_renderjob ORDER BY 1")
    assert jobs == [("en", "queued"), ("ja", "queued"), ("ja-en", "queued")]
    assert redis.Redis.from_url(variables["REDIS_URL"]).llen("editions") == 3

    rows(variables, "UPDATE members_municipality SET name_en = 'Changed'")
    assert prepare(variables) == ""
    names = "SELECT DISTINCT name_en FROM members_municipality"
    assert rows(variables, names) == [("Changed",)]
    assert redis.Redis.from_url(variables["REDIS_URL"]).llen("editions") == 3
