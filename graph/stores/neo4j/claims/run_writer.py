"""This file knows one run on its way into the database: what was staged of it, and what it leaves its source with."""

from __future__ import annotations

import dataclasses
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TypeVar

import msgspec

from graph.claims import Charge, Edge, Node, Record, Tombstone, Usage
from graph.ontology import EDGE_KINDS, NODE_KINDS
from graph.reason import HELD
from graph.stores.base import Run
from graph.stores.neo4j.claims.head import SourceVersion
from graph.stores.neo4j.claims.page_store import get_pages, put_pages
from graph.stores.neo4j.claims.record_buffer import RecordBuffer, RecordsFingerprint, encode_records
from graph.stores.neo4j.claims.staging import SOURCE, TABLE_NAMES, StagingDatabase
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.lease import renew
from graph.stores.sql.apply import AppliedRun, RunEnd, apply_run, unchanged_run
from graph.stores.sql.schema import HELD_TABLES
from graph.stores.state import complete_scopes, new_state

T = TypeVar("T")

_RENEW_S = 60.0


@dataclass(slots=True)
class RunWriter:
    """A run that was begun; `holder` has the lease on its source, `heard` are the fingerprints of what it told before."""

    run: Run
    holder: str
    connection: Connection
    heard: frozenset[str]
    scratch: StagingDatabase = field(default_factory=StagingDatabase)
    _aside: RecordBuffer | None = None
    _touched: set[type] = field(default_factory=set)
    _rounded: int = 0
    _sum: RecordsFingerprint = field(default_factory=RecordsFingerprint)
    _renewed: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        if self.heard and not self.run.header.restore:
            self._aside = RecordBuffer()

    def put(self, records: Sequence[Record], lines: Sequence[int]) -> None:
        """Stage records, or put them aside while they may be what the source told before."""
        self._touched.update(map(type, records))
        try:
            spelled = encode_records(records)
            self._sum.add(spelled)
        except OverflowError:
            # Numbers beyond 64 bits, in some property: no such run is known again.
            self._stage()
            self._sum = RecordsFingerprint.of_no_other()
            spelled = []
        self._rounded += sum(isinstance(record, Usage | Charge) and record.rounded for record in records)
        if self._aside is None:
            self.scratch.stage.put(self.run, records, lines)
        else:
            self._aside.put(spelled, lines)
        self.going_on()

    def check(self) -> None:
        """Raise ConflictError if two records contradict each other; what was told before cannot."""
        header = self.run.header
        if not header.restore and self._fingerprint(complete_scopes(header, None)) not in self.heard:
            self._stage()
            self.scratch.stage.check(self.run)

    def going_on(self) -> None:
        """Keep the lease while long work lasts."""
        if time.monotonic() - self._renewed > _RENEW_S:
            renew(self.connection, self.run.header.source, self.holder)
            self._renewed = time.monotonic()

    def apply(self, before: SourceVersion | None, ending: RunEnd) -> tuple[AppliedRun, SourceVersion]:
        """Apply the run to what its source claimed before, and write the pages that this changes."""
        header, source = self.run.header, self.run.header.source
        fingerprint, touches = self._fingerprint(ending.complete), self._touches(ending.complete)
        if before is not None and fingerprint in before.told and not header.restore:
            applied = dataclasses.replace(unchanged_run(before.state, header, ending), rounded=self._rounded)
            return applied, msgspec.structs.replace(before, state=applied.state)
        self._stage()
        old = before or SourceVersion(new_state(header))
        read, changing = _tables(touches)
        self.scratch.seed(get_pages(self.connection, [key for table in read for key in old.pages.get(table, ())]))
        known = before.state if before is not None else None
        applied = apply_run(self.scratch.stage, SOURCE, self.run, known, ending, number=0)
        pages = put_pages(
            self.connection, source, self.scratch.pages(source, changing), frozenset(old.keys()), self.going_on
        )
        told = {text: others for text, others in old.told.items() if not _disturbs(touches, others)}
        if applied.run_state != HELD and not header.restore and self.scratch.is_timeless():
            told[fingerprint] = tuple(sorted(touches))
        return applied, SourceVersion(
            state=applied.state,
            pages={**{table: keys for table, keys in old.pages.items() if table not in changing}, **pages},
            told={} if applied.run_state == HELD else told,
            counts={**old.counts, **self.scratch.counts(changing)},
        )

    def _stage(self) -> None:
        """Stage what was put aside."""
        if self._aside is not None:
            for records, lines in self._aside.batches():
                self.scratch.stage.put(self.run, records, lines)
                self.going_on()
            self._aside.close()
            self._aside = None

    def _fingerprint(self, complete: frozenset[str]) -> str:
        """What the run tells, in whatever order it told it: its records, and what it vouches for."""
        header = self.run.header
        told = (self._sum.count, str(self._sum.total), sorted(complete), header.usage, header.charges)
        return blake2b(msgspec.json.encode(told), digest_size=16).hexdigest()

    def _touches(self, complete: frozenset[str]) -> frozenset[str]:
        """What of its source the run can change: nodes, edges, usage, charges."""
        found = {_TOUCHED_BY[kind] for kind in self._touched & _TOUCHED_BY.keys()} | (complete & {"usage", "charges"})
        if complete & NODE_KINDS.keys():
            found.add("nodes")
        if complete & EDGE_KINDS.keys():
            found.add("edges")
        return frozenset(found | {"nodes", "edges"} if Tombstone in self._touched else found)

    def close(self) -> None:
        """Drop what was staged."""
        if self._aside is not None:
            self._aside.close()
        self.scratch.close()


def rewrite_source(
    connection: Connection, before: SourceVersion, change: Callable[[sqlite3.Connection], T]
) -> tuple[T, SourceVersion]:
    """Change what a source claims by other means than a run; what `change` returned, and the source afterwards."""
    scratch, source = StagingDatabase(), before.state.source
    try:
        scratch.seed(get_pages(connection, before.keys()))
        result = change(scratch.connection)
        pages = put_pages(
            connection, source, scratch.pages(source, TABLE_NAMES), frozenset(before.keys()), lambda: None
        )
        return result, SourceVersion(before.state, pages, counts=scratch.counts(TABLE_NAMES), held_run=before.held_run)
    finally:
        scratch.close()


_TOUCHED_BY: Mapping[type, str] = {Node: "nodes", Edge: "edges", Usage: "usage", Charge: "charges"}
_TABLE_OF = {"nodes": "node_claim", "edges": "edge_claim", "usage": "usage", "charges": "charge"}
_ALWAYS = ("id", "text", *HELD_TABLES)


def _tables(touches: frozenset[str]) -> tuple[list[str], list[str]]:
    """The tables that a run needs to see, and those among them that it can change."""
    changing = [*_ALWAYS, *(table for what, table in _TABLE_OF.items() if what in touches)]
    # Whether an edge outlives a leaver depends on the nodes at its ends.
    return (["node_claim", *changing] if "edges" in touches and "nodes" not in touches else changing), changing


def _disturbs(touches: frozenset[str], others: Sequence[str]) -> bool:
    """Whether a run that touches the one may have made it matter again to tell what touches the others."""
    return not touches.isdisjoint(others) or ("nodes" in touches and "edges" in others)
