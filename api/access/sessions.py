"""Sessions of browsers: kept in a file beside the store, so that they outlive the server, under the digest of their id."""

from __future__ import annotations

import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from graph.errors import StoreError
from graph.private_files import make_private_file

VERSION = 1
# Beyond this many of one person the ones that were used least recently end.
MAX_PER_SUBJECT = 20
# A use is written down when the last one written is older than this.
_USE_S = 30
_BUSY_S = 10.0
_TABLES = """
CREATE TABLE session (
    digest BLOB PRIMARY KEY, subject TEXT NOT NULL, login BLOB NOT NULL, began_at REAL NOT NULL, used_at REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_subject ON session (subject)
"""


@dataclass(frozen=True, slots=True)
class Login:
    """Who signed in, and by what; what they may do follows from it anew at each request.

    `method` is `oidc` or `token`. `subject`: the claim sub, or the digest of the token in hexadecimal. `groups`: those of
    the token's groups that had a role.
    """

    method: str
    subject: str
    name: str
    groups: tuple[str, ...] = ()


class Sessions:
    """All sessions of one installation. Safe for several threads and processes; every method does I/O."""

    def __init__(
        self, path: Path | None, idle_s: float, absolute_s: float, clock: Callable[[], float] = time.time
    ) -> None:
        """Open the file, which is created if it does not exist; None: sessions in memory. Raises StoreError.

        A session ends `idle_s` seconds after its last use, and `absolute_s` after it began at the latest.
        """
        self._path, self._idle_s, self._absolute_s, self._clock = path, idle_s, absolute_s, clock
        self._lock = threading.Lock()
        with self._errors():
            if path is not None:
                make_private_file(path)
            self._connection = sqlite3.connect(
                path or ":memory:", timeout=_BUSY_S, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            with self._writing():
                version = self._connection.execute("PRAGMA user_version").fetchone()[0]
                if version > VERSION:
                    raise StoreError(f"{path} was written by a newer Remit (sessions {version}); upgrade this one")
                if version < VERSION:
                    for statement in _TABLES.split(";"):
                        self._connection.execute(statement)
                    self._connection.execute(f"PRAGMA user_version = {VERSION}")

    def begin(self, login: Login) -> str:
        """The id of a new session, which is kept nowhere but in the browser; sessions that are over go. Raises StoreError."""
        session_id, now, subject = secrets.token_urlsafe(32), self._clock(), f"{login.method}:{login.subject}"
        with self._writing() as connection:
            connection.execute(
                "DELETE FROM session WHERE used_at < ? OR began_at < ?", (now - self._idle_s, now - self._absolute_s)
            )
            connection.execute(
                "DELETE FROM session WHERE digest IN "
                "(SELECT digest FROM session WHERE subject = ? ORDER BY used_at DESC LIMIT -1 OFFSET ?)",
                (subject, MAX_PER_SUBJECT - 1),
            )
            row = (_digest(session_id), subject, msgspec.json.encode(login), now, now)
            connection.execute("INSERT INTO session VALUES (?, ?, ?, ?, ?)", row)
        return session_id

    def use(self, session_id: str) -> Login | None:
        """Who signed in to a session that is not over; None for any other text. Raises StoreError."""
        digest, now = _digest(session_id), self._clock()
        with self._errors(), self._lock:
            row = self._connection.execute(
                "SELECT login, used_at FROM session WHERE digest = ? AND used_at >= ? AND began_at >= ?",
                (digest, now - self._idle_s, now - self._absolute_s),
            ).fetchone()
        if row is None:
            return None
        if now - row[1] > min(_USE_S, self._idle_s / 4):
            with self._writing() as connection:
                connection.execute("UPDATE session SET used_at = max(used_at, ?) WHERE digest = ?", (now, digest))
        return msgspec.json.decode(row[0], type=Login)

    def end(self, session_id: str) -> None:
        """End a session, if it is one. Raises StoreError."""
        with self._writing() as connection:
            connection.execute("DELETE FROM session WHERE digest = ?", (_digest(session_id),))

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._errors(), self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{self._path or 'memory'}: sessions cannot be kept: {error}") from None


def _digest(session_id: str) -> bytes:
    # The id has 256 random bits: nobody finds it by trying, however quick the digest.
    return sha256(session_id.encode()).digest()
