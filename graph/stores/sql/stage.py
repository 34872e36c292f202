"""Staging records as rows of temporary tables: ids and texts interned per connection, kinds as codes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from graph.claims import Charge, Edge, EventOwner, Node, Record, Tombstone, Usage, UsageEvent
from graph.errors import ConflictError, RecordError
from graph.moment import ALWAYS, NEVER
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, EDGE_CODES, EDGE_NAMES, NODE_CODES
from graph.stores.base import Run, is_rounded
from graph.stores.events import read_keys
from graph.stores.sql.schema import STAGE, USAGE_KEY, USAGE_SUMS

_NODE = """
INSERT INTO stage_node VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
ON CONFLICT DO UPDATE SET clash = excluded.line WHERE clash IS NULL AND (
    name, props, since, until, first_seen, dated
) IS NOT (excluded.name, excluded.props, excluded.since, excluded.until, excluded.first_seen, excluded.dated)
"""
# Edges come in millions and in any order: they are appended, and sorted once when they are checked and merged.
_EDGE = "INSERT INTO stage_edge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_EDGE_KEY = "tail, kind, head, permission, declared, nth"
_EDGE_CONTENT = ("until", "first_seen", "evidence", "alias")
# A temporary table stays in memory up to this size (negative means KiB in SQLite), then on disk.
_CACHE = -131_072
_TABLES = (
    "stage_node",
    "stage_edge",
    "stage_usage",
    "stage_event",
    "stage_charge",
    "stage_gone",
    "stage_held",
    "stage_held_usage",
)

Row = tuple[Any, ...]


class Stage:
    """The staging tables of one connection. Ids and texts are numbered in the order first seen; -1 is None."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._ids: dict[str, int] = {}
        self._texts: dict[str, int] = {}
        self._written = [0, 0]
        self.rounded: dict[int, int] = {}
        connection.execute(f"PRAGMA temp.cache_size = {_CACHE}")
        connection.executescript(STAGE)

    def put(self, run: Run, records: Sequence[Record], lines: Sequence[int]) -> None:
        """Stage records; equal ones once (usage and charges: all), contradicting ones are marked."""
        rows: dict[type, list[Row]] = {Node: [], Edge: [], Usage: [], EventOwner: [], Charge: [], Tombstone: []}
        held: list[Row] = []
        held_usage: list[Row] = []
        self.rounded[run.number] = self.rounded.get(run.number, 0) + sum(map(is_rounded, records))
        number, moment, restore = run.number, run.header.observed_at, run.header.restore
        for record, line in zip(records, lines, strict=True):
            nth = line if restore else 0
            if restore and isinstance(record, Node | Edge) and record.held:
                held.append((number, line))
            if type(record) is Edge:
                rows[Edge].append(self._edge(number, moment, nth, record, line))
            elif type(record) is Node:
                rows[Node].append(self._node(number, moment, nth, record, line))
            elif type(record) is Usage:
                if record.held:
                    held_usage.append(self._usage(number, record))
                else:
                    rows[Usage].append((*self._usage(number, record), None, None))
            elif type(record) is UsageEvent:
                rows[Usage].append((*self._usage(number, record.usage), *next(read_keys(record.key))))
            elif type(record) is EventOwner:
                rows[EventOwner] += self._events(number, record)
            elif type(record) is Charge:
                rows[Charge].append(self._charge(number, record))
            elif type(record) is Tombstone:
                rows[Tombstone].append((number, self._id(record.id)))
        self.connection.execute("BEGIN")
        self._write_names()
        self.connection.executemany(_NODE, rows[Node])
        self.connection.executemany(_EDGE, rows[Edge])
        marks = ", ".join("?" * (2 + len(USAGE_KEY) + len(USAGE_SUMS)))
        self.connection.executemany(f"INSERT INTO stage_usage VALUES ({marks}, ?, ?)", rows[Usage])
        self.connection.executemany("INSERT INTO stage_event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows[EventOwner])
        self.connection.executemany(f"INSERT INTO stage_held_usage VALUES ({marks})", held_usage)
        self.connection.executemany("INSERT INTO stage_held VALUES (?, ?)", held)
        self.connection.executemany("INSERT INTO stage_charge VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows[Charge])
        self.connection.executemany("INSERT INTO stage_gone VALUES (?, ?)", rows[Tombstone])
        self.connection.execute("COMMIT")

    def check(self, run: Run) -> None:
        """Raise ConflictError for records that contradict each other, RecordError for sums beyond 2**63."""
        clash = self.connection.execute(
            "SELECT (SELECT id FROM stage_id WHERE n = node), line, clash FROM stage_node "
            "WHERE run = ? AND clash IS NOT NULL ORDER BY clash LIMIT 1",
            (run.number,),
        ).fetchone()
        clash = clash or self._edge_clash(run)
        if clash is not None:
            raise ConflictError(
                f"{clash[0]} is already on line {clash[1]}, with different content",
                file=run.origin,
                line=clash[2],
                remedy="Keep one of the two",
            )
        self._check_sums(run)

    def _edge_clash(self, run: Run) -> tuple[str, int, int] | None:
        """The first edge that contradicts an earlier line of its key: its name, the earlier line, its own line."""
        # Nearly every run lists each edge once, and this query needs the least sorting to confirm it.
        if not self.connection.execute(
            f"SELECT 1 FROM stage_edge WHERE run = ? GROUP BY {_EDGE_KEY} HAVING count(*) > 1 LIMIT 1", (run.number,)
        ).fetchone():
            return None
        content = ", ".join(_EDGE_CONTENT)
        firsts = ", ".join(f"first_value({name}) OVER same AS first_{name}" for name in ("line", *_EDGE_CONTENT))
        row = self.connection.execute(
            f"""
            SELECT kind, (SELECT id FROM stage_id WHERE n = tail), first_line, line FROM (
                SELECT *, {firsts} FROM stage_edge WHERE run = ?
                WINDOW same AS (PARTITION BY {_EDGE_KEY} ORDER BY rowid)
            ) WHERE ({content}) IS NOT ({", ".join(f"first_{name}" for name in _EDGE_CONTENT)}) ORDER BY line LIMIT 1
            """,
            (run.number,),
        ).fetchone()
        return None if row is None else (f"{EDGE_NAMES[row[0]]} of {row[1]}", row[2], row[3])

    def _check_sums(self, run: Run) -> None:
        """Raise RecordError if equal usage rows add up beyond 2**63."""
        whole = ", ".join(f"total(abs({name}))" for name in USAGE_SUMS)
        sizes = self.connection.execute(f"SELECT {whole} FROM stage_usage WHERE run = ?", (run.number,)).fetchone()
        # If the sum of all rows stays below, so does the sum of every group.
        if max(sizes) < 2.0**62:
            return
        sums = ", ".join(f"sum({name})" for name in USAGE_SUMS)
        try:
            self.connection.execute(
                f"SELECT {sums} FROM stage_usage WHERE run = ? GROUP BY day, {', '.join(USAGE_KEY)}", (run.number,)
            ).fetchall()
        except sqlite3.OperationalError:
            raise RecordError(
                "equal usage rows add up beyond 2**63", file=run.origin, field="usage", remedy="Split them by workspace"
            ) from None

    def publish_names(self) -> None:
        """Map every staged id and text to its number in the store: temp.as_id and temp.as_text (n → id)."""
        for stage, table, column, mapped in (
            ("stage_id", "id", "id", "as_id"),
            ("stage_text", "text", "text", "as_text"),
        ):
            self.connection.execute(f"INSERT OR IGNORE INTO {table} ({column}) SELECT {column} FROM {stage}")
            self.connection.execute(f"DROP TABLE IF EXISTS temp.{mapped}")
            self.connection.execute(f"CREATE TEMP TABLE {mapped} (n INTEGER PRIMARY KEY, id INTEGER NOT NULL)")
            self.connection.execute(
                f"INSERT INTO {mapped} SELECT s.n, t.n FROM {stage} s JOIN {table} t ON t.{column} = s.{column}"
            )
            self.connection.execute(f"INSERT INTO {mapped} VALUES (-1, -1)")

    def drop(self, run: Run) -> None:
        """Delete one run's rows."""
        for table in _TABLES:
            others = f"SELECT 1 FROM {table} WHERE run <> ? LIMIT 1"
            if self.connection.execute(others, (run.number,)).fetchone():
                self.connection.execute(f"DELETE FROM {table} WHERE run = ?", (run.number,))
            else:
                # Emptying a whole table is instant; row by row it takes as long as a merge.
                self.connection.execute(f"DELETE FROM {table}")

    def _write_names(self) -> None:
        for kind, (table, names) in enumerate((("stage_id", self._ids), ("stage_text", self._texts))):
            done = self._written[kind]
            if len(names) > done:
                fresh = list(names)[done:] if done == 0 else _tail(names, len(names) - done)
                self.connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", enumerate(fresh, done))
                self._written[kind] = len(names)

    def _id(self, text: str | None) -> int:
        if text is None:
            return -1
        return self._ids.setdefault(text, len(self._ids))

    def _text(self, text: str | None) -> int:
        if text is None:
            return -1
        return self._texts.setdefault(text, len(self._texts))

    def _node(self, number: int, moment: int, nth: int, record: Node, line: int) -> Row:
        first_seen = moment if record.first_seen is None else record.first_seen
        return (
            number,
            self._id(record.id),
            nth,
            NODE_CODES[record.id.partition(":")[0]],
            record.name,
            json.dumps(record.props, sort_keys=True, ensure_ascii=False, separators=(",", ":")),
            ALWAYS if record.since is None else record.since,
            NEVER if record.until is None else record.until,
            record.retired,
            first_seen,
            record.dated and record.since is not None,
            first_seen if record.opened is None else record.opened,
            line,
        )

    def _edge(self, number: int, moment: int, nth: int, record: Edge, line: int) -> Row:
        # Written out, without calls: millions of edges pass here.
        ids, texts, since, until = self._ids, self._texts, record.since, record.until
        evidence, alias, first_seen = record.evidence, record.alias, record.first_seen
        if since is None:
            since = ALWAYS
        declared = since if record.declared is None else record.declared
        return (
            number,
            ids.setdefault(record.source, len(ids)),
            EDGE_CODES[record.kind],
            ids.setdefault(record.target, len(ids)),
            int(record.permission or 0),
            declared if record.dated else ALWAYS,
            nth,
            since,
            NEVER if until is None else until,
            record.retired,
            moment if first_seen is None else first_seen,
            -1 if evidence is None else texts.setdefault(evidence, len(texts)),
            -1 if alias is None else texts.setdefault(alias, len(texts)),
            line,
        )

    def _usage(self, number: int, record: Usage) -> Row:
        return (
            number,
            record.day,
            self._id(record.principal),
            self._id(record.resource),
            self._id(record.application),
            self._id(record.workspace),
            self._text(record.currency),
            -1 if record.basis is None else COST_BASES.index(record.basis),
            -1 if record.priced_on is None else record.priced_on,
            record.chargeable,
            self._text(record.detail),
            record.requests,
            record.cost_nano or 0,
            *record.tokens,
        )

    def _events(self, number: int, record: EventOwner) -> list[Row]:
        owner = self._id(record.principal), self._id(record.workspace), self._text(record.detail)
        return [(number, record.day, *key, *owner, record.held) for key in read_keys(record.keys)]

    def _charge(self, number: int, record: Charge) -> Row:
        return (
            number,
            self._id(record.application),
            record.first_day,
            record.last_day,
            CHARGE_CATEGORIES.index(record.category),
            record.cost_nano,
            self._text(record.currency),
            self._text(record.description),
        )


def _tail(names: dict[str, int], count: int) -> list[str]:
    """The names added last, oldest first."""
    walk = reversed(names)
    return [next(walk) for _ in range(count)][::-1]
