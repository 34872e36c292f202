"""Traces as the journal stores them: whole, by ranges of the primary key, since a span's key begins with that of its trace."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from loaders.connectors.otlp.counting import StoredSpan, UsageKey
from loaders.connectors.otlp.span import SpanLink, SpanUsage

_CHUNK = 1_000
_SPANS = """
SELECT s.key, s.parent, s.role, s.call, s.own, s.uncached_input, s.cache_read, s.cache_write, s.output, s.reasoning,
       s.has_tokens, s.left_out, s.counted, s.how, w.key IS NOT NULL
FROM span s LEFT JOIN waiting w ON w.key = s.key WHERE s.key BETWEEN ? AND ?
"""
_USAGES = """
SELECT s.key, s.parent, u.day, s.role, s.call, u.who, u.application, u.server, u.name,
       s.uncached_input, s.cache_read, s.cache_write, s.output, s.reasoning, s.has_tokens
FROM span s JOIN slot u ON u.id = s.own
"""
_LINKS = "SELECT key, parent, role, day, who, has_tokens, left_out FROM link WHERE key BETWEEN ? AND ?"
_FIRST_SPAN, _LAST_SPAN = bytes(8), b"\xff" * 8


class SpanState(NamedTuple):
    """A span with its tokens and how it counts now: the id of the key and what of the span; None of a link, which never counts."""

    span: StoredSpan
    tokens: tuple[int, ...]
    counted: tuple[int | None, int] | None
    is_left_out: bool = False


class UsageKeys:
    """Usage keys by their ids, read when they are needed."""

    def __init__(self, connection: sqlite3.Connection, most: int) -> None:
        self._connection, self._most = connection, most
        self._keys: dict[int, UsageKey] = {}

    def __getitem__(self, key_id: int) -> UsageKey:
        usage_key = self._keys.get(key_id)
        if usage_key is None:
            row = self._connection.execute(
                "SELECT day, who, application, server, name, is_call FROM slot WHERE id = ?", (key_id,)
            ).fetchone()
            if len(self._keys) >= self._most:
                self._keys.clear()
            usage_key = self._keys[key_id] = UsageKey(*row)
        return usage_key

    def clear(self) -> None:
        """Forget what was read: ids of keys that were rolled back may be given to others."""
        self._keys.clear()


def existing(connection: sqlite3.Connection, keys: Collection[bytes]) -> set[bytes]:
    """Which of these are keys of stored spans."""
    known: set[bytes] = set()
    remaining: Iterator[bytes] = iter(keys)
    while chunk := list(islice(remaining, _CHUNK)):
        marks = ", ".join("?" * len(chunk))
        for table in ("span", "link"):
            known.update(key for (key,) in connection.execute(f"SELECT key FROM {table} WHERE key IN ({marks})", chunk))
    return known


def read_spans(connection: sqlite3.Connection) -> Iterator[SpanUsage | SpanLink]:
    """All spans as they came, in no order."""
    for *names, uncached_input, cache_read, cache_write, output, reasoning, has_tokens in connection.execute(_USAGES):
        tokens = (uncached_input, cache_read, cache_write, output, reasoning)
        yield SpanUsage._make((*names, tokens, bool(has_tokens)))
    for *names, has_tokens in connection.execute("SELECT key, parent, day, role, who, has_tokens FROM link"):
        yield SpanLink._make((*names, bool(has_tokens)))


def read_trace(connection: sqlite3.Connection, trace: bytes, usage_keys: UsageKeys) -> list[SpanState]:
    """All spans of a trace."""
    keys = trace + _FIRST_SPAN, trace + _LAST_SPAN
    states = []
    for key, parent, role, call, own, *tokens, has_tokens, left_out, counted, how, is_waiting in connection.execute(
        _SPANS, keys
    ):
        span = StoredSpan(key, parent, role, call, usage_keys[own], any(tokens) or bool(has_tokens), bool(is_waiting))
        states.append(SpanState(span, tuple(tokens), (counted, how), bool(left_out)))
    for key, parent, role, day, who, has_tokens, left_out in connection.execute(_LINKS, keys):
        usage_key = UsageKey(day, who, "", "", "", 0)
        states.append(
            SpanState(StoredSpan(key, parent, role, None, usage_key, bool(has_tokens)), (), None, bool(left_out))
        )
    return states


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
