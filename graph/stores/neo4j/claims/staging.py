"""Staging database: a private SQLite file in which one run is staged and merged before its pages are written.

The rules of a merge are implemented once, in graph/stores/sql. They run here on an unnamed temporary file that vanishes
with this process.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any

import numpy as np

from graph.errors import StoreError
from graph.moment import NEVER
from graph.stores.neo4j.claims.page import ClaimsPage, chunk_bounds, decode_page, encode_page
from graph.stores.sql.schema import CLAIM_TABLES, TABLES
from graph.stores.sql.stage import Stage

# The number of the only source in the tables.
SOURCE = 1
# How many rows are turned into pages at once.
_BLOCK = 1 << 19
_PRAGMAS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -262144", "locking_mode = EXCLUSIVE")

# The tables of a source in the order they are read back; the columns that decide on page boundaries, and the row order.
_CHUNKED_BY = {
    "id": (("n",), "n"),
    "text": (("n",), "n"),
    "node_claim": (("n",), "n"),
    "edge_claim": (("tail", "head"), "tail, kind, head, permission, declared, nth"),
    "usage": (("day", "principal", "resource"), "day, rowid"),
    "charge": (("first_day", "application"), "first_day, rowid"),
    "event": (("event", "day"), "day, event, variant, rowid"),
    "held": (("run",), "run"),
    "held_node": (("n",), "n"),
    "held_edge": (("tail", "head"), "tail, kind, head, permission, declared, nth"),
    "held_day": (("day",), "day"),
    "held_usage": (("day", "principal", "resource"), "day, rowid"),
    "held_event": (("event", "day"), "day, event, variant, rowid"),
}
TABLE_NAMES = tuple(_CHUNKED_BY)
_COUNTED = {"node_claim": "nodes", "edge_claim": "edges", "usage": "usage", "charge": "charges"}
# Open ends are NULL in the tables and NEVER in a page.
_OPEN = "retired"


class StagingDatabase:
    """The tables of one run."""

    def __init__(self) -> None:
        with translated_errors():
            self.connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
            for pragma in _PRAGMAS:
                self.connection.execute(f"PRAGMA {pragma}")
            self.connection.executescript(TABLES)
            self.stage = Stage(self.connection)
        self._columns = {table: self._columns_of(table) for table in TABLE_NAMES}

    def seed(self, pages: Iterable[bytes]) -> None:
        """Replace the content of the tables by the source's present pages."""
        with translated_errors():
            for table in TABLE_NAMES:
                self.connection.execute(f"DELETE FROM {table}")
            self.connection.execute("BEGIN")
            for content in pages:
                self._put(*decode_page(content))
            self.connection.execute("COMMIT")

    def pages(self, source: str, tables: Iterable[str]) -> Iterator[ClaimsPage]:
        """The content of these tables as pages."""
        with translated_errors():
            for table in tables:
                yield from self._pages(source, table, *_CHUNKED_BY[table])

    def is_timeless(self) -> bool:
        """Whether no open node ends by a date of its own, so that time alone changes nothing."""
        with translated_errors():
            dated = f"SELECT NOT EXISTS (SELECT 1 FROM node_claim WHERE retired IS NULL AND until < {NEVER})"
            return bool(self.connection.execute(dated).fetchone()[0])

    def counts(self, tables: Iterable[str]) -> dict[str, int]:
        """How many rows of nodes, edges, usage and charges these tables hold, closed ones included."""
        with translated_errors():
            return {
                _COUNTED[table]: int(self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
                for table in tables
                if table in _COUNTED
            }

    def close(self) -> None:
        """Delete the database."""
        self.connection.close()

    def _pages(self, source: str, table: str, by: tuple[str, ...], order: str) -> Iterator[ClaimsPage]:
        names = self._columns[table]
        listed = ", ".join(f"ifnull({name}, {NEVER})" if name == _OPEN else name for name in names)
        cursor = self.connection.execute(f"SELECT {listed} FROM {table} ORDER BY {order}")
        left: dict[str, Any] | None = None
        while True:
            rows = cursor.fetchmany(_BLOCK)
            columns = _columns(names, rows) if rows else None
            if left is not None:
                columns = left if columns is None else {name: _joined(left[name], columns[name]) for name in names}
            if columns is None:
                return
            left = None
            for begin, end, final in chunk_bounds(columns, by):
                part = {name: column[begin:end] for name, column in columns.items()}
                if final or not rows:
                    yield encode_page(source, table, part)
                else:
                    left = part
            if not rows:
                return

    def _put(self, table: str, columns: dict[str, Any]) -> None:
        names = list(columns)
        values = [column.tolist() if isinstance(column, np.ndarray) else column for column in columns.values()]
        marks = ", ".join(f"nullif(?, {NEVER})" if name == _OPEN else "?" for name in names)
        if table in CLAIM_TABLES:
            names.append("source")
            marks += f", {SOURCE}"
        self.connection.executemany(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", zip(*values, strict=True)
        )

    def _columns_of(self, table: str) -> list[str]:
        return [
            row[1] for row in self.connection.execute(f"PRAGMA table_info({table})").fetchall() if row[1] != "source"
        ]


_TEXTS = frozenset(("id", "text", "name", "props", "counts"))


def _columns(names: list[str], rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    if not _TEXTS.isdisjoint(names):
        parts = list(zip(*rows, strict=True))
        return {
            name: list(part) if name in _TEXTS else np.array(part, dtype=np.int64)
            for name, part in zip(names, parts, strict=True)
        }
    table = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=len(rows) * len(names))
    return dict(zip(names, table.reshape(-1, len(names)).T, strict=True))


def _joined(left: Any, right: Any) -> Any:
    return np.concatenate((left, right)) if isinstance(left, np.ndarray) else left + right


@contextmanager
def translated_errors() -> Iterator[None]:
    """Raise errors of SQLite as StoreError: here they mean that the temporary folder is full or not writable."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"cannot stage the run in the folder for temporary files: {error}") from error
