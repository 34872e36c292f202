"""Applying one finished run to the tables of its source; accepting, removing and purging claims."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from graph.claims import RunHeader
from graph.errors import InputError
from graph.ontology import EDGE_NAMES, NODE_NAMES
from graph.reason import COMPLETE, HELD, PARTIAL, Reason
from graph.restatement import newest_restatements
from graph.stores.base import DaysRead, Outcome, Run, SourceState
from graph.stores.sql.change import RunChange
from graph.stores.sql.merge import merge, retire
from graph.stores.sql.restore import restore
from graph.stores.sql.schema import CLAIM_TABLES, HELD_TABLES
from graph.stores.sql.stage import Stage
from graph.stores.sql.usage import UsageMerge
from graph.stores.state import coverage, new_state, next_state


@dataclass(frozen=True, slots=True)
class RunEnd:
    """The end of a run: the scopes that proved complete, the reasons for being partial, the checkpoint of the next run, and
    the days that its usage and charges are of."""

    complete: frozenset[str]
    reasons: tuple[Reason, ...] = ()
    checkpoint: str | None = None
    days_read: DaysRead | None = None


@dataclass(frozen=True, slots=True)
class AppliedRun:
    """A source after a run: its state, the state of the run (a restored source keeps its own), whether its content
    changed, and how many rows of each kind were added, retired and held."""

    state: SourceState
    run_state: str
    changed: bool
    added: Mapping[str, int] = field(default_factory=dict)
    retired: Mapping[str, int] = field(default_factory=dict)
    held: Mapping[str, int] = field(default_factory=dict)
    rounded: int = 0

    def outcome(self, run: int, generation: int) -> Outcome:
        """The outcome as `Store.finish` returns it."""
        return Outcome(
            source=self.state.source,
            run=run,
            state=self.state.state,
            generation=generation,
            changed=self.changed,
            added=self.added,
            retired=self.retired,
            held=self.held,
            rounded=self.rounded,
            reasons=self.state.reasons,
        )


def apply_run(
    stage: Stage, source: int, run: Run, known: SourceState | None, ending: RunEnd, *, number: int
) -> AppliedRun:
    """Apply a staged run to the tables, inside the caller's transaction.

    `source` is the source's number in the tables, `known` its state before (None: it is new), `number` the run's own.
    """
    connection, header = stage.connection, run.header
    before = known or new_state(header)
    change = RunChange(connection, source, run.number, header, frozenset(before.scopes), ending.complete)
    change.days_read, change.before = ending.days_read, known
    held_at = connection.execute("SELECT moment FROM held WHERE source = ?", (source,)).fetchone()
    change.repeats_held = held_at == (header.observed_at,)
    stage.publish_names()
    _drop(connection, source, HELD_TABLES)
    held = False
    if header.restore:
        held = restore(change)
    else:
        held = merge(change)
    if held:
        connection.execute(
            "INSERT INTO held VALUES (?, ?, ?, ?)", (source, number, header.observed_at, json.dumps(change.held))
        )
    applied = unchanged_run(before, header, ending, held=held)
    return dataclasses.replace(
        applied,
        state=_with_restated(applied.state, change),
        changed=applied.changed or change.changed or known is None,
        added=change.added,
        retired=change.retired,
        held=change.held,
        rounded=stage.rounded.get(run.number, 0),
    )


def unchanged_run(before: SourceState, header: RunHeader, ending: RunEnd, *, held: bool = False) -> AppliedRun:
    """The effect of a run that repeats the previous claims: only the state and the scopes of its source advance."""
    # The reasons of a restore say where it came from; those of its source are in its header.
    partial = ending.reasons and not header.restore
    run_state = HELD if held else PARTIAL if partial else COMPLETE
    after = next_state(
        before, header, ending.complete, (run_state, ending.reasons, ending.checkpoint), ending.days_read
    )
    return AppliedRun(after, run_state, coverage(before) != coverage(after))


def accept_held(
    connection: sqlite3.Connection, source: int, state: SourceState | None, name: str
) -> tuple[int, AppliedRun]:
    """Apply the retirements of a source's newest held run; returns that run's number. InputError if none is held."""
    held = connection.execute("SELECT run, moment FROM held WHERE source = ?", (source,)).fetchone()
    if state is None or held is None:
        raise InputError(f"no run of {name} is held")
    header = RunHeader(source=name, observed_at=held[1])
    change = RunChange(connection, source, held[0], header, frozenset(), frozenset())
    retire(
        change,
        f"SELECT n FROM held_node WHERE source = {source}",
        f"SELECT tail, kind, head, permission, declared, nth FROM held_edge WHERE source = {source}",
    )
    change.before = state
    UsageMerge(change).replace_held_days()
    _drop(connection, source, HELD_TABLES)
    after = _with_restated(msgspec.structs.replace(state, state=COMPLETE, reasons=()), change)
    return held[0], AppliedRun(after, COMPLETE, change.changed, change.added, change.retired)


def _with_restated(state: SourceState, change: RunChange) -> SourceState:
    return msgspec.structs.replace(state, restated=newest_restatements(state.restated, change.restated))


def remove_claims(connection: sqlite3.Connection, source: int) -> dict[str, int]:
    """Remove everything a source claims; how many nodes, edges, usage rows and charges that were."""
    return dict(zip(("nodes", "edges", "usage", "charges"), _drop(connection, source, CLAIM_TABLES), strict=False))


def purge_claims(connection: sqlite3.Connection, before: int) -> dict[str, int]:
    """Remove the claims of all sources that ended before a moment; how many nodes and edges that were."""
    ended = "until <= ? OR (retired IS NOT NULL AND retired <= ?)"
    removed = {
        what: connection.execute(f"DELETE FROM {table} WHERE {ended}", (before, before)).rowcount
        for table, what in (("node_claim", "nodes"), ("edge_claim", "edges"))
    }
    # The number of a deleted row may be reused.
    connection.execute("DELETE FROM held_node WHERE n NOT IN (SELECT n FROM node_claim)")
    return removed


def open_claims(connection: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """How many distinct nodes and edges of each kind are claimed and not retired."""
    nodes = connection.execute("SELECT kind, count(DISTINCT node) FROM node_claim WHERE retired IS NULL GROUP BY kind")
    edges = connection.execute(
        "SELECT kind, count(*) FROM (SELECT DISTINCT tail, kind, head FROM edge_claim WHERE retired IS NULL) GROUP BY kind"
    )
    return {
        "nodes": dict(sorted((NODE_NAMES[kind], count) for kind, count in nodes)),
        "edges": dict(sorted((EDGE_NAMES[kind], count) for kind, count in edges)),
    }


def _drop(connection: sqlite3.Connection, source: int, tables: tuple[str, ...]) -> list[int]:
    return [connection.execute(f"DELETE FROM {table} WHERE source = ?", (source,)).rowcount for table in tables]
