"""This file knows how leases are kept in the embedded file."""

from __future__ import annotations

import sqlite3
import time

from graph.errors import LeaseHeld
from graph.stores.lease import LEASE_S, is_alive, this_process


def acquire(connection: sqlite3.Connection, source: str, holder: str) -> None:
    """Take or renew the lease, inside the caller's transaction. Raises LeaseHeld."""
    now = time.time()
    row = connection.execute("SELECT holder, process, until FROM lease WHERE source = ?", (source,)).fetchone()
    if row is not None and row[0] != holder and is_alive(row[1], row[2], now):
        raise LeaseHeld(f"another writer ({row[1]}) works on {source}; try again when it is done")
    connection.execute(
        "INSERT OR REPLACE INTO lease VALUES (?, ?, ?, ?)", (source, holder, this_process(), now + LEASE_S)
    )


def release(connection: sqlite3.Connection, source: str, holder: str) -> None:
    """Give the lease back, inside the caller's transaction."""
    connection.execute("DELETE FROM lease WHERE source = ? AND holder = ?", (source, holder))
