"""This file knows how the journal finds the neighbours of a span: each by an index, however many spans a trace has."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from loaders.connectors.otlp.counting import SpanNeighbours, StoredSpan, UsageKey
from loaders.connectors.otlp.span import CALLS, EMBEDDED, EMBEDDED_SILENT, SILENT, TOLD, SpanUsage

_CHUNK = 1_000
_SPAN = """
SELECT s.key, s.parent, s.role, s.call, o.day, o.who, o.application, o.server, o.name, o.is_call
FROM span s JOIN slot o ON o.id = s.own
"""
_LEAST_CHILD = _SPAN + "WHERE s.parent = ? AND s.role = ? ORDER BY s.key LIMIT 1"
_LEAST_MATE = _SPAN + "WHERE s.call = ? AND s.role = ? ORDER BY s.key LIMIT 1"
_FAMILIES = {TOLD: (TOLD, SILENT), SILENT: (TOLD, SILENT)}
_FAMILIES |= dict.fromkeys((EMBEDDED, EMBEDDED_SILENT), (EMBEDDED, EMBEDDED_SILENT))


class SpanState(NamedTuple):
    """A span with its neighbours, and how it counts now."""

    near: SpanNeighbours
    tokens: tuple[int, ...]
    counted: int | None
    how: int
    is_waiting: bool


def existing(connection: sqlite3.Connection, column: str, keys: Collection[bytes]) -> set[bytes]:
    """Which of these are the `key`, or the `parent`, of a span."""
    found: set[bytes] = set()
    for chunk in _chunks(keys):
        marks = ", ".join("?" * len(chunk))
        found.update(
            key for (key,) in connection.execute(f"SELECT {column} FROM span WHERE {column} IN ({marks})", chunk)
        )
    return found


def affected_spans(connection: sqlite3.Connection, facts: Iterable[SpanUsage]) -> set[bytes]:
    """The spans kept already whose counting may change when these come: their children, and the best of their calls."""
    facts = list(facts)
    found: set[bytes] = set()
    for chunk in _chunks({fact.key for fact in facts}):
        marks = ", ".join("?" * len(chunk))
        found.update(key for (key,) in connection.execute(f"SELECT key FROM span WHERE parent IN ({marks})", chunk))
    for call in {fact.call for fact in facts if fact.call is not None}:
        for role in CALLS:
            best = connection.execute("SELECT min(key) FROM span WHERE call = ? AND role = ?", (call, role)).fetchone()
            if best[0] is not None:
                found.add(best[0])
    return found


def read_span(connection: sqlite3.Connection, key: bytes) -> SpanState | None:
    """A span with what its counting depends on; None if it is not there."""
    row = connection.execute(
        """
        SELECT uncached_input, cache_read, cache_write, output, reasoning, counted, how,
               EXISTS (SELECT 1 FROM waiting w WHERE w.key = s.key)
        FROM span s WHERE s.key = ?
        """,
        (key,),
    ).fetchone()
    own = _kept(connection.execute(_SPAN + "WHERE s.key = ?", (key,)).fetchone())
    if row is None or own is None:
        return None
    parent = None
    if own.role in CALLS and own.parent is not None:
        parent = _kept(connection.execute(_SPAN + "WHERE s.key = ?", (own.parent,)).fetchone())
    children, mates = {}, {}
    for role in CALLS if own.role in CALLS else _FAMILIES[own.role]:
        child = _kept(connection.execute(_LEAST_CHILD, (key, role)).fetchone())
        if child is not None:
            children[role] = child
        mate = own.call and _kept(connection.execute(_LEAST_MATE, (own.call, role)).fetchone())
        if mate:
            mates[role] = mate
    return SpanState(SpanNeighbours(own, parent, children, mates), row[:5], row[5], row[6], bool(row[7]))


def usage_key_id(connection: sqlite3.Connection, slot: UsageKey) -> int:
    """The number of a slot, made if it is new."""
    connection.execute(
        "INSERT INTO slot (day, who, application, server, name, is_call) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        slot,
    )
    number: int = connection.execute(
        "SELECT id FROM slot WHERE (day, who, application, server, name, is_call) = (?, ?, ?, ?, ?, ?)", slot
    ).fetchone()[0]
    return number


def _kept(row: tuple[object, ...] | None) -> StoredSpan | None:
    if row is None:
        return None
    key, parent, role, call, day, who, application, server, name, is_call = row
    return StoredSpan(key, parent, role, call, UsageKey(day, who, application, server, name, is_call))  # type: ignore[arg-type]


def _chunks(keys: Collection[bytes]) -> Iterator[list[bytes]]:
    left = iter(keys)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk
