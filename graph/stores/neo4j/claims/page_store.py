"""Pages in the database: writing, reading, and deleting those that no source names any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from graph.errors import StoreError
from graph.stores.neo4j.claims.page import ClaimsPage
from graph.stores.neo4j.connection import Neo4jConnection

# How many bytes of pages go into one transaction, and how many pages into one answer.
_BATCH = 8 << 20
_AT_ONCE = 64
# How long a replaced page is kept for readers that hold an older head.
_KEPT_MS = 15 * 60 * 1000

_PUT = """
UNWIND $pages AS page
MERGE (p:RemitPage {key: page[0]})
ON CREATE SET p.source = $source, p.tab = page[1], p.rows = page[2], p.content = page[3]
SET p.dropped = null
"""
_GET = "MATCH (p:RemitPage) WHERE p.key IN $keys RETURN p.key, p.content"
_MARK = """
MATCH (p:RemitPage {source: $source}) WHERE p.dropped IS NULL AND NOT p.key IN $keys SET p.dropped = timestamp()
"""
_SWEEP = "MATCH (p:RemitPage {source: $source}) WHERE p.dropped < timestamp() - $kept DELETE p"


def put_pages(
    connection: Neo4jConnection,
    source: str,
    pages: Iterable[ClaimsPage],
    known: frozenset[str],
    on_batch: Callable[[], None],
) -> dict[str, tuple[str, ...]]:
    """Write the pages that are not known to exist; returns the keys of all of them, per table in order.

    `on_batch` is called after each transaction, since the work may take long.
    """
    keys: dict[str, list[str]] = defaultdict(list)
    batch: list[ClaimsPage] = []
    size = 0
    for page in pages:
        keys[page.table].append(page.key)
        if page.key not in known:
            batch.append(page)
            size += len(page.content)
        if size >= _BATCH:
            _put(connection, source, batch)
            on_batch()
            batch, size = [], 0
    _put(connection, source, batch)
    return {table: tuple(listed) for table, listed in keys.items()}


def get_pages(connection: Neo4jConnection, keys: Sequence[str]) -> Iterator[bytes]:
    """The pages of these keys, in their order. Raises MissingPage if one is missing."""
    for begin in range(0, len(keys), _AT_ONCE):
        batch = list(keys[begin : begin + _AT_ONCE])
        contents: dict[str, bytes] = dict(connection.read(_GET, keys=batch))
        for key in batch:
            if key not in contents:
                raise MissingPage(f"{connection.location}: page {key} is missing")
            yield contents[key]


def drop_pages(connection: Neo4jConnection, source: str, keys: Sequence[str]) -> None:
    """Mark all other pages of a source as dropped, and delete those that were dropped a while ago."""
    connection.write(_MARK, source=source, keys=list(keys))
    connection.write(_SWEEP, source=source, kept=_KEPT_MS)


class MissingPage(StoreError):
    """A page was replaced during a read; a newer head names another."""


def _put(connection: Neo4jConnection, source: str, batch: Sequence[ClaimsPage]) -> None:
    if batch:
        rows = sorted([page.key, page.table, page.rows, page.content] for page in batch)
        connection.write(_PUT, source=source, pages=rows)
