"""The embedded file: its tables, how it is opened, transactions, leases, and SQLite's errors as StoreError."""

from __future__ import annotations

import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import LeaseHeld, StoreError
from graph.private_files import make_private_file
from graph.stores.lease import LEASE_S, is_alive, this_process
from graph.stores.sql.schema import EVENT_TABLES
from graph.stores.sql.schema import TABLES as CLAIM_TABLES

VERSION = 2

TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE source (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, state TEXT NOT NULL);
CREATE TABLE run (
    n INTEGER PRIMARY KEY, source TEXT NOT NULL, observed_at INTEGER NOT NULL, state TEXT NOT NULL,
    reasons TEXT NOT NULL, counts TEXT NOT NULL
);
CREATE TABLE lease (source TEXT PRIMARY KEY, holder TEXT NOT NULL, process TEXT NOT NULL, until REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE decision (n INTEGER PRIMARY KEY, decision TEXT NOT NULL UNIQUE);
{CLAIM_TABLES}
INSERT INTO meta VALUES ('generation', 0);
"""


_BUSY_S = 120.0
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "cache_size = -262144", "mmap_size = 1073741824")


def connect(path: Path) -> sqlite3.Connection:
    """Open the file; a new one is created with its tables. Raises StoreError, also for a file of a newer schema."""
    with translated_errors(path):
        make_private_file(path)
        connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise StoreError(f"{path} was written by a newer Remit (schema {version}); upgrade this one")
        if version < VERSION:
            _create(connection)
        return connection


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One write transaction; waits for another writer."""
    with translated_errors(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _create(connection: sqlite3.Connection) -> None:
    """Create the tables, or those that an older schema lacks."""
    connection.execute("BEGIN IMMEDIATE")
    # Another process may have created the tables while this one waited.
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < VERSION:
        for statement in (TABLES if version == 0 else EVENT_TABLES).split(";"):
            connection.execute(statement)
        if version == 0:
            connection.execute("INSERT INTO meta VALUES ('identity', ?)", (uuid.uuid4().int >> 80,))
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


@contextmanager
def translated_errors(path: Path) -> Iterator[None]:
    """Raise errors of SQLite and of the file system as StoreError, with the name of the file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(f"{path} is busy: another load has locked it; try again") from error
        raise StoreError(f"{path}: {error}") from error
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{path}: {error}") from error


def acquire(connection: sqlite3.Connection, source: str, holder: str) -> None:
    """Take or renew the lease, inside the caller's transaction. Raises LeaseHeld."""
    now = time.time()
    row = connection.execute("SELECT holder, process, until FROM lease WHERE source = ?", (source,)).fetchone()
    if row is not None and row[0] != holder and is_alive(row[1], row[2], now):
        raise LeaseHeld(f"another writer ({row[1]}) is writing {source}; try again when it has finished")
    connection.execute(
        "INSERT OR REPLACE INTO lease VALUES (?, ?, ?, ?)", (source, holder, this_process(), now + LEASE_S)
    )


def release(connection: sqlite3.Connection, source: str, holder: str) -> None:
    """Release the lease, inside the caller's transaction."""
    connection.execute("DELETE FROM lease WHERE source = ? AND holder = ?", (source, holder))
