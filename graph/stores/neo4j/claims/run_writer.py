"""Run writer: stages and merges one run on this machine, and writes the pages that it changes."""

from __future__ import annotations

import dataclasses
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TypeVar

import msgspec

from graph.claims import Charge, Edge, EventOwner, Node, Record, Tombstone, Usage, UsageEvent
from graph.ontology import EDGE_KINDS, NODE_KINDS
from graph.reason import HELD
from graph.stores.base import DaysRead, Run, is_rounded
from graph.stores.neo4j.claims.head import SourceVersion
from graph.stores.neo4j.claims.page_store import get_pages, put_pages
from graph.stores.neo4j.claims.record_buffer import RecordBuffer, RecordsFingerprint, encode_records
from graph.stores.neo4j.claims.staging import SOURCE, TABLE_NAMES, StagingDatabase
from graph.stores.neo4j.connection import Neo4jConnection
from graph.stores.neo4j.lease import renew
from graph.stores.sql.apply import AppliedRun, RunEnd, apply_run, unchanged_run
from graph.stores.sql.schema import HELD_TABLES
from graph.stores.state import complete_scopes, new_state

T = TypeVar("T")

_RENEW_S = 60.0


@dataclass(slots=True)
class RunWriter:
    """A begun run; `holder` has the lease on its source, `known` are the fingerprints of earlier runs that changed nothing."""

    run: Run
    holder: str
    connection: Neo4jConnection
    known: frozenset[str]
    staging: StagingDatabase = field(default_factory=StagingDatabase)
    _buffer: RecordBuffer | None = None
    _touched: set[type] = field(default_factory=set)
    _rounded: int = 0
    _sum: RecordsFingerprint = field(default_factory=RecordsFingerprint)
    _renewed: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        if self.known and not self.run.header.restore:
            self._buffer = RecordBuffer()

    def put(self, records: Sequence[Record], lines: Sequence[int]) -> None:
        """Stage records, or buffer them while they may repeat an earlier run."""
        self._touched.update(map(type, records))
        try:
            encoded = encode_records(records)
            self._sum.add(encoded)
        except OverflowError:
            # A property has an integer beyond 64 bits: such a run is never recognised again.
            self._stage()
            self._sum = RecordsFingerprint.unique()
            encoded = []
        self._rounded += sum(map(is_rounded, records))
        if self._buffer is None:
            self.staging.stage.put(self.run, records, lines)
        else:
            self._buffer.put(encoded, lines)
        self.keep_lease()

    def check(self) -> None:
        """Raise ConflictError if two records contradict each other; a repeated run cannot."""
        header = self.run.header
        if not header.restore and self._fingerprint(complete_scopes(header, None)) not in self.known:
            self._stage()
            self.staging.stage.check(self.run)

    def keep_lease(self) -> None:
        """Renew the lease during long work."""
        if time.monotonic() - self._renewed > _RENEW_S:
            renew(self.connection, self.run.header.source, self.holder)
            self._renewed = time.monotonic()

    def apply(self, before: SourceVersion | None, ending: RunEnd) -> tuple[AppliedRun, SourceVersion]:
        """Merge the run into the claims of its source, and write the pages that this changes."""
        header, source = self.run.header, self.run.header.source
        fingerprint, touches = self._fingerprint(ending.complete, ending.days_read), self._touches(ending.complete)
        if before is not None and fingerprint in before.fingerprints and not header.restore:
            applied = dataclasses.replace(unchanged_run(before.state, header, ending), rounded=self._rounded)
            return applied, msgspec.structs.replace(before, state=applied.state)
        self._stage()
        old = before or SourceVersion(new_state(header))
        read, changing = _tables(touches)
        self.staging.seed(get_pages(self.connection, [key for table in read for key in old.pages.get(table, ())]))
        known = before.state if before is not None else None
        applied = apply_run(self.staging.stage, SOURCE, self.run, known, ending, number=0)
        pages = put_pages(
            self.connection, source, self.staging.pages(source, changing), frozenset(old.keys()), self.keep_lease
        )
        fingerprints = {text: others for text, others in old.fingerprints.items() if not _disturbs(touches, others)}
        if applied.run_state != HELD and not header.restore and self.staging.is_timeless():
            fingerprints[fingerprint] = tuple(sorted(touches))
        return applied, SourceVersion(
            state=applied.state,
            pages={**{table: keys for table, keys in old.pages.items() if table not in changing}, **pages},
            fingerprints={} if applied.run_state == HELD else fingerprints,
            counts={**old.counts, **self.staging.counts(changing)},
        )

    def _stage(self) -> None:
        """Stage the buffered records."""
        if self._buffer is not None:
            for records, lines in self._buffer.batches():
                self.staging.stage.put(self.run, records, lines)
                self.keep_lease()
            self._buffer.close()
            self._buffer = None

    def _fingerprint(self, complete: frozenset[str], days_read: DaysRead | None = None) -> str:
        """The fingerprint of the run, independent of order: its records and what it covers."""
        header = self.run.header
        content: tuple[object, ...] = (self._sum.count, str(self._sum.total), sorted(complete))
        content += (header.usage, header.charges)
        # What a run that read not all leaves as it was, the same records replace once they are all.
        content += days_read if days_read is not None and not days_read.is_whole else ()
        return blake2b(msgspec.json.encode(content), digest_size=16).hexdigest()

    def _touches(self, complete: frozenset[str]) -> frozenset[str]:
        """What the run can change of its source: nodes, edges, usage, charges."""
        touched = {_TOUCHED_BY[kind] for kind in self._touched & _TOUCHED_BY.keys()} | (complete & {"usage", "charges"})
        if complete & NODE_KINDS.keys():
            touched.add("nodes")
        if complete & EDGE_KINDS.keys():
            touched.add("edges")
        return frozenset(touched | {"nodes", "edges"} if Tombstone in self._touched else touched)

    def close(self) -> None:
        """Drop the staged records."""
        if self._buffer is not None:
            self._buffer.close()
        self.staging.close()


def rewrite_source(
    connection: Neo4jConnection, before: SourceVersion, change: Callable[[sqlite3.Connection], T]
) -> tuple[T, SourceVersion]:
    """Change the claims of a source by other means than a run; returns the result of `change`, and the new version."""
    staging, source = StagingDatabase(), before.state.source
    try:
        staging.seed(get_pages(connection, before.keys()))
        result = change(staging.connection)
        pages = put_pages(
            connection, source, staging.pages(source, TABLE_NAMES), frozenset(before.keys()), lambda: None
        )
        return result, SourceVersion(before.state, pages, counts=staging.counts(TABLE_NAMES), held_run=before.held_run)
    finally:
        staging.close()


_TOUCHED_BY: Mapping[type, str] = {
    Node: "nodes",
    Edge: "edges",
    Usage: "usage",
    UsageEvent: "usage",
    EventOwner: "usage",
    Charge: "charges",
}
_TABLES_OF = {
    "nodes": ("node_claim",),
    "edges": ("edge_claim",),
    "usage": ("usage", "event"),
    "charges": ("charge",),
}
_ALWAYS = ("id", "text", *HELD_TABLES)


def _tables(touches: frozenset[str]) -> tuple[list[str], list[str]]:
    """The tables that a run must read, and those among them that it can change."""
    changing = [*_ALWAYS, *(table for what, tables in _TABLES_OF.items() if what in touches for table in tables)]
    # Whether an edge outlives a leaver depends on the nodes at its ends.
    return (["node_claim", *changing] if "edges" in touches and "nodes" not in touches else changing), changing


def _disturbs(touches: frozenset[str], others: Sequence[str]) -> bool:
    """Whether a run that touches `touches` may make a repetition of a run that touches `others` change something."""
    return not touches.isdisjoint(others) or ("nodes" in touches and "edges" in others)
