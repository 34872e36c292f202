"""The journal of spans: which were stored already, and what they add up to.

A span counts once, by its id, however often it is sent and by however many clients at a time. When `add` returns, its
spans are on disk. They are added up trace by trace, before they are delivered: so what counts does not depend on the order
in which they came, and work grows with the spans of the traces that changed. Several processes may hold the same file open; each `Journal` is for one thread at a time.

Ids are remembered for a number of days after the last span of their UTC day came. Then the day is closed: its ids are
forgotten, and spans of that day are refused from then on, since a new one could not be distinguished from a counted one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from graph.moment import write_day
from loaders.connectors.otlp import stored_traces
from loaders.connectors.otlp.counting import REQUEST, TOKENS, UsageKey, count_trace, may_be_superseded
from loaders.connectors.otlp.dialects import CALLS
from loaders.connectors.otlp.schema import connect, delivery_turn, store_errors, used_bytes, writing
from loaders.connectors.otlp.span import SpanLink, SpanUsage

REMEMBERED_DAYS = 14
# About 100 million spans.
MAX_BYTES = 16 * 2**30
# How long a call waits for a better span of another process, whose exporter sends every five seconds by default.
SETTLE_S = 6
_DAY_S = 86_400
# Clocks differ; a span of the day after tomorrow is no usage.
_AHEAD_DAYS = 1
_CACHED_KEYS = 200_000
_SWEPT = 20_000
_ABSORBED = 5_000
# Spans whose traces are counted in one transaction: a writer that comes meanwhile waits for no more.
_COUNTED_SPANS = 20_000
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

    def __init__(
        self, path: Path | None = None, remembered_days: int = REMEMBERED_DAYS, max_bytes: int | None = None
    ) -> None:
        """Open the journal in a file; None: one in memory. Beyond `max_bytes` it takes no new spans. Raises StoreError."""
        self._path, self._remembered_days = path, remembered_days
        self._max_bytes = MAX_BYTES if max_bytes is None else max_bytes
        self._connection = connect(path)
        self._key_ids: dict[UsageKey, int] = {}
        self._usage_keys = stored_traces.UsageKeys(self._connection, _CACHED_KEYS)
        self.identity: str = self._connection.execute("SELECT told FROM meta WHERE name = 'identity'").fetchone()[0]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def add(self, spans: Sequence[SpanUsage | SpanLink], now_s: int) -> list[str]:
        """Store spans, each once. Returns per span COUNTED, KNOWN, or why it is refused. `settle` and `changed` add them up."""
        try:
            with writing(self._connection, self._path):
                return self._add(spans, now_s)
        except BaseException:
            self._forget_keys()
            raise

    def absorb(self, other: Journal, now_s: int) -> Counter[str]:
        """Store the spans of another journal, all in one transaction; returns how many are refused, and why.

        Calls wait for no better span. The open days of these spans are to be delivered, whether anything was new or not, and
        their ids are remembered from now on. Raises StoreError: nothing was stored then.
        """
        refused: Counter[str] = Counter()
        days: set[int] = set()
        spans = stored_traces.read_spans(other._connection)
        try:
            with writing(self._connection, self._path):
                while batch := list(islice(spans, _ABSORBED)):
                    results = self._add(batch, now_s, settle_s=0)
                    refused.update(result for result in results if result not in (COUNTED, KNOWN))
                    days.update(span.day for span in batch if isinstance(span, SpanUsage))
                self._connection.executemany(
                    "UPDATE day SET changed = changed + 1, arrived_s = max(arrived_s, ?) WHERE day = ? AND state = 0",
                    [(now_s, day) for day in sorted(days)],
                )
        except BaseException:
            self._forget_keys()
            raise
        return refused

    def known_days(self, other: Journal) -> Counter[int]:
        """How many spans with usage of another journal are stored here too, by day."""
        days: Counter[int] = Counter()
        spans = (span for span in stored_traces.read_spans(other._connection) if isinstance(span, SpanUsage))
        with store_errors(self._path):
            while batch := {span.key: span.day for span in islice(spans, _ABSORBED)}:
                days.update(batch[key] for key in stored_traces.existing(self._connection, batch))
        return days

    def refused_days(self, days: Iterable[int], now_s: int) -> dict[int, str]:
        """Which of these days take no more spans, and why."""
        with store_errors(self._path):
            return self._refused_days(set(days), now_s)

    def delivering(self) -> AbstractContextManager[None]:
        """Wait until no other process delivers what this journal holds, and keep others from it. Raises StoreError."""
        return delivery_turn(self._path)

    def settle(self, now_s: int | None) -> None:
        """Count the traces that changed, and calls that have waited long enough; None: all that wait.

        Works in pieces: a writer that comes meanwhile waits for one piece only. A piece holds whole traces.
        """
        due = "SELECT key FROM waiting" + ("" if now_s is None else f" WHERE due_s <= {now_s}")
        with store_errors(self._path):
            is_due = self._connection.execute(due + " LIMIT 1").fetchone() is not None
        if is_due:
            with writing(self._connection, self._path):
                keys = self._connection.execute(due).fetchall()
                self._connection.executemany("DELETE FROM waiting WHERE key = ?", keys)
                self._connection.executemany("INSERT OR IGNORE INTO dirty VALUES (?)", ((key[:16],) for (key,) in keys))
        self._count_traces()

    def left_out(self) -> int:
        """How many spans carry tokens that no span that counts tells, of the days that are open."""
        with store_errors(self._path):
            counts = (
                self._connection.execute(f"SELECT count(*) FROM {table} WHERE left_out").fetchone()[0]
                for table in ("link", "span")
            )
            return sum(counts)

    def changed(self) -> ChangedDays:
        """The days that changed since their last delivery, at one moment, with all their totals, empty ones too."""
        self._count_traces()
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
        # What is not added up yet is not delivered: its day stays open.
        self._count_traces()
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
        self._connection.execute(
            f"DELETE FROM link WHERE key > :first {until} AND day IN ({days})", {"first": first, "last": row and row[0]}
        )
        return None if row is None else bytes(row[0])

    def _add(self, spans: Sequence[SpanUsage | SpanLink], now_s: int, settle_s: int = SETTLE_S) -> list[str]:
        refused = self._refused_days({span.day for span in spans}, now_s)
        fresh: dict[bytes, SpanUsage | SpanLink] = {}
        for span in spans:
            if span.day not in refused:
                fresh.setdefault(span.key, span)
        for key in stored_traces.existing(self._connection, fresh):
            del fresh[key]
        if fresh and used_bytes(self._connection) > self._max_bytes:
            full = (
                f"new spans: the journal holds {self._max_bytes // 2**20:,} MB, the most that REMIT_OTLP_JOURNAL_MB allows; "
                "it shrinks as days are closed"
            )
            return [refused.get(span.day, full if span.key in fresh else KNOWN) for span in spans]
        results: list[str] = []
        counted: set[bytes] = set()
        for span in spans:
            if span.day in refused:
                results.append(refused[span.day])
            elif span.key in fresh and span.key not in counted:
                counted.add(span.key)
                results.append(COUNTED)
            else:
                results.append(KNOWN)
        if fresh:
            self._put(fresh.values(), now_s, settle_s)
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

    def _put(self, fresh: Iterable[SpanUsage | SpanLink], now_s: int, settle_s: int) -> None:
        """Store new spans; their traces are to be counted."""
        usages, links, waiting = [], [], []
        days: set[int] = set()
        traces: set[bytes] = set()
        for span in sorted(fresh):
            days.add(span.day)
            traces.add(span.key[:16])
            if isinstance(span, SpanLink):
                links.append((*span, 0))
                continue
            usage_key = UsageKey(span.day, span.who, span.application, span.server, span.name, int(span.role in CALLS))
            key_id = self._key_id(usage_key)
            usages.append(
                (span.key, span.parent, span.role, span.call, key_id, *span.tokens, None, 0, span.has_tokens, 0)
            )
            if usage_key.is_call and may_be_superseded(span.role, span.server):
                waiting.append((span.key, now_s + settle_s))
        insert = self._connection.executemany
        insert(f"INSERT INTO span VALUES ({', '.join('?' * 14)})", usages)
        insert("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", links)
        insert("INSERT INTO waiting VALUES (?, ?)", waiting)
        insert("INSERT OR IGNORE INTO dirty VALUES (?)", [(trace,) for trace in sorted(traces)])
        insert(
            "INSERT INTO day (day, arrived_s) VALUES (?, ?) "
            "ON CONFLICT DO UPDATE SET arrived_s = max(arrived_s, excluded.arrived_s)",
            ((day, now_s) for day in days),
        )

    def _count_traces(self) -> None:
        """Count anew the traces that changed, and add the differences to the totals."""
        with store_errors(self._path):
            is_dirty = self._connection.execute("SELECT EXISTS (SELECT 1 FROM dirty)").fetchone()[0]
        try:
            while is_dirty:
                with writing(self._connection, self._path):
                    is_dirty = self._count_piece()
        except BaseException:
            self._forget_keys()
            raise

    def _count_piece(self) -> bool:
        """Count some of the traces; returns whether there may be more."""
        # SQLite gives ids of keys of closed days, which are gone, to new ones.
        self._usage_keys.clear()
        sums: dict[int, list[int]] = {}
        updates, done = [], []
        left_out: list[tuple[bool, bytes]] = []
        left_out_links: list[tuple[bool, bytes]] = []
        size = 0
        for (trace,) in self._connection.execute("SELECT trace FROM dirty ORDER BY trace").fetchmany(_COUNTED_SPANS):
            stored = stored_traces.read_trace(self._connection, trace, self._usage_keys)
            counts = count_trace(state.span for state in stored)
            for state in stored:
                key = state.span.key
                if (key in counts.left_out) != state.is_left_out:
                    (left_out_links if state.counted is None else left_out).append((key in counts.left_out, key))
                if state.counted is None:
                    continue
                usage_key, parts = counts.counted.get(key, (None, 0))
                key_id = None if usage_key is None else self._key_id(usage_key)
                if (key_id, parts) != state.counted:
                    old_id, old_parts = state.counted
                    if old_id is not None:
                        _add_up(sums, old_id, old_parts, state.tokens, -1)
                    if key_id is not None:
                        _add_up(sums, key_id, parts, state.tokens, 1)
                    updates.append((key_id, parts, key))
            done.append((trace,))
            size += len(stored)
            if size >= _COUNTED_SPANS:
                break
        self._connection.executemany("UPDATE span SET counted = ?, how = ? WHERE key = ?", updates)
        self._connection.executemany("UPDATE span SET left_out = ? WHERE key = ?", left_out)
        self._connection.executemany("UPDATE link SET left_out = ? WHERE key = ?", left_out_links)
        self._connection.executemany("DELETE FROM dirty WHERE trace = ?", done)
        self._add_sums(sums)
        return bool(done)

    def _add_sums(self, sums: Mapping[int, Sequence[int]]) -> None:
        self._connection.executemany(
            f"UPDATE slot SET {_SUMS} WHERE id = ?", ((*amounts, key_id) for key_id, amounts in sums.items())
        )
        self._connection.executemany(
            "UPDATE day SET changed = changed + 1 WHERE day = ?",
            [(day,) for day in sorted({self._usage_keys[key_id].day for key_id in sums})],
        )

    def _forget_keys(self) -> None:
        # Ids of keys that were rolled back, or deleted by another process, may be given to others.
        self._key_ids.clear()
        self._usage_keys.clear()

    def _key_id(self, usage_key: UsageKey) -> int:
        key_id = self._key_ids.get(usage_key)
        if key_id is None:
            if len(self._key_ids) >= _CACHED_KEYS:
                self._key_ids.clear()
            key_id = stored_traces.usage_key_id(self._connection, usage_key)
            self._key_ids[usage_key] = key_id
        return key_id


def _add_up(sums: dict[int, list[int]], key_id: int, counted: int, tokens: Sequence[int], sign: int) -> None:
    amounts = sums.setdefault(key_id, [0] * 6)
    if counted & REQUEST:
        amounts[0] += sign
    if counted & TOKENS:
        for index, count in enumerate(tokens, 1):
            amounts[index] += sign * count
