"""Look-ups of spans and their neighbours in the journal, each by an index, however many spans a trace has."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from loaders.connectors.otlp.counting import SpanNeighbours, StoredSpan, UsageKey
from loaders.connectors.otlp.span import (
    CALLS,
    EMBEDDING,
    EMBEDDING_NO_TOKENS,
    GENERATION,
    GENERATION_NO_TOKENS,
    SpanUsage,
)

_CHUNK = 1_000
_SPAN = """
SELECT s.key, s.parent, s.role, s.call, o.day, o.who, o.application, o.server, o.name, o.is_call
FROM span s JOIN slot o ON o.id = s.own
"""
_LEAST_CHILD = _SPAN + "WHERE s.parent = ? AND s.role = ? ORDER BY s.key LIMIT 1"
_LEAST_OF_CALL = _SPAN + "WHERE s.call = ? AND s.role = ? ORDER BY s.key LIMIT 1"
_FAMILIES = {GENERATION: (GENERATION, GENERATION_NO_TOKENS), GENERATION_NO_TOKENS: (GENERATION, GENERATION_NO_TOKENS)}
_FAMILIES |= dict.fromkeys((EMBEDDING, EMBEDDING_NO_TOKENS), (EMBEDDING, EMBEDDING_NO_TOKENS))


class SpanState(NamedTuple):
    """A span with its neighbours, and how it counts now: for which key's id, and what of it."""

    neighbours: SpanNeighbours
    tokens: tuple[int, ...]
    counted_id: int | None
    counted: int
    is_waiting: bool


def existing(connection: sqlite3.Connection, column: str, keys: Collection[bytes]) -> set[bytes]:
    """Which of these are the `key`, or the `parent`, of a stored span."""
    known: set[bytes] = set()
    for chunk in _chunks(keys):
        marks = ", ".join("?" * len(chunk))
        known.update(
            key for (key,) in connection.execute(f"SELECT {column} FROM span WHERE {column} IN ({marks})", chunk)
        )
    return known


def affected_spans(connection: sqlite3.Connection, usages: Iterable[SpanUsage]) -> set[bytes]:
    """The stored spans whose counting may change when these arrive: their children, and the best of their calls."""
    usages = list(usages)
    keys: set[bytes] = set()
    for chunk in _chunks({usage.key for usage in usages}):
        marks = ", ".join("?" * len(chunk))
        keys.update(key for (key,) in connection.execute(f"SELECT key FROM span WHERE parent IN ({marks})", chunk))
    for call in {usage.call for usage in usages if usage.call is not None}:
        for role in CALLS:
            best = connection.execute("SELECT min(key) FROM span WHERE call = ? AND role = ?", (call, role)).fetchone()
            if best[0] is not None:
                keys.add(best[0])
    return keys


def read_span(connection: sqlite3.Connection, key: bytes) -> SpanState | None:
    """A span with what its counting depends on; None if it is not stored."""
    row = connection.execute(
        """
        SELECT uncached_input, cache_read, cache_write, output, reasoning, counted, how,
               EXISTS (SELECT 1 FROM waiting w WHERE w.key = s.key)
        FROM span s WHERE s.key = ?
        """,
        (key,),
    ).fetchone()
    span = _stored_span(connection.execute(_SPAN + "WHERE s.key = ?", (key,)).fetchone())
    if row is None or span is None:
        return None
    parent = None
    if span.role in CALLS and span.parent is not None:
        parent = _stored_span(connection.execute(_SPAN + "WHERE s.key = ?", (span.parent,)).fetchone())
    children, same_call = {}, {}
    for role in CALLS if span.role in CALLS else _FAMILIES[span.role]:
        child = _stored_span(connection.execute(_LEAST_CHILD, (key, role)).fetchone())
        if child is not None:
            children[role] = child
        call_span = span.call and _stored_span(connection.execute(_LEAST_OF_CALL, (span.call, role)).fetchone())
        if call_span:
            same_call[role] = call_span
    return SpanState(SpanNeighbours(span, parent, children, same_call), row[:5], row[5], row[6], bool(row[7]))


def usage_key_id(connection: sqlite3.Connection, usage_key: UsageKey) -> int:
    """The id of a usage key; an unknown key is stored first."""
    connection.execute(
        "INSERT INTO slot (day, who, application, server, name, is_call) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        usage_key,
    )
    key_id: int = connection.execute(
        "SELECT id FROM slot WHERE (day, who, application, server, name, is_call) = (?, ?, ?, ?, ?, ?)", usage_key
    ).fetchone()[0]
    return key_id


def _stored_span(row: tuple[object, ...] | None) -> StoredSpan | None:
    if row is None:
        return None
    key, parent, role, call, day, who, application, server, name, is_call = row
    return StoredSpan(key, parent, role, call, UsageKey(day, who, application, server, name, is_call))  # type: ignore[arg-type]


def _chunks(keys: Collection[bytes]) -> Iterator[list[bytes]]:
    remaining = iter(keys)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk
