"""This file knows when a store is ahead of its snapshot, and brings the snapshot up to it."""

from __future__ import annotations

import fcntl
import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec

from graph.errors import LeaseHeld
from graph.snapshot.compile import compile_claims
from graph.snapshot.directory import SnapshotDirectory, freshness_of
from graph.snapshot.nodes import Policy
from graph.snapshot.projection import project
from graph.snapshot.snapshot import Snapshot
from graph.stores.base import Store
from graph.stores.graph_store import GraphStore

Progress = Callable[[str, int, int], None]

# How often, and after how long, one who wants to show the graph looks whether another is still at it.
_SHOW_TRIES, _SHOW_PAUSE_S = 300, 1.0


def snapshot_of(store: Store, built_at: int, policy: Policy | None = None) -> Snapshot:
    """The store's newest generation, compiled in memory."""
    claims = store.read()
    compiled = compile_claims(claims, policy)
    stamp = (claims.generation, built_at, compiled.digest)
    return Snapshot(compiled.tables, compiled.info, stamp, freshness_of(claims.sources))


def publish(store: Store, shelf: SnapshotDirectory, built_at: int, policy: Policy | None = None) -> bool:
    """Bring the shelf up to the store; True if a new generation was compiled.

    One publisher at a time; the next one finds the work done.
    """
    with _one_at_a_time(shelf):
        identity = _identity(store, policy)
        if not shelf.is_ahead(store.generation(), identity):
            shelf.write_freshness(store.sources())
            return False
        claims = store.read()
        stamp = (claims.generation, identity, built_at)
        shelf.publish(compile_claims(claims, policy), stamp, claims.sources)
        return True


def show(
    store: Store, shelf: SnapshotDirectory, policy: Policy | None = None, on_progress: Progress | None = None
) -> bool:
    """Have a store that can show the graph show what the shelf holds; True if it showed something else before.

    Waits for another who is at it. A graph that is newer than this shelf stays.
    """
    if not isinstance(store, GraphStore):
        return False
    identity = _identity(store, policy)
    snapshot = shelf.open()
    for _ in range(_SHOW_TRIES):
        shown = store.projected()
        if (
            shown is not None
            and shown[2] == identity
            and (shown[0] > snapshot.generation or shown[1] == snapshot.digest)
        ):
            return False
        try:
            stamp = (snapshot.generation, snapshot.digest, snapshot.built_at)
            store.project(project(snapshot), stamp, identity, on_progress)
            return True
        except LeaseHeld:
            time.sleep(_SHOW_PAUSE_S)
    raise LeaseHeld(
        "another process has been publishing the graph for minutes; what was loaded is safe. Load again later"
    )


def current_snapshot(store: Store, shelf: SnapshotDirectory, built_at: int, policy: Policy | None = None) -> Snapshot:
    """The newest generation, compiled first where the store is ahead of the shelf."""
    if is_ahead(store, shelf, policy):
        publish(store, shelf, built_at, policy)
    return shelf.open()


def is_ahead(store: Store, shelf: SnapshotDirectory, policy: Policy | None = None) -> bool:
    """Whether the shelf does not hold what the store says now, merged by this policy."""
    return shelf.is_ahead(store.generation(), _identity(store, policy))


def _identity(store: Store, policy: Policy | None) -> str:
    """Another policy merges the same claims otherwise: its snapshots are not those of the first."""
    told = msgspec.json.encode(policy or Policy(), order="sorted")
    return store.identity() + hashlib.blake2b(told, digest_size=4).hexdigest()


@contextmanager
def _one_at_a_time(shelf: SnapshotDirectory) -> Iterator[None]:
    shelf.folder.mkdir(parents=True, exist_ok=True)
    with (shelf.folder / ".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
