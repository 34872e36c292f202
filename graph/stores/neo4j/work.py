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

from graph.claims import Charge, Edge, Gone, Node, Record, Usage
from graph.ontology import EDGE_KINDS, NODE_KINDS
from graph.stores import base
from graph.stores.base import Run
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.head import Body
from graph.stores.neo4j.lease import renew
from graph.stores.neo4j.library import get_pages, put_pages
from graph.stores.neo4j.scratch import SOURCE, TABLE_NAMES, Scratch
from graph.stores.state import new_state
from graph.stores.tables.apply import Applied, Ending, apply_run, told_again
from graph.stores.tables.schema import HELD

T = TypeVar("T")

_RENEW_S = 60.0
_SPELL = msgspec.msgpack.Encoder(order="deterministic")


@dataclass(slots=True)
class Work:
    """A run that was begun; `holder` has the lease on its source."""

    run: Run
    holder: str
    connection: Connection
    scratch: Scratch = field(default_factory=Scratch)
    _touched: set[type] = field(default_factory=set)
    _sum: int = 0
    _count: int = 0
    _renewed: float = field(default_factory=time.monotonic)

    def put(self, records: Sequence[Record], lines: Sequence[int]) -> None:
        """Stage records, and take them into the run's fingerprint."""
        self.scratch.stage.put(self.run, records, lines)
        total = 0
        for record in records:
            # Each with its kind: a sum is the same in every order.
            spelled = _SPELL.encode((type(record).__name__, record))
            total += int.from_bytes(blake2b(spelled, digest_size=16).digest(), "big")
        self._sum += total
        self._count += len(records)
        self._touched.update(map(type, records))
        self.going_on()

    def going_on(self) -> None:
        """Keep the lease while long work lasts."""
        if time.monotonic() - self._renewed > _RENEW_S:
            renew(self.connection, self.run.header.source, self.holder)
            self._renewed = time.monotonic()

    def apply(self, before: Body | None, ending: Ending) -> tuple[Applied, Body]:
        """Apply the run to what its source claimed before, and write the pages that this changes."""
        header, source = self.run.header, self.run.header.source
        fingerprint, touches = self._fingerprint(ending.complete), self._touches(ending.complete)
        rounded = self.scratch.stage.rounded.get(self.run.number, 0)
        if before is not None and fingerprint in before.told and not header.restore:
            applied = dataclasses.replace(told_again(before.state, header, ending), rounded=rounded)
            return applied, msgspec.structs.replace(before, state=applied.state)
        old = before or Body(new_state(header))
        read, changing = _tables(touches)
        self.scratch.seed(get_pages(self.connection, [key for table in read for key in old.pages.get(table, ())]))
        known = before.state if before is not None else None
        applied = apply_run(self.scratch.stage, SOURCE, self.run, known, ending, number=0)
        pages = put_pages(
            self.connection, source, self.scratch.pages(source, changing), frozenset(old.keys()), self.going_on
        )
        told = {text: others for text, others in old.told.items() if not _disturbs(touches, others)}
        if applied.told != base.HELD and not header.restore and self.scratch.is_timeless():
            told[fingerprint] = tuple(sorted(touches))
        return applied, Body(
            state=applied.state,
            pages={**{table: keys for table, keys in old.pages.items() if table not in changing}, **pages},
            told={} if applied.told == base.HELD else told,
            counts={**old.counts, **self.scratch.counts(changing)},
        )

    def _fingerprint(self, complete: frozenset[str]) -> str:
        """What the run tells, in whatever order it told it: its records, and what it vouches for."""
        header = self.run.header
        told = (self._count, str(self._sum), sorted(complete), header.usage, header.charges)
        return blake2b(msgspec.json.encode(told), digest_size=16).hexdigest()

    def _touches(self, complete: frozenset[str]) -> frozenset[str]:
        """What of its source the run can change: nodes, edges, usage, charges."""
        found = {_TOUCHED_BY[kind] for kind in self._touched & _TOUCHED_BY.keys()} | (complete & {"usage", "charges"})
        if complete & NODE_KINDS.keys():
            found.add("nodes")
        if complete & EDGE_KINDS.keys():
            found.add("edges")
        return frozenset(found | {"nodes", "edges"} if Gone in self._touched else found)

    def close(self) -> None:
        """Drop what was staged."""
        self.scratch.close()


def rewrite(connection: Connection, before: Body, change: Callable[[sqlite3.Connection], T]) -> tuple[T, Body]:
    """Change what a source claims by other means than a run; what `change` returned, and the source afterwards."""
    scratch, source = Scratch(), before.state.source
    try:
        scratch.seed(get_pages(connection, before.keys()))
        result = change(scratch.connection)
        pages = put_pages(
            connection, source, scratch.pages(source, TABLE_NAMES), frozenset(before.keys()), lambda: None
        )
        return result, Body(before.state, pages, counts=scratch.counts(TABLE_NAMES), held_run=before.held_run)
    finally:
        scratch.close()


_TOUCHED_BY: Mapping[type, str] = {Node: "nodes", Edge: "edges", Usage: "usage", Charge: "charges"}
_TABLE_OF = {"nodes": "node_claim", "edges": "edge_claim", "usage": "usage", "charges": "charge"}
_ALWAYS = ("id", "text", *HELD)


def _tables(touches: frozenset[str]) -> tuple[list[str], list[str]]:
    """The tables that a run needs to see, and those among them that it can change."""
    changing = [*_ALWAYS, *(table for what, table in _TABLE_OF.items() if what in touches)]
    # Whether an edge outlives a leaver depends on the nodes at its ends.
    return (["node_claim", *changing] if "edges" in touches and "nodes" not in touches else changing), changing


def _disturbs(touches: frozenset[str], others: Sequence[str]) -> bool:
    """Whether a run that touches the one may have made it matter again to tell what touches the others."""
    return not touches.isdisjoint(others) or ("nodes" in touches and "edges" in others)
