"""Pages in Redis, each with the generations of the tables it was read from.

A table's generation rises before its first change in a transaction and again after
the commit. A page counts only while the generations are those from before it was
read, and none is kept while one of its tables is being changed: what a reader gets
is never older than the last commit. Should a process die between its commit and the
second rise, the first one has taken the old pages away, and no page is kept until the
mark of the change has run out.

The generations themselves belong to one run of Redis: where it was started again, or
lost them, all pages from before are gone, for nobody knows what it has forgotten.
"""

from __future__ import annotations

import gzip
import logging
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha1
from pathlib import Path

import brotli
import redis
from django.conf import settings
from django.db import connection
from redis.backoff import NoBackoff
from redis.retry import Retry

from iclei_portal.page_cache.scripts import BEGIN, END, KEEP, SERVE

logger = logging.getLogger(__name__)

# Until when nothing is asked of a Redis, by its address.
_away: dict[str, float] = {}

# Seconds after which the mark of a change runs out whose end nobody told: it was rolled
# back, or its process died. Until then no page of its tables is kept.
LONGEST_CHANGE = 20
# Seconds for which nothing is asked of a Redis that did not answer: it may take each
# reader's time until it is given up.
PAUSE = 5
# Pages kept in the time that one lives: many addresses must not fill the broker. Those
# that anyone can make up, with a query for instance, have a number of their own.
MOST_PAGES = 2_000
# Middle levels: hardly larger than the highest ones, and quick.
BROTLI_LEVEL, GZIP_LEVEL = 5, 6
PACKAGES = ("iclei_portal", "members", "initiatives", "events", "news", "reports")


@dataclass(frozen=True)
class Kept:
    """A page as it is kept; `body` is compressed as was asked for."""

    etag: str
    head: bytes
    body: bytes


@dataclass(frozen=True)
class Missed:
    """No page; the generations of all tables when it was looked for."""

    generations: Mapping[str, str]


@dataclass(frozen=True)
class Page:
    """A page to keep."""

    head: bytes
    content: bytes

    @cached_property
    def etag(self) -> str:
        """The hash of the content."""
        return sha1(self.content, usedforsecurity=False).hexdigest()[:20]

    @cached_property
    def brotli(self) -> bytes:
        """The content as new browsers take it."""
        return bytes(brotli.compress(self.content, quality=BROTLI_LEVEL))

    @cached_property
    def gzip(self) -> bytes:
        """The content as all browsers take it."""
        return gzip.compress(self.content, GZIP_LEVEL, mtime=0)

    def body(self, encoding: str) -> bytes:
        """Return the content in one of the two ways, br or gzip."""
        return self.brotli if encoding == "br" else self.gzip


@cache
def client() -> redis.Redis:
    """Return the connections of this process to Redis."""
    return redis.Redis.from_url(
        settings.REDIS_URL,
        socket_timeout=1,
        socket_connect_timeout=1,
        retry=Retry(NoBackoff(), 1),
    )


@lru_cache(maxsize=16)
def script(source: str) -> redis.commands.core.Script:
    """Return a script, sent as a whole only where Redis does not know it yet."""
    return client().register_script(source)


@cache
def release() -> str:
    """Return a hash of the code, templates and words that make pages.

    Processes of two releases that run side by side share no page.
    """
    base = Path(settings.BASE_DIR)
    files = [path for name in PACKAGES for path in (base / name).rglob("*.py")]
    files += [path for path in (base / "templates").rglob("*") if path.is_file()]
    files += [*(base / "locale").rglob("*.mo"), *(base / "static").rglob("*.*")]
    facts = [(str(path), path.stat().st_mtime_ns) for path in sorted(files)]
    return sha1(repr(facts).encode(), usedforsecurity=False).hexdigest()[:12]


def generations_key() -> str:
    """Return under which name the generations of the database's tables stand."""
    return f"pages:{connection.settings_dict['NAME']}:generations"


def find(address: str, encoding: str) -> Kept | Missed | None:
    """Return the page of an address, or the generations; None without a cache."""
    if not settings.PAGE_CACHE_SECONDS:
        return None
    if time.monotonic() < _away.get(settings.REDIS_URL, 0):
        return None
    try:
        found = script(SERVE)(
            keys=[page_key(address), generations_key()], args=[encoding]
        )
    except redis.RedisError as error:
        logger.warning("The page cache cannot be reached: %s", error)
        _away[settings.REDIS_URL] = time.monotonic() + PAUSE
        return None
    if len(found) == 3 and found[2]:  # noqa: PLR2004 - as the script returns it
        return Kept(found[0].decode(), found[1], found[2])
    names = iter(found)
    return Missed({name.decode(): next(names).decode() for name in names})


def keep(
    address: str,
    page: Page,
    tables: Iterable[str],
    missed: Missed,
    *,
    made_up: bool = False,
) -> None:
    """Keep a page that was read from `tables` after it had been `missed`.

    An address that anyone can make up takes no place from the others.
    """
    needs = " ".join(
        f"{name} {missed.generations.get(name, '0')}"
        for name in (":epoch", *sorted(tables))
    )
    seconds = settings.PAGE_CACHE_SECONDS
    counted = f"{generations_key()}:kept:{'made-up' if made_up else 'plain'}"
    keys = [page_key(address), generations_key(), counted]
    content = (page.etag, page.head, page.brotli, page.gzip)
    try:
        script(KEEP)(keys=keys, args=[needs, seconds, MOST_PAGES, *content])
    except redis.RedisError as error:
        logger.warning("A page could not be kept: %s", error)


def page_key(address: str) -> str:
    """Return under which name a page stands."""
    digest = sha1(address.encode(), usedforsecurity=False).hexdigest()
    return f"pages:{connection.settings_dict['NAME']}:{release()}:{digest}"


def begin_change(tables: Iterable[str]) -> str:
    """Take the pages of the tables away; return the name of the change."""
    change = uuid.uuid4().hex
    tell(BEGIN, change, LONGEST_CHANGE, *tables)
    return change


def end_change(change: str, tables: Iterable[str]) -> None:
    """Let pages of the tables be kept again."""
    tell(END, change, *tables)


def tell(source: str, *args: str | int) -> None:
    """Run the script of a change; where Redis refuses it, take all pages away.

    A Redis that is full writes nothing, yet it removes what it is asked to.
    """
    try:
        try:
            script(source)(keys=[generations_key()], args=args)
        except redis.ResponseError as error:
            logger.warning("The page cache refuses a change: %s", error)
            client().delete(generations_key())
    except redis.RedisError as error:
        logger.warning("The page cache does not know of a change: %s", error)


def clear() -> None:
    """Drop all pages of the database. Raises RedisError where Redis is away."""
    name = f"pages:{connection.settings_dict['NAME']}:*"
    for key in client().scan_iter(name, count=1000):
        if not key.startswith(generations_key().encode()):
            client().delete(key)
