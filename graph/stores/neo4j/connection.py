"""Connection to one Neo4j database: managed transactions, and the driver's errors as StoreError."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, ManagedTransaction, Query, Session, unit_of_work
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ResultFailedError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import InputError, StoreError

T = TypeVar("T")
Row = tuple[Any, ...]

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_DEFAULT_DATABASE = "neo4j"
_CONNECT_S = 10.0
_RETRY_S = 30.0


class Transaction:
    """One managed transaction: all its changes become visible at once, or none do."""

    def __init__(self, managed: ManagedTransaction) -> None:
        self._managed = managed

    def run(self, text: str, **values: object) -> list[Row]:
        """All rows of a statement; `values` are its parameters. No statement is ever built from data."""
        return [tuple(record) for record in self._managed.run(text, values)]


class Neo4jConnection:
    """One database; safe for several threads. Reads see what this connection wrote, on a cluster too (bookmarks)."""

    def __init__(self, driver: Driver, database: str, location: str) -> None:
        self._driver, self.database, self.location = driver, database, location
        self._bookmarks = driver.execute_query_bookmark_manager

    @classmethod
    def open(cls, url: str) -> Neo4jConnection:
        """`neo4j://user:password@host:7687/database`, also `neo4j+s`, `neo4j+ssc`, `bolt`, `bolt+s`, `bolt+ssc`.

        Raises InputError for an address that names no host, StoreError where nothing usable answers.
        """
        parts = urlsplit(url)
        if "@" in url.partition("://")[2].partition("/")[2]:
            raise InputError("this Neo4j address has a / before its @; write / as %2F in a user or password")
        if parts.scheme not in SCHEMES or not parts.hostname:
            raise InputError(
                f"{_without_secret(url)} is not the address of a Neo4j database; write neo4j://user:password@host:7687/database"
            )
        try:
            port = parts.port
        except ValueError as error:
            # The invalid port may be a part of the password.
            raise InputError(f"{_without_secret(url)}: the text after the last colon is not a port") from error
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        address = f"{parts.scheme}://{host}" + (f":{port}" if port else "")
        auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        database = unquote(parts.path.strip("/")) or _DEFAULT_DATABASE
        location = f"{address}/{database}"
        with translated_errors(location):
            driver = GraphDatabase.driver(
                address,
                auth=auth,
                connection_timeout=_CONNECT_S,
                connection_acquisition_timeout=2 * _CONNECT_S,
                max_transaction_retry_time=_RETRY_S,
                notifications_min_severity="OFF",
                user_agent="remit",
            )
        try:
            # Not retried: an address at which nothing listens, or a wrong password, is reported at once.
            with translated_errors(location), driver.session(database=database) as session:
                session.run("RETURN 1").consume()
        except BaseException:
            driver.close()
            raise
        return cls(driver, database, location)

    def read(self, text: str, **values: object) -> list[Row]:
        """All rows of one statement, from any member of a cluster; retried after transient errors."""
        return self.atomically(lambda tx: tx.run(text, **values), write=False)

    def write(self, text: str, **values: object) -> list[Row]:
        """Run one statement in its own transaction; retried after a deadlock or a lost leader."""
        return self.atomically(lambda tx: tx.run(text, **values))

    def atomically(self, work: Callable[[Transaction], T], *, write: bool = True, timeout_s: float | None = None) -> T:
        """Run `work` in one transaction and return its result. It may be retried, so it must be repeatable."""
        with translated_errors(self.location), self.session(write=write) as session:
            unit = unit_of_work(timeout=timeout_s)(lambda managed: work(Transaction(managed)))
            run = session.execute_write if write else session.execute_read
            result: T = run(unit)
            return result

    def autocommit(self, text: str) -> None:
        """Run a statement outside a managed transaction: a schema change, or one that opens its own transactions."""
        with translated_errors(self.location), self.session(write=True) as session:
            session.run(Query(text)).consume()

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def session(self, *, write: bool, fetch_size: int = 1_000) -> Session:
        """A session of the driver; the caller closes it, and wraps its use in `translated_errors`."""
        return self._driver.session(
            database=self.database,
            default_access_mode=WRITE_ACCESS if write else READ_ACCESS,
            bookmark_manager=self._bookmarks,
            fetch_size=fetch_size,
        )


@contextmanager
def translated_errors(location: str) -> Iterator[None]:
    """Raise errors of the driver and the server as StoreError, with the address (never the password) and what to do."""
    try:
        yield
    except AuthError as error:
        raise StoreError(
            f"{location} refuses this user: {_first(error)}. REMIT_STORE reads neo4j://user:password@host"
        ) from error
    except (ServiceUnavailable, SessionExpired) as error:
        raise StoreError(
            f"{location} does not answer: {_first(error)}. Is Neo4j running, and is this its address?"
        ) from error
    except TransientError as error:
        raise StoreError(f"{location} is busy: {_first(error)} ({error.code}); try again") from error
    except Neo4jError as error:
        raise StoreError(_explained(location, error)) from error
    except (ConfigurationError, ResultFailedError, DriverError) as error:
        raise StoreError(f"{location}: {_first(error)}") from error
    except OSError as error:
        raise StoreError(f"{location}: {error}") from error


def _explained(location: str, error: Neo4jError) -> str:
    code = error.code or ""
    server, _, database = location.rpartition("/")
    if code == "Neo.ClientError.Database.DatabaseNotFound":
        return f"{server} has no database {database!r}; `SHOW DATABASES` in Neo4j Browser lists them"
    if code in ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "Neo.ClientError.Statement.AccessMode"):
        return f"{location} is read-only: {_first(error)}. Write to its leader, or clear server.databases.read_only"
    if code == "Neo.ClientError.Cluster.NotALeader":
        return f"{location} is no leader; with a cluster use neo4j:// instead of bolt://"
    if code.startswith("Neo.ClientError.Security."):
        return f"{location} does not allow this: {_first(error)}"
    return f"{location}: {_first(error)} ({code})"


def _first(error: BaseException) -> str:
    """The first line of an error message, without the server's stack trace."""
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    return str(text).strip().splitlines()[0].rstrip(".") if str(text).strip() else type(error).__name__


def _without_secret(url: str) -> str:
    head, at, rest = url.rpartition("@")
    return f"{head.partition('://')[0]}://...@{rest}" if at else url
