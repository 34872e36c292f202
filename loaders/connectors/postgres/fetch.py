"""This file knows which catalogues of which databases a run reads, and how their rows become pages."""

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
    listed = {row["datname"]: row for row in shared[DATABASES, ""]}
    wanted = config.databases or tuple(listed)
    # Those that were not asked for are not ours to describe.
    shared[DATABASES, ""] = [row for name, row in listed.items() if name in wanted]
    shared[SERVER, ""][0]["aliases"] = list(config.addresses())
    yield from _pages(config, shared)
    for name in dict.fromkeys(wanted):
        if name == config.database:
            continue
        problem = _unreadable(listed.get(name), name, config)
        if problem is not None:
            yield problem
            continue
        try:
            own = session.read(name, partial(_read_own, name, version))
        except FetchError as error:
            yield _failed(name, reason_of(error).code, str(error))
        else:
            yield from _pages(config, own)


def _read_shared(config: Config, ask: Callable[[str], Rows]) -> Read:
    """What all databases share; and, as of the same moment, the grants of the one that we are signed in to."""
    server = ask(query_of(SERVER, 0))
    version = server[0]["server_version_num"]
    if version < OLDEST:
        raise FetchError(f"this is PostgreSQL {version // 10_000}; it is read from 12 on", retryable=False)
    read: Read = {(SERVER, ""): server}
    for catalogue in SHARED[1:]:
        read[catalogue, ""] = ask(query_of(catalogue, version))
    if not config.databases or config.database in config.databases:
        read |= _read_own(config.database, version, ask)
    return read


def _read_own(database: str, version: int, ask: Callable[[str], Rows]) -> Read:
    return {(catalogue, database): ask(query_of(catalogue, version)) for catalogue in OWN}


def _pages(config: Config, read: Read) -> Iterator[Page]:
    """The rows in pages; each says which it is, and the last that it is the last, so that saved ones prove it too."""
    for (catalogue, database), rows in read.items():
        starts = range(0, len(rows) or 1, config.page_rows)
        request = {"database": database} if database else {}
        for number, start in enumerate(starts, 1):
            head = {"catalogue": catalogue, **request, "page": number, "last": number == len(starts)}
            yield Page(catalogue, {"postgres": head, "rows": rows[start : start + config.page_rows]}, request)


def _unreadable(row: dict[str, Any] | None, name: str, config: Config) -> Page | None:
    """Why there is no use in connecting to a database, or None."""
    place = f"postgres, instance {config.instance}: database {name}"
    if row is None:
        return _failed(name, UNREADABLE, f"{place} is not there. Check the setting databases")
    if not row["datallowconn"]:
        return _failed(name, UNREADABLE, f"{place} accepts no connections. Name those to read in the setting databases")
    if not row["can_connect"]:
        return _failed(name, UNREADABLE, f"{place}: the role {config.user} lacks CONNECT. Grant it, or set databases")
    return None


def _failed(database: str, code: str, detail: str) -> Page:
    return Page(OWN[0], None, {"database": database}, failure=Reason(code, detail))
