"""Commits: replacing the head in one small transaction, only if no other writer changed the same sources meanwhile."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import msgspec

from graph.claims import Decision
from graph.reason import HELD, Reason
from graph.stores.neo4j.claims.head import (
    Head,
    SourceVersion,
    drop_versions,
    lock_head,
    put_version,
    require_lease,
    write_head,
)
from graph.stores.neo4j.connection import Neo4jConnection, Transaction
from graph.stores.neo4j.lease import release

_RUN = """
MERGE (r:RemitRun {number: $number})
SET r.source = $source, r.observed_at = $observed_at, r.state = $state, r.reasons = $reasons, r.counts = $counts
"""
_DECISION = """
MERGE (d:RemitDecision {key: $key})
ON CREATE SET d.decision = $decision, d.number = $number
RETURN d.number = $number
"""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One entry of the history of runs."""

    source: str
    observed_at: int
    state: str
    reasons: tuple[Reason, ...]
    counts: Mapping[str, Any]


@dataclass(slots=True)
class Commit:
    """One change of the head.

    `before` is the head it is based on, `states` the new versions of sources (None: removed), `grows` whether the
    generation increases, `lease` a source and the holder that must have its lease, which the commit releases.
    """

    before: Head
    states: Mapping[str, SourceVersion | None] = field(default_factory=dict)
    grows: bool = False
    run: RunRecord | None = None
    lease: tuple[str, str] | None = None
    keys: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.keys = {source: uuid.uuid4().hex for source, body in self.states.items() if body is not None}

    def make(self, connection: Neo4jConnection) -> Head | None:
        """Commit; returns the new head, or None if a source changed meanwhile: then nothing was written."""
        return connection.atomically(self._make)

    def _make(self, tx: Transaction) -> Head | None:
        head = lock_head(tx)
        if self._is_made(head):
            return head
        if any(head.states.get(source) != self.before.states.get(source) for source in self.states):
            return None
        number = head.runs + (self.run is not None)
        if self.lease is not None:
            require_lease(tx, *self.lease)
            release(tx, *self.lease)
        for source, body in self.states.items():
            if body is not None:
                held = self.run is not None and self.run.state == HELD
                put_version(tx, self.keys[source], msgspec.structs.replace(body, held_run=number) if held else body)
        if self.run is not None:
            _record(tx, number, self.run)
        drop_versions(tx, [head.states[source] for source in self.states if source in head.states])
        kept = {source: key for source, key in head.states.items() if source not in self.states}
        after = msgspec.structs.replace(
            head, generation=head.generation + self.grows, states={**kept, **self.keys}, runs=number
        )
        write_head(tx, after)
        return after

    def _is_made(self, head: Head) -> bool:
        """Whether an earlier attempt was committed although its response was lost."""
        return bool(self.keys) and all(head.states.get(source) == key for source, key in self.keys.items())


def keep_decision(connection: Neo4jConnection, decision: Decision) -> bool:
    """Store a person's decision; False if it was stored already."""
    text = msgspec.json.encode(decision).decode()
    key = blake2b(text.encode(), digest_size=16).hexdigest()

    def keep(tx: Transaction) -> bool:
        head = lock_head(tx)
        number = head.decisions + 1
        ((fresh,),) = tx.run(_DECISION, key=key, decision=text, number=number)
        if fresh:
            write_head(tx, msgspec.structs.replace(head, generation=head.generation + 1, decisions=number))
        return bool(fresh)

    return connection.atomically(keep)


def read_decisions(connection: Neo4jConnection, head: Head) -> Sequence[Decision]:
    """The decisions of a head, oldest first."""
    rows = connection.read(
        "MATCH (d:RemitDecision) WHERE d.number <= $newest RETURN d.number, d.decision", newest=head.decisions
    )
    return [msgspec.json.decode(text, type=Decision) for _, text in sorted(rows)]


def _record(tx: Transaction, number: int, run: RunRecord) -> None:
    tx.run(
        _RUN,
        number=number,
        source=run.source,
        observed_at=run.observed_at,
        state=run.state,
        reasons=msgspec.json.encode(run.reasons).decode(),
        counts=json.dumps(run.counts),
    )
