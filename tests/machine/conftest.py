import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from machine.account import Account
from machine.home import Home
from machine.postgres import Postgres
from machine.redis import Redis


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every account may enter, unlike pytest's own."""
    made = Path(tempfile.mkdtemp(prefix="iclei-portal-test-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def home(folder: Path) -> Iterator[Home]:
    """A home of servers; whatever still runs in it is stopped afterwards."""
    made = Home.at(folder / "state")
    yield made
    Postgres(made, durable=False).stop()
    Redis(made, durable=False).stop()
    shutil.rmtree(made.sockets)


@pytest.fixture
def other() -> Account:
    """The account that root hands the portal to; only root can be somebody else."""
    if os.geteuid() != 0:
        pytest.skip("root alone starts programs as somebody else")
    return Account.for_servers(Path("/no-state-yet"))


@pytest.fixture(autouse=True)
def _no_given_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests start servers of their own, also where the portal has some."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
