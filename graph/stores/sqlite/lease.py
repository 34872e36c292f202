"""This file knows who may write a source: leases in the file, taken over when their holder's process is gone."""

from __future__ import annotations

import os
import socket
import sqlite3
import time
from pathlib import Path

from graph.errors import LeaseHeld

# A holder on another machine cannot be asked whether it lives: its lease ends by itself.
_LEASE_S = 900.0


def acquire(connection: sqlite3.Connection, source: str, holder: str) -> None:
    """Take or renew the lease, inside the caller's transaction. Raises LeaseHeld."""
    row = connection.execute("SELECT holder, process, until FROM lease WHERE source = ?", (source,)).fetchone()
    if row is not None and row[0] != holder and _is_alive(row[1], row[2]):
        raise LeaseHeld(f"another writer ({row[1]}) works on {source}; try again when it is done")
    connection.execute(
        "INSERT OR REPLACE INTO lease VALUES (?, ?, ?, ?)",
        (source, holder, _process(os.getpid()), time.time() + _LEASE_S),
    )


def release(connection: sqlite3.Connection, source: str, holder: str) -> None:
    """Give the lease back, inside the caller's transaction."""
    connection.execute("DELETE FROM lease WHERE source = ? AND holder = ?", (source, holder))


def _process(pid: int) -> str:
    """Host, process id and start time: a process id alone is soon given to another process."""
    try:
        started = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        started = "?"
    return f"{socket.gethostname()}:{pid}:{started}"


def _is_alive(process: str, until: float) -> bool:
    host, pid, started = process.rsplit(":", 2)
    if host != socket.gethostname() or started == "?":
        return time.time() < until
    return _process(int(pid)) == process
