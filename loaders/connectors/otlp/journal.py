"""This file knows the journal of spans: which were counted already, and what they add up to, in one transaction.

A span counts once, by its id, however often it is sent and by however many clients at a time. When `add` returns, what it
took is on disk. Several processes may hold the same file open; each `Journal` is for one thread at a time.

Ids are remembered for a number of days after the last span of their UTC day came. Then the day is closed: its ids are
forgotten, and spans of that day are refused from then on, since nobody could tell a new one from one that was counted.
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
from loaders.connectors.otlp.schema import connect, told, writing
from loaders.connectors.otlp.span import CALLS, SpanUsage

REMEMBERED_DAYS = 14
# How long a call waits that another process may soon tell better: its exporter sends every five seconds by default.
SETTLE_S = 6
_DAY_S = 86_400
# Clocks differ; a span of the day after tomorrow is no usage.
_AHEAD_DAYS = 1
_CACHED_SLOTS = 200_000
_SWEPT = 20_000
_SUMS = "requests = requests + ?, uncached_input = uncached_input + ?, cache_read = cache_read + ?, "
_SUMS += "cache_write = cache_write + ?, output = output + ?, reasoning = reasoning + ?"


# COUNTED now, KNOWN from before, or the reason why a span is refused.
COUNTED, KNOWN = "", "~known"


class UsageTotal(NamedTuple):
    """What a slot adds up to; `tokens` as in Fact."""

    slot: UsageKey
    requests: int
    tokens: tuple[int, ...]


class ChangedDays(NamedTuple):
    """Days that the store has to be told anew, with the state they are in, and all their rows."""

    days: dict[int, int]
    rows: list[UsageTotal]


class Journal:
    """One handle on one journal."""

    def __init__(self, path: Path | None = None, remembered_days: int = REMEMBERED_DAYS) -> None:
        """Open it; None: in memory. Raises StoreError."""
        self._path, self._remembered_days = path, remembered_days
        self._connection = connect(path)
        self._slots: dict[UsageKey, int] = {}
        self.identity: str = self._connection.execute("SELECT told FROM meta WHERE name = 'identity'").fetchone()[0]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def add(self, facts: Sequence[SpanUsage], now_s: int) -> list[str]:
        """Count spans once each. Per span COUNTED, KNOWN, or why it is refused."""
        try:
            with writing(self._connection, self._path):
                return self._add(facts, now_s)
        except BaseException:
            # Numbers of slots that were rolled back may be given to others.
            self._slots.clear()
            raise

    def settle(self, now_s: int | None) -> None:
        """Count the calls that have waited long enough; None: all that wait."""
        due = "SELECT key FROM waiting" + ("" if now_s is None else f" WHERE due_s <= {now_s}")
        with told(self._path):
            if self._connection.execute(due + " LIMIT 1").fetchone() is None:
                return
        with writing(self._connection, self._path):
            keys = [key for (key,) in self._connection.execute(due)]
            self._connection.executemany("DELETE FROM waiting WHERE key = ?", ((key,) for key in keys))
            self._recount(keys)

    def changed(self) -> ChangedDays:
        """The days that changed since they were last told, of one moment, with all their slots, empty ones too."""
        with told(self._path):
            self._connection.execute("BEGIN")
            try:
                days = dict(self._connection.execute("SELECT day, changed FROM day WHERE changed > told"))
                found = [
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
        return ChangedDays(days, found)

    def face(self, store: str, last_observed: int | None) -> None:
        """Say which store is told, and when it was last: one that is new, or older than it was, is told every day again.

        None: the store does not know the source; if it is the same store, somebody removed it, which stays so.
        """
        with writing(self._connection, self._path):
            known = dict(self._connection.execute("SELECT name, told FROM meta"))
            is_older = last_observed is not None and last_observed < int(known.get("told_at", 0))
            if known.get("store", store) != store or is_older:
                self._connection.execute("UPDATE day SET told = 0 WHERE changed > 0")
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('store', ?)", (store,))

    def mark_told(self, days: dict[int, int], told_at: int) -> None:
        """The store has these days, in the state they were in, since a moment."""
        with writing(self._connection, self._path):
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('told_at', ?)", (str(told_at),))
            self._connection.executemany(
                "UPDATE day SET told = max(told, ?) WHERE day = ?", ((state, day) for day, state in days.items())
            )

    def forget(self, now_s: int) -> int:
        """Close the days whose ids need no longer be remembered, and forget these; how many days that were.

        A piece at a time: who wants to add meanwhile waits for one piece alone.
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
            # A slot that changed meanwhile is still to be told, and stays.
            self._connection.execute(
                f"DELETE FROM slot WHERE day IN (SELECT day FROM day WHERE day IN ({marks}) AND told >= changed)"
            )
            self._connection.execute(f"UPDATE day SET state = 2 WHERE day IN ({marks})")
        return len(days)

    def _sweep(self, first: bytes, days: str) -> bytes | None:
        """Forget spans of days among the next ones by id; where to go on."""
        row = self._connection.execute(
            "SELECT key FROM span WHERE key > ? ORDER BY key LIMIT 1 OFFSET ?", (first, _SWEPT)
        ).fetchone()
        until = "" if row is None else "AND key <= :last"
        self._connection.execute(
            f"DELETE FROM span WHERE key > :first {until} AND own IN (SELECT id FROM slot WHERE day IN ({days}))",
            {"first": first, "last": row and row[0]},
        )
        return None if row is None else bytes(row[0])

    def _add(self, facts: Sequence[SpanUsage], now_s: int) -> list[str]:
        refused = self._refused_days({fact.day for fact in facts}, now_s)
        fresh: dict[bytes, SpanUsage] = {}
        for fact in facts:
            if fact.day not in refused:
                fresh.setdefault(fact.key, fact)
        for key in span_lookup.existing(self._connection, "key", fresh):
            del fresh[key]
        answers: list[str] = []
        taken: set[bytes] = set()
        for fact in facts:
            if fact.day in refused:
                answers.append(refused[fact.day])
            elif fact.key in fresh and fact.key not in taken:
                taken.add(fact.key)
                answers.append(COUNTED)
            else:
                answers.append(KNOWN)
        if fresh:
            self._put(fresh, now_s)
        return answers

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
        """Keep new spans and count them: those without neighbours at once, the others and theirs by looking at each."""
        parents = {fact.parent for fact in fresh.values() if fact.parent is not None}
        known = span_lookup.existing(self._connection, "key", parents - fresh.keys())
        touched = known | span_lookup.existing(self._connection, "parent", fresh) | (parents & fresh.keys())
        sums: dict[int, list[int]] = {}
        rows, joined, early = [], [], []
        for key, fact in fresh.items():
            own = UsageKey(fact.day, fact.who, fact.application, fact.server, fact.name, int(fact.role in CALLS))
            number = self._number(own)
            counted: int | None = None
            how = 0
            span = (key, fact.parent, fact.role, fact.call)
            is_joined = key in touched or fact.call is not None or fact.parent in known or fact.parent in fresh
            if own.is_call and may_be_superseded(fact.role, own.server):
                early.append((key, now_s + SETTLE_S))
            elif not is_joined:
                counted, how = number, REQUEST if own.is_call else REQUEST | TOKENS
                _add_up(sums, number, how, fact.tokens, 1)
            if is_joined:
                joined.append(key)
            rows.append((*span, number, *fact.tokens, counted, how))
        others = span_lookup.affected_spans(self._connection, [fresh[key] for key in joined]) | known
        rows.sort()
        self._connection.executemany("INSERT INTO span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._connection.executemany("INSERT INTO waiting VALUES (?, ?)", early)
        days = {fact.day for fact in fresh.values()}
        self._connection.executemany(
            "INSERT INTO day (day, arrived_s) VALUES (?, ?) "
            "ON CONFLICT DO UPDATE SET arrived_s = max(arrived_s, excluded.arrived_s)",
            ((day, now_s) for day in days),
        )
        self._recount({*joined, *others}, sums)

    def _recount(self, keys: Iterable[bytes], sums: dict[int, list[int]] | None = None) -> None:
        """Look anew at what counts of these spans, and add up the difference."""
        sums = {} if sums is None else sums
        updates = []
        for key in keys:
            found = span_lookup.read_span(self._connection, key)
            if found is None:
                continue
            told_by = counted_usage(found.near)
            slot, how = told_by if told_by is not None else (None, 0)
            if (
                slot is not None
                and slot.is_call
                and found.is_waiting
                and may_be_superseded(found.near.own.role, slot.server)
            ):
                slot, how = None, 0
            counted = None if slot is None else self._number(slot)
            if (counted, how) != (found.counted, found.how):
                if found.counted is not None:
                    _add_up(sums, found.counted, found.how, found.tokens, -1)
                if counted is not None:
                    _add_up(sums, counted, how, found.tokens, 1)
                updates.append((counted, how, key))
        self._connection.executemany("UPDATE span SET counted = ?, how = ? WHERE key = ?", updates)
        self._connection.executemany(
            f"UPDATE slot SET {_SUMS} WHERE id = ?", ((*amounts, number) for number, amounts in sums.items())
        )
        if sums:
            marks = ", ".join(map(str, sums))
            self._connection.execute(
                f"UPDATE day SET changed = changed + 1 WHERE day IN (SELECT day FROM slot WHERE id IN ({marks}))"
            )

    def _number(self, slot: UsageKey) -> int:
        found = self._slots.get(slot)
        if found is None:
            if len(self._slots) >= _CACHED_SLOTS:
                self._slots.clear()
            found = span_lookup.usage_key_id(self._connection, slot)
            self._slots[slot] = found
        return found


def _add_up(sums: dict[int, list[int]], number: int, how: int, tokens: Sequence[int], sign: int) -> None:
    amounts = sums.setdefault(number, [0] * 6)
    if how & REQUEST:
        amounts[0] += sign
    if how & TOKENS:
        for place, count in enumerate(tokens, 1):
            amounts[place] += sign * count


def has_undelivered(path: Path, now_s: int) -> bool:
    """Whether a store has to be told something of a journal, which need not be there yet; cheap."""
    if not path.exists():
        return False
    with told(path), closing(sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, timeout=10)) as connection:
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            return False
        found = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM day WHERE changed > told) OR EXISTS (SELECT 1 FROM waiting WHERE due_s <= ?)",
            (now_s,),
        ).fetchone()
    return bool(found[0])
