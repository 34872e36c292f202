"""An open store with its directory of snapshots, and what the status of both is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from api.settings import Settings
from api.tracing import span
from graph.errors import InputError
from graph.moment import now, write_day, write_moment
from graph.ontology import EDGE_NAMES, NODE_NAMES
from graph.snapshot import ABSENT, Snapshot, SnapshotDirectory, current_snapshot, publish, show, snapshot_of
from graph.snapshot.ledger import is_instance
from graph.stores.base import SourceState, Store
from graph.stores.open import open_store
from queries.base import as_json


class StoreContext:
    """An open store and the folder of its snapshots; both faces, the CLI and the server, start here. Close it, or use `with`."""

    def __init__(self, settings: Settings) -> None:
        """Open the store; raises InputError for an address of no known kind, StoreError for one that does not open."""
        self.settings = settings
        self.policy = settings.policy()
        folder = settings.snapshot_folder()
        self.snapshots = None if folder is None else SnapshotDirectory(folder)
        self.store: Store = open_store(settings.store)

    def __enter__(self) -> StoreContext:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def publish(self, on_progress: Callable[[str, int, int], None] | None = None) -> bool:
        """Bring the snapshots up to the store, and the projection in the store, if it has one, up to the snapshots.

        True if a new generation was compiled. A store in memory has no folder of snapshots.
        """
        if self.snapshots is None:
            return False
        with span("snapshot compile") as traced:
            compiled = publish(self.store, self.snapshots, now(), self.policy)
            traced.set({"remit.compiled": compiled})
        show(self.store, self.snapshots, self.policy, on_progress)
        return compiled

    def snapshot(self) -> Snapshot:
        """The newest generation, compiled first where the store is ahead of its directory."""
        with span("snapshot open") as traced:
            if self.snapshots is None:
                snapshot = snapshot_of(self.store, now(), self.policy)
            else:
                snapshot = current_snapshot(self.store, self.snapshots, now(), self.policy)
            traced.set({"remit.generation": snapshot.generation, "remit.nodes": snapshot.count})
        return snapshot

    def check_settings(self, snapshot: Snapshot) -> None:
        """Raise InputError for a setting of answers that names no source of the snapshot: it would have no effect."""
        for name in self.policy.counts:
            if snapshot.source_count and not any(is_instance(source, name) for source in snapshot.sources):
                connector, _, instance = name.partition(":")
                raise InputError(
                    f"setting counts of {connector}, instance {instance}: no source {name} was ever loaded, so it has no "
                    f"effect. Load it, or leave the setting out. Sources are "
                    f"{', '.join(snapshot.sources[: snapshot.source_count])}"
                )


def read_counts(store: Store, pinned: Snapshot, *, is_part: bool) -> dict[str, Any]:
    """How much is claimed in a pinned generation: as the store counts it as long as it has that one.

    Of a part of it, and of one that the store has left behind, what the snapshot holds.
    """
    if is_part or store.generation() != pinned.generation:
        return _counts(pinned)
    counts = store.counts()
    return dict(counts) if store.generation() == pinned.generation else _counts(pinned)


def read_state(
    context: StoreContext,
    pinned: Snapshot | None = None,
    counts: Mapping[str, Any] | None = None,
    *,
    is_part: bool = False,
) -> dict[str, Any]:
    """What `remit status` and the GraphQL field `status` show: generation, counts, sources with their age, newest runs.

    `pinned`: what the other answers of the request come from, whose generation this is even where the store is ahead of it
    by now, with its `counts`. `is_part`: it is what a caller with a scope sees; of sources and runs only those that it has.
    """
    asked_at = now()
    store = context.store
    generation = store.generation() if pinned is None else pinned.generation
    snapshot = pinned if generation else None
    if pinned is None and generation:
        snapshot = context.snapshot()
    sources, runs = store.sources(), store.runs()
    if pinned is not None and is_part:
        sources = [state for state in sources if state.source in pinned.sources]
        runs = [run for run in runs if run.source in pinned.sources]
    return {
        "generation": generation,
        "built_at": write_moment(snapshot.built_at) if snapshot else None,
        "digest": snapshot.digest if snapshot else None,
        "counts": store.counts() if counts is None else counts,
        "sources": [_source(state, asked_at) for state in sources],
        "runs": [
            {
                "run": run.run,
                "source": run.source,
                "observed_at": write_moment(run.observed_at),
                "state": run.state,
                "reasons": as_json(run.reasons),
                "counts": as_json(run.counts),
            }
            for run in runs
        ],
    }


def _counts(snapshot: Snapshot) -> dict[str, Any]:
    """How much a snapshot holds that sources claim, as a store counts it."""
    view = snapshot.at(snapshot.built_at)
    edges = snapshot.edges
    claimed = edges.valid_at(snapshot.built_at) & (edges.claimed_by < snapshot.source_count)
    nodes = Counter(NODE_NAMES[kind] for kind in snapshot.nodes.kind[view.mode != ABSENT].tolist())
    distinct = np.unique(np.column_stack((edges.kind, edges.source, edges.target))[claimed], axis=0)
    kinds = Counter(EDGE_NAMES[kind] for kind in distinct[:, 0].tolist())
    return {
        "nodes": dict(sorted(nodes.items())),
        "edges": dict(sorted(kinds.items())),
        "usage": len(snapshot.usage),
        "charges": len(snapshot.charges),
    }


def _source(state: SourceState, asked_at: int) -> dict[str, Any]:
    days = {"usage": state.usage_days, "charges": state.charge_days}
    return {
        "source": state.source,
        "last_run": write_moment(state.last_observed),
        "state": state.state,
        "age_s": max(0, (asked_at - state.last_observed) // 1_000_000),
        "promised_age_s": state.age_limit_s(),
        "reasons": as_json(state.reasons),
        "scopes": [
            {"scope": scope, "first_complete": write_moment(first), "last_complete": write_moment(last)}
            | ({"from": write_day(covered[0]), "to": write_day(covered[1])} if (covered := days.get(scope)) else {})
            for scope, (first, last) in state.scopes.items()
        ],
    }
