"""PostgreSQL and Redis for as long as somebody needs them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from machine.home import Home
from machine.postgres import Postgres
from machine.redis import Redis
from machine.refusal import Refusal

ADDRESSES = ("DATABASE_URL", "REDIS_URL")


def given() -> dict[str, str]:
    """Return the addresses of servers that the environment names, both or none."""
    found = {name: os.environ[name] for name in ADDRESSES if os.environ.get(name)}
    if len(found) == 1:
        raise Refusal(f"Set both {' and '.join(ADDRESSES)}, or neither.")
    return found


@contextmanager
def servers(state: Path, *, durable: bool) -> Iterator[dict[str, str]]:
    """Yield the addresses of both servers as environment variables.

    Servers that are alive already are taken over, dead ones are started. They
    stop with their last user. Servers named by the environment are left alone.
    """
    if addresses := given():
        yield addresses
        return
    home = Home.at(state)
    pair = (Postgres(home, durable=durable), Redis(home, durable=durable))
    use = home.join()
    try:
        with home.alone():
            for server in pair:
                if not server.answers():
                    server.start()
        yield dict(zip(ADDRESSES, (server.url for server in pair), strict=True))
    finally:
        with home.alone():
            if use.leave():
                for server in pair:
                    server.stop()
