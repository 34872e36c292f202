"""The journal of spans: which were counted already, and what they add up to, in one transaction.

A span counts once, by its id, however often it is sent and by however many clients at a time. When `add` returns, its
spans are on disk. Several processes may hold the same file open; each `Journal` is for one thread at a time.

Ids are remembered for a number of days after the last span of their UTC day came. Then the day is closed: its ids are
forgotten, and spans of that day are refused from then on, since a new one could not be distinguished from a counted one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from graph.moment import write_day
from loaders.connectors.otlp import span_lookup
from loaders.connectors.otlp.counting import REQUEST, TOKENS, UsageKey, counted_usage, may_be_superseded
from loaders.connectors.otlp.schema import connect, store_errors, writing
from loaders.connectors.otlp.span import CALLS, SpanUsage

REMEMBERED_DAYS = 14
# How long a call waits for a better span of another process, whose exporter sends every five seconds by default.
SETTLE_S = 6
_DAY_S = 86_400
# Clocks differ; a span of the day after tomorrow is no usage.
_AHEAD_DAYS = 1
_CACHED_KEYS = 200_000
_SWEPT = 20_000
_SUMS = "requests = requests + ?, uncached_input = uncached_input + ?, cache_read = cache_read + ?, "
_SUMS += "cache_write = cache_write + ?, output = output + ?, reasoning = reasoning + ?"


# COUNTED now, KNOWN from before, or the reason why a span is refused.
COUNTED, KNOWN = "", "~known"


class UsageTotal(NamedTuple):
    """What the spans of a key add up to; `tokens` as in SpanUsage."""

    usage_key: UsageKey
    requests: int
    tokens: tuple[int, ...]


class ChangedDays(NamedTuple):
    """The days to deliver, each with the state it is in, and all their totals."""

    days: dict[int, int]
    totals: list[UsageTotal]


class Journal:
    """One handle on one journal."""

    def __init__(self, path: Path | None = None, remembered_days: int = REMEMBERED_DAYS) -> None:
        """Open the journal in a file; None: one in memory. Raises StoreError."""
        self._path, self._remembered_days = path, remembered_days
        self._connection = connect(path)
        self._key_ids: dict[UsageKey, int] = {}
        self.identity: str = self._connection.execute("SELECT told FROM meta WHERE name = 'identity'").fetchone()[0]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def add(self, usages: Sequence[SpanUsage], now_s: int) -> list[str]:
        """Count spans, each once. Returns per span COUNTED, KNOWN, or why it is refused."""
        try:
            with writing(self._connection, self._path):
                return self._add(usages, now_s)
        except BaseException:
            # Ids of keys that were rolled back may be given to others.
            self._key_ids.clear()
            raise

    def settle(self, now_s: int | None) -> None:
        """Count the calls that have waited long enough; None: all that wait."""
        due = "SELECT key FROM waiting" + ("" if now_s is None else f" WHERE due_s <= {now_s}")
        with store_errors(self._path):
            if self._connection.execute(due + " LIMIT 1").fetchone() is None:
                return
        with writing(self._connection, self._path):
            keys = [key for (key,) in self._connection.execute(due)]
            self._connection.executemany("DELETE FROM waiting WHERE key = ?", ((key,) for key in keys))
            self._recount(keys)

    def changed(self) -> ChangedDays:
        """The days that changed since their last delivery, at one moment, with all their totals, empty ones too."""
        with store_errors(self._path):
            self._connection.execute("BEGIN")
            try:
                days = dict(self._connection.execute("SELECT day, changed FROM day WHERE changed > told"))
                totals = [
                    UsageTotal(UsageKey(*row[:6]), row[6], row[7:])
                    for row in self._connection.execute(
                        f"""
                        SELECT day, who, application, server, name, is_call, requests, uncached_input, cache_read,
                               cache_write, output, reasoning
                        FROM slot WHERE day IN ({", ".join(map(str, days))}) ORDER BY 1, 2, 3, 4, 5, 6
                        """
                    )
                ]
            finally:
                self._connection.execute("COMMIT")
        return ChangedDays(days, totals)

    def attach_store(self, store_identity: str, last_observed: int | None) -> None:
        """Note the store that is delivered to. Every day is delivered again to another store, and to one older than before.

        `last_observed` None: the store does not have the source. If it is the same store, somebody removed it, and it stays removed.
        """
        with writing(self._connection, self._path):
            meta = dict(self._connection.execute("SELECT name, told FROM meta"))
            is_older = last_observed is not None and last_observed < int(meta.get("told_at", 0))
            if meta.get("store", store_identity) != store_identity or is_older:
                self._connection.execute("UPDATE day SET told = 0 WHERE changed > 0")
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('store', ?)", (store_identity,))

    def mark_delivered(self, days: dict[int, int], delivered_at: int) -> None:
        """Note that the store has these days, in the state they were in, since a moment."""
        with writing(self._connection, self._path):
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('told_at', ?)", (str(delivered_at),))
            self._connection.executemany(
                "UPDATE day SET told = max(told, ?) WHERE day = ?", ((state, day) for day, state in days.items())
            )

    def forget(self, now_s: int) -> int:
        """Close the days whose ids need no longer be remembered, and forget these; returns how many days.

        Works in pieces: a writer that comes meanwhile waits for one piece only.
        """
        before = now_s - self._remembered_days * _DAY_S
        with writing(self._connection, self._path):
            self._connection.execute(
                "UPDATE day SET state = 1 WHERE state = 0 AND told >= changed AND arrived_s < ? AND day < ?",
                (before, before // _DAY_S),
            )
            days = [day for (day,) in self._connection.execute("SELECT day FROM day WHERE state = 1")]
        if not days:
            return 0
        marks = ", ".join(map(str, days))
        first: bytes | None = b""
        while first is not None:
            with writing(self._connection, self._path):
                first = self._sweep(first, marks)
        with writing(self._connection, self._path):
            # The total of a key that changed meanwhile is still to be delivered, and stays.
            self._connection.execute(
                f"DELETE FROM slot WHERE day IN (SELECT day FROM day WHERE day IN ({marks}) AND told >= changed)"
            )
            self._connection.execute(f"UPDATE day SET state = 2 WHERE day IN ({marks})")
        return len(days)

    def _sweep(self, first: bytes, days: str) -> bytes | None:
        """Forget spans of days among the next ones by id; returns the id to continue after."""
        row = self._connection.execute(
            "SELECT key FROM span WHERE key > ? ORDER BY key LIMIT 1 OFFSET ?", (first, _SWEPT)
        ).fetchone()
        until = "" if row is None else "AND key <= :last"
        self._connection.execute(
            f"DELETE FROM span WHERE key > :first {until} AND own IN (SELECT id FROM slot WHERE day IN ({days}))",
            {"first": first, "last": row and row[0]},
        )
        return None if row is None else bytes(row[0])

    def _add(self, usages: Sequence[SpanUsage], now_s: int) -> list[str]:
        refused = self._refused_days({usage.day for usage in usages}, now_s)
        fresh: dict[bytes, SpanUsage] = {}
        for usage in usages:
            if usage.day not in refused:
                fresh.setdefault(usage.key, usage)
        for key in span_lookup.existing(self._connection, "key", fresh):
            del fresh[key]
        results: list[str] = []
        counted: set[bytes] = set()
        for usage in usages:
            if usage.day in refused:
                results.append(refused[usage.day])
            elif usage.key in fresh and usage.key not in counted:
                counted.add(usage.key)
                results.append(COUNTED)
            else:
                results.append(KNOWN)
        if fresh:
            self._put(fresh, now_s)
        return results

    def _refused_days(self, days: set[int], now_s: int) -> dict[int, str]:
        ahead = now_s // _DAY_S + _AHEAD_DAYS
        marks = ", ".join(map(str, days))
        refused = {
            day: f"spans of {write_day(day)}: that day is closed, since the ids of its spans are remembered for "
            f"{self._remembered_days} days alone"
            for (day,) in self._connection.execute(f"SELECT day FROM day WHERE state > 0 AND day IN ({marks})")
        }
        return refused | {day: "spans of days to come" for day in days if day > ahead}

    def _put(self, fresh: dict[bytes, SpanUsage], now_s: int) -> None:
        """Store new spans and count them: those without neighbours at once, the others and their neighbours by the rules."""
        parents = {usage.parent for usage in fresh.values() if usage.parent is not None}
        known = span_lookup.existing(self._connection, "key", parents - fresh.keys())
        related = known | span_lookup.existing(self._connection, "parent", fresh) | (parents & fresh.keys())
        sums: dict[int, list[int]] = {}
        rows, with_neighbours, waiting = [], [], []
        for key, usage in fresh.items():
            usage_key = UsageKey(
                usage.day, usage.who, usage.application, usage.server, usage.name, int(usage.role in CALLS)
            )
            key_id = self._key_id(usage_key)
            counted_id: int | None = None
            counted = 0
            span = (key, usage.parent, usage.role, usage.call)
            has_neighbours = key in related or usage.call is not None or usage.parent in known or usage.parent in fresh
            if usage_key.is_call and may_be_superseded(usage.role, usage_key.server):
                waiting.append((key, now_s + SETTLE_S))
            elif not has_neighbours:
                counted_id, counted = key_id, REQUEST if usage_key.is_call else REQUEST | TOKENS
                _add_up(sums, key_id, counted, usage.tokens, 1)
            if has_neighbours:
                with_neighbours.append(key)
            rows.append((*span, key_id, *usage.tokens, counted_id, counted))
        affected = span_lookup.affected_spans(self._connection, [fresh[key] for key in with_neighbours]) | known
        rows.sort()
        self._connection.executemany("INSERT INTO span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._connection.executemany("INSERT INTO waiting VALUES (?, ?)", waiting)
        days = {usage.day for usage in fresh.values()}
        self._connection.executemany(
            "INSERT INTO day (day, arrived_s) VALUES (?, ?) "
            "ON CONFLICT DO UPDATE SET arrived_s = max(arrived_s, excluded.arrived_s)",
            ((day, now_s) for day in days),
        )
        self._recount({*with_neighbours, *affected}, sums)

    def _recount(self, keys: Iterable[bytes], sums: dict[int, list[int]] | None = None) -> None:
        """Determine anew what counts of these spans, and add the differences to the totals."""
        sums = {} if sums is None else sums
        updates = []
        for key in keys:
            state = span_lookup.read_span(self._connection, key)
            if state is None:
                continue
            usage_key, counted = counted_usage(state.neighbours) or (None, 0)
            role = state.neighbours.span.role
            if usage_key and usage_key.is_call and state.is_waiting and may_be_superseded(role, usage_key.server):
                usage_key, counted = None, 0
            counted_id = None if usage_key is None else self._key_id(usage_key)
            if (counted_id, counted) != (state.counted_id, state.counted):
                if state.counted_id is not None:
                    _add_up(sums, state.counted_id, state.counted, state.tokens, -1)
                if counted_id is not None:
                    _add_up(sums, counted_id, counted, state.tokens, 1)
                updates.append((counted_id, counted, key))
        self._connection.executemany("UPDATE span SET counted = ?, how = ? WHERE key = ?", updates)
        self._connection.executemany(
            f"UPDATE slot SET {_SUMS} WHERE id = ?", ((*amounts, key_id) for key_id, amounts in sums.items())
        )
        if sums:
            marks = ", ".join(map(str, sums))
            self._connection.execute(
                f"UPDATE day SET changed = changed + 1 WHERE day IN (SELECT day FROM slot WHERE id IN ({marks}))"
            )

    def _key_id(self, usage_key: UsageKey) -> int:
        key_id = self._key_ids.get(usage_key)
        if key_id is None:
            if len(self._key_ids) >= _CACHED_KEYS:
                self._key_ids.clear()
            key_id = span_lookup.usage_key_id(self._connection, usage_key)
            self._key_ids[usage_key] = key_id
        return key_id


def _add_up(sums: dict[int, list[int]], key_id: int, counted: int, tokens: Sequence[int], sign: int) -> None:
    amounts = sums.setdefault(key_id, [0] * 6)
    if counted & REQUEST:
        amounts[0] += sign
    if counted & TOKENS:
        for index, count in enumerate(tokens, 1):
            amounts[index] += sign * count


def has_undelivered(path: Path, now_s: int) -> bool:
    """Whether a journal, which need not exist yet, has something that a store has to be given; cheap."""
    if not path.exists():
        return False
    with (
        store_errors(path),
        closing(sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, timeout=10)) as connection,
    ):
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            return False
        row = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM day WHERE changed > told) OR EXISTS (SELECT 1 FROM waiting WHERE due_s <= ?)",
            (now_s,),
        ).fetchone()
    return bool(row[0])
