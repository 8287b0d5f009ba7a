"""Which tables a page was read from, and which ones a transaction changes.

Every statement of every connection passes here, so that no way of writing is
forgotten: the admin, a command, a worker, a bulk update.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from iclei_portal.page_cache import store

WRITING = re.compile(
    r"\s*(?:INSERT|UPDATE|DELETE|TRUNCATE|MERGE|COPY|WITH)\b", re.IGNORECASE
)
WRITTEN = re.compile(
    r'\b(?:INTO|UPDATE|DELETE\s+FROM|COPY)\s+(?!SET\b)(?:ONLY\s+)?"?(\w+)',
    re.IGNORECASE,
)
TRUNCATED = re.compile(r"\s*TRUNCATE\b", re.IGNORECASE)
QUOTED = re.compile(r'"(\w+)"')
READ = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)', re.IGNORECASE)
# No page shows them: sessions come and go, histories follow their records.
UNSEEN = re.compile(r"django_(?:session|admin_log|migrations)$|\w+_historical\w+$")

_tables: ContextVar[set[str] | None] = ContextVar("tables", default=None)


@contextmanager
def reading() -> Iterator[set[str]]:
    """Yield a set that the tables of every query come into."""
    found: set[str] = set()
    token = _tables.set(found)
    try:
        yield found
    finally:
        _tables.reset(token)


def written_by(sql: str) -> set[str]:
    """Return the tables that a statement changes."""
    if not WRITING.match(sql):
        return set()
    named = QUOTED if TRUNCATED.match(sql) else WRITTEN
    return {table for table in named.findall(sql) if not UNSEEN.match(table)}


def watch(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Have each statement of a connection looked at."""
    if notice not in connection.execute_wrappers:
        connection.execute_wrappers.append(notice)


def notice(
    execute: Callable[..., Any],
    sql: str,
    params: Any,
    many: bool,
    context: dict[str, Any],
) -> Any:
    """Run a statement; note what it reads, tell the cache what it changes."""
    statement = str(sql)
    tables = _tables.get()
    if tables is not None:
        tables.update(READ.findall(statement))
    changed = written_by(statement) if settings.PAGE_CACHE_SECONDS else set()
    if not changed:
        return execute(sql, params, many, context)
    connection: BaseDatabaseWrapper = context["connection"]
    changed -= told(connection)
    change = store.begin_change(changed) if changed else ""
    try:
        return execute(sql, params, many, context)
    finally:
        if changed:
            end = partial(store.end_change, change, frozenset(changed))
            if connection.in_atomic_block:
                connection.on_commit(end, robust=True)
            else:
                end()


def told(connection: BaseDatabaseWrapper) -> set[str]:
    """Return the tables of which the cache knows that the transaction changes them.

    A savepoint that is rolled back takes them with it.
    """
    found: set[str] = set()
    for waiting in connection.run_on_commit:
        hook = waiting[1]
        if isinstance(hook, partial) and hook.func is store.end_change:
            found |= hook.args[1]
    return found
