"""The SQLite tables of the journal of spans, and how its file is opened, intact after any crash."""

from __future__ import annotations

import fcntl
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from graph.errors import StoreError
from graph.private_files import make_private_file

VERSION = 3
_BUSY_S = 120.0
# FULL: what was committed survives the loss of power; a client's export is acknowledged only then.
_PRAGMAS = (
    # Ids come in no order: small pages, and many of them before the log is worked off, write the least.
    "page_size = 1024",
    "journal_mode = WAL",
    "synchronous = FULL",
    "wal_autocheckpoint = 32000",
    "cache_size = -131072",
    "mmap_size = 1073741824",
)

# `slot`: a usage key with its totals. `span.own`: a span's own key; `span.counted`, `span.how`: the key that it counts for,
# and what of it; `span.has_tokens`: a call of a tool carries tokens, `left_out`: no span that counts tells them. `link`: spans without usage, which join others. `dirty`: traces to be counted anew. `waiting`: calls of
# which a better span may follow. `day.changed` grows with each change, `day.told` follows when the store has it; `day.state`: 0 open,
# 1 closing, 2 closed.
TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, told TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE slot (
    id INTEGER PRIMARY KEY,
    day INTEGER NOT NULL, who TEXT NOT NULL, application TEXT NOT NULL, server TEXT NOT NULL, name TEXT NOT NULL,
    is_call INTEGER NOT NULL,
    requests INTEGER NOT NULL DEFAULT 0, uncached_input INTEGER NOT NULL DEFAULT 0, cache_read INTEGER NOT NULL DEFAULT 0,
    cache_write INTEGER NOT NULL DEFAULT 0, output INTEGER NOT NULL DEFAULT 0, reasoning INTEGER NOT NULL DEFAULT 0,
    UNIQUE (day, who, application, server, name, is_call)
);
CREATE TABLE span (
    key BLOB PRIMARY KEY, parent BLOB, role INTEGER NOT NULL, call BLOB, own INTEGER NOT NULL,
    uncached_input INTEGER NOT NULL, cache_read INTEGER NOT NULL, cache_write INTEGER NOT NULL, output INTEGER NOT NULL,
    reasoning INTEGER NOT NULL,
    counted INTEGER, how INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE waiting (key BLOB PRIMARY KEY, due_s INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE day (
    day INTEGER PRIMARY KEY, changed INTEGER NOT NULL DEFAULT 0, told INTEGER NOT NULL DEFAULT 0,
    arrived_s INTEGER NOT NULL, state INTEGER NOT NULL DEFAULT 0
)
"""
_LINKS = """
CREATE TABLE link (
    key BLOB PRIMARY KEY, parent BLOB, day INTEGER NOT NULL, role INTEGER NOT NULL, who TEXT NOT NULL,
    has_tokens INTEGER NOT NULL, left_out INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE dirty (trace BLOB PRIMARY KEY) WITHOUT ROWID
"""
_TOKENS_OF_CALLS = """
ALTER TABLE span ADD COLUMN has_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE span ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0;
CREATE INDEX span_left_out ON span (left_out) WHERE left_out;
CREATE INDEX link_left_out ON link (left_out) WHERE left_out
"""
# By the version that a journal has, what brings it to the newest.
_UPGRADES = {
    0: f"{TABLES};{_LINKS};{_TOKENS_OF_CALLS}",
    1: f"DROP INDEX child; DROP INDEX mate;{_LINKS};{_TOKENS_OF_CALLS}",
    2: _TOKENS_OF_CALLS,
}


def connect(path: Path | None) -> sqlite3.Connection:
    """The journal in a file, which is created if it does not exist; None: one that goes when it is closed. Raises StoreError."""
    with store_errors(path):
        if path is not None:
            make_private_file(path)
        # Without a name it is SQLite's own temporary file, which takes no more memory than its cache.
        connection = sqlite3.connect(path or "", timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        with writing(connection, path):
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                raise StoreError(f"{path} was written by a newer Remit (journal {version}); upgrade this one")
            if version < VERSION:
                for statement in _UPGRADES[version].split(";"):
                    connection.execute(statement)
                if version == 0:
                    connection.execute("INSERT INTO meta VALUES ('identity', ?)", (uuid.uuid4().hex[:12],))
                connection.execute(f"PRAGMA user_version = {VERSION}")
        return connection


@contextmanager
def writing(connection: sqlite3.Connection, path: Path | None) -> Iterator[None]:
    """A transaction that waits for other writers. Raises StoreError."""
    with store_errors(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


@contextmanager
def delivery_turn(path: Path | None) -> Iterator[None]:
    """Wait for the turn to deliver what a journal holds: of two deliveries at once the older could overwrite the newer.

    A process that dies loses its turn. Raises StoreError.
    """
    if path is None:
        yield
        return
    with store_errors(path):
        file = path.with_name(f"{path.name}.turn")
        make_private_file(file)
        handle = file.open("wb")
    with handle:
        with store_errors(path):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def store_errors(path: Path | None) -> Iterator[None]:
    """Errors of SQLite and the file system as StoreError with the file's name."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{path or 'the journal'}: {error}") from error


def used_bytes(connection: sqlite3.Connection) -> int:
    """How large a journal is, without what it can use again."""
    names = ("page_count", "freelist_count", "page_size")
    pages, free, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
    return int((pages - free) * size)


def has_undelivered(path: Path, now_s: int) -> bool:
    """Whether a journal, which need not exist yet, has something that a store has to be given; cheap."""
    if not path.exists():
        return False
    with (
        store_errors(path),
        closing(sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, timeout=10)) as connection,
    ):
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            return False
        row = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM day WHERE changed > told) OR EXISTS (SELECT 1 FROM waiting WHERE due_s <= ?) "
            + ("OR EXISTS (SELECT 1 FROM dirty)" if version > 1 else ""),
            (now_s,),
        ).fetchone()
    return bool(row[0])
