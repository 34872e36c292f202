"""Reading of the system catalogs: those of the server, then those of each database, as pages of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from graph.errors import FetchError
from graph.reason import Reason
from loaders.base import Page
from loaders.connectors.postgres.config import Config
from loaders.connectors.postgres.system_catalogs import DATABASES, OLDEST, OWN, SERVER, SHARED, query_of
from loaders.live.http import FetchContext
from loaders.live.pagination import reason_of

UNREADABLE = "DATABASE_NOT_READ"

Rows = list[dict[str, Any]]
Read = dict[tuple[str, str], Rows]


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """The pages of a run: first the roles and databases of the server, then the grants of each database.

    All that is read over one connection is of one moment. What cannot be read is a page that says why.
    """
    # The driver takes a moment to import, and nobody who loads files should wait for it.
    from loaders.connectors.postgres.session import CatalogSession

    session = CatalogSession(config, context)
    try:
        shared = session.read(config.database, partial(_read_shared, config))
    except FetchError as error:
        yield Page(SERVER, None, failure=reason_of(error))
        return
    version = shared[SERVER, ""][0]["server_version_num"]
    databases = {row["datname"]: row for row in shared[DATABASES, ""]}
    database_names = config.databases or tuple(databases)
    # Databases that the settings leave out are not described.
    shared[DATABASES, ""] = [row for name, row in databases.items() if name in database_names]
    shared[SERVER, ""][0]["aliases"] = list(config.addresses())
    yield from _pages(config, shared)
    for name in dict.fromkeys(database_names):
        if name == config.database:
            continue
        problem = _unreadable_page(databases.get(name), name, config)
        if problem is not None:
            yield problem
            continue
        try:
            own = session.read(name, partial(_read_own, name, version))
        except FetchError as error:
            yield _failed(name, reason_of(error).code, str(error))
        else:
            yield from _pages(config, own)


def _read_shared(config: Config, query: Callable[[str], Rows]) -> Read:
    """The catalogues of the whole server and, of the same moment, those of the database that the session is in."""
    server = query(query_of(SERVER, 0))
    version = server[0]["server_version_num"]
    if version < OLDEST:
        raise FetchError(f"this is PostgreSQL {version // 10_000}; it is read from 12 on", retryable=False)
    rows_by_catalogue: Read = {(SERVER, ""): server}
    for catalogue in SHARED[1:]:
        rows_by_catalogue[catalogue, ""] = query(query_of(catalogue, version))
    if not config.databases or config.database in config.databases:
        rows_by_catalogue |= _read_own(config.database, version, query)
    return rows_by_catalogue


def _read_own(database: str, version: int, query: Callable[[str], Rows]) -> Read:
    return {(catalogue, database): query(query_of(catalogue, version)) for catalogue in OWN}


def _pages(config: Config, rows_by_catalogue: Read) -> Iterator[Page]:
    """The rows in pages; each says which it is, and the last that it is the last, so that saved pages show it too."""
    for (catalogue, database), rows in rows_by_catalogue.items():
        starts = range(0, len(rows) or 1, config.page_rows)
        request = {"database": database} if database else {}
        for number, start in enumerate(starts, 1):
            head = {"catalogue": catalogue, **request, "page": number, "last": number == len(starts)}
            yield Page(catalogue, {"postgres": head, "rows": rows[start : start + config.page_rows]}, request)


def _unreadable_page(row: dict[str, Any] | None, name: str, config: Config) -> Page | None:
    """The page that says why a database cannot be read; None if it can be tried."""
    label = f"postgres, instance {config.instance}: database {name}"
    if row is None:
        return _failed(name, UNREADABLE, f"{label} is not there. Check the setting databases")
    if not row["datallowconn"]:
        return _failed(name, UNREADABLE, f"{label} accepts no connections. Name those to read in the setting databases")
    if not row["can_connect"]:
        return _failed(name, UNREADABLE, f"{label}: the role {config.user} lacks CONNECT. Grant it, or set databases")
    return None


def _failed(database: str, code: str, detail: str) -> Page:
    return Page(OWN[0], None, {"database": database}, failure=Reason(code, detail))
