"""Sessions with a PostgreSQL server: read-only snapshots with retries, and errors that never show the password."""

from __future__ import annotations

import os
import random
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any, TypeVar

import certifi
import psycopg
from psycopg.rows import dict_row

from graph.errors import FetchError
from loaders.connectors.postgres.config import Config
from loaders.live.http import FetchContext

T = TypeVar("T")
Rows = list[dict[str, Any]]

# How long a query may go on after the server should have ended it.
_GRACE_S = 15
# By the beginning of SQLSTATE: the setting to check, and the HTTP status that the error counts as.
_CODES: tuple[tuple[str, str, int | None], ...] = (
    ("42501", "user: it must be allowed to read the system catalogues", 403),
    ("57014", "statement_timeout_s", None),
)
# Before a connection stands there are no codes, only words. The last column: whether a retry may help.
_WORDS: tuple[tuple[str, str, int | None, bool], ...] = (
    ("password authentication failed", "user and password", 401, False),
    ("no password supplied", "password", 401, False),
    ("permission denied for database", "user and databases", 403, False),
    ("is not permitted to log in", "user", 401, False),
    ("no encryption", "sslmode, and the server's pg_hba.conf", 401, False),
    ("pg_hba.conf", "user, host and database, and the server's pg_hba.conf", 401, False),
    ("authentication failed", "user and password", 401, False),
    ("is not currently accepting connections", "databases", 403, False),
    ("does not exist", "database, databases and user", 404, False),
    ("certificate", "sslrootcert and sslmode", None, False),
    ("SSL", "sslmode", None, False),
    ("could not translate host name", "host", None, True),
    ("failed to resolve host", "host", None, True),
    ("No such file or directory", "host and port", None, False),
    ("timeout expired", "host, port and connect_timeout_s", None, True),
    ("Connection refused", "host and port", None, True),
    ("closed the connection unexpectedly", "host and port", None, True),
    ("could not receive data", "host and port", None, True),
    ("Connection reset", "host and port", None, True),
    ("the database system is", "host and port", None, True),
    ("connection slots", "host: it has no room for another connection", None, True),
    ("too many connections", "host: it has no room for another connection", None, True),
)
_UNKNOWN = ("host, port, user, password, database and sslmode", None, False)


class CatalogSession:
    """Queries of one server; `read` may be called for one database after another."""

    def __init__(self, config: Config, context: FetchContext) -> None:
        self._config, self._retry_policy, self._clock = config, context.retry_policy, context.clock
        self._spent_s = 0.0

    def read(self, database: str, read: Callable[[Callable[[str], Rows]], T]) -> T:
        """What `read` makes of its queries, all answered as of one moment; begun again when the connection is lost.

        Raises FetchError, not retryable for what a person must mend; it names the setting.
        """
        for attempt in range(1, self._retry_policy.max_attempts + 1):
            began_s = self._clock.now_s()
            connection: psycopg.Connection[Any] | None = None
            try:
                connection = self._connect(database)
                with closing(connection):
                    return self._once(connection, read)
            except (psycopg.Error, UnicodeError) as error:
                failure = self._failure(database, error, connection is not None)
            if not failure.retryable or attempt == self._retry_policy.max_attempts:
                break
            wait_s = min(self._retry_policy.initial_wait_s * 2 ** (attempt - 1), self._retry_policy.max_wait_s)
            wait_s = random.uniform(wait_s / 2, wait_s)
            self._spent_s += self._clock.now_s() - began_s + wait_s
            if self._spent_s > self._retry_policy.budget_s:
                break
            self._clock.sleep(wait_s)
        # `from None`: the driver's error holds the connection parameters.
        raise failure from None

    def _once(self, connection: psycopg.Connection[Any], read_rows: Callable[[Callable[[str], Rows]], T]) -> T:
        connection.read_only = True
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        with self._watched(connection):
            # The owner of a database could have set a search path with functions of their own.
            connection.execute("SET LOCAL search_path = pg_catalog, pg_temp")
            connection.execute(f"SET LOCAL statement_timeout = {self._config.statement_timeout_s * 1000:d}".encode())

        def query(text: str) -> Rows:
            with self._watched(connection), connection.cursor(row_factory=dict_row) as cursor:
                return cursor.execute(text.encode()).fetchall()

        return read_rows(query)

    def _connect(self, database: str) -> psycopg.Connection[Any]:
        config = self._config
        parameters: dict[str, Any] = {
            "host": config.host,
            "port": config.port,
            "user": config.user,
            "dbname": database,
            "sslmode": config.sslmode,
            "connect_timeout": config.connect_timeout_s,
            "application_name": "remit",
            "client_encoding": "UTF8",
            # Nothing is read from files and variables of the current user.
            "password": config.password,
            "passfile": os.devnull,
            "options": "",
            "gssencmode": "disable",
            "keepalives_idle": 30,
        }
        if config.sslmode.startswith("verify-") or config.sslrootcert:
            parameters["sslrootcert"] = config.sslrootcert or certifi.where()
        # A pool between us and the server may not keep prepared statements.
        return psycopg.connect(prepare_threshold=None, **parameters)

    @contextmanager
    def _watched(self, connection: psycopg.Connection[Any]) -> Iterator[None]:
        """Shut the connection down if a query gets no answer: the driver would wait for ever."""
        number = connection.fileno()

        def end() -> None:
            with suppress(OSError), socket.socket(fileno=os.dup(number)) as line:
                line.shutdown(socket.SHUT_RDWR)

        watch = threading.Timer(self._config.statement_timeout_s + _GRACE_S, end)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _failure(self, database: str, error: Exception, connected: bool) -> FetchError:
        label = f"postgres {self._config.host}, port {self._config.port}, database {database}"
        if isinstance(error, UnicodeError | psycopg.errors.CharacterNotInRepertoire):
            return FetchError(f"{label}: a name is not UTF-8 text; rename it", retryable=False)
        code, words = getattr(error, "sqlstate", None) or "", self._server_words(error)
        if not connected:
            setting, status, passes = next(
                (setting_words[1:] for setting_words in _WORDS if setting_words[0] in words), _UNKNOWN
            )
            return FetchError(f"{label}: {words}. {self._remedy(setting)}", retryable=passes, status=status)
        for start, setting, status in _CODES:
            if code.startswith(start):
                return FetchError(f"{label}: {words}. {self._remedy(setting)}", retryable=False, status=status)
        # An error of a query would come again; a lost connection may come back.
        lost = (isinstance(error, psycopg.OperationalError) and not code) or code.startswith(("08", "40", "53", "57"))
        return FetchError(f"{label}: {words}", retryable=lost)

    def _remedy(self, setting: str) -> str:
        return f"Check the setting {setting} of postgres, instance {self._config.instance}"

    def _server_words(self, error: Exception) -> str:
        """The server's message on one line, without the password."""
        words = " ".join(str(error).split()) or type(error).__name__
        if self._config.password:
            words = words.replace(self._config.password, "***")
        return words[:300].rstrip(".")
