"""Publishing: whether a store is ahead of its snapshot, and bringing the snapshot and the shown graph up to it."""

from __future__ import annotations

import fcntl
import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec

from graph.errors import LeaseHeld
from graph.private_files import make_private_folder, private_opener
from graph.snapshot.compile import compile_claims
from graph.snapshot.directory import SnapshotDirectory, freshness_of
from graph.snapshot.nodes import Policy
from graph.snapshot.projection import project
from graph.snapshot.runs import run_numbers
from graph.snapshot.snapshot import Snapshot
from graph.stores.base import Store
from graph.stores.graph_store import GraphStore

Progress = Callable[[str, int, int], None]

# How often, and at what interval, a process waits for another that is publishing the graph.
_SHOW_TRIES, _SHOW_PAUSE_S = 300, 1.0


def snapshot_of(store: Store, built_at: int, policy: Policy | None = None) -> Snapshot:
    """The store's newest generation, compiled in memory."""
    claims = store.read()
    compiled = compile_claims(claims, policy)
    stamp = (claims.generation, built_at, compiled.digest)
    return Snapshot(
        compiled.tables, compiled.info, stamp, freshness_of(claims.sources), run_numbers(claims, store.run_moments())
    )


def publish(store: Store, directory: SnapshotDirectory, built_at: int, policy: Policy | None = None) -> bool:
    """Bring the directory up to the store; True if a new generation was compiled.

    One publisher works at a time; the next one has nothing left to do.
    """
    with _one_at_a_time(directory):
        identity = _identity(store, policy)
        if not directory.is_ahead(store.generation(), identity):
            directory.write_freshness(store.sources())
            return False
        claims = store.read()
        stamp = (claims.generation, identity, built_at)
        runs = run_numbers(claims, store.run_moments())
        directory.publish(compile_claims(claims, policy), stamp, claims.sources, runs)
        return True


def show(
    store: Store, directory: SnapshotDirectory, policy: Policy | None = None, on_progress: Progress | None = None
) -> bool:
    """Have a graph store show what the directory holds; True if it showed something else before.

    Waits for another process that is publishing. A graph that is newer than the directory stays. Raises LeaseHeld.
    """
    if not isinstance(store, GraphStore):
        return False
    identity = _identity(store, policy)
    snapshot = directory.open()
    for _ in range(_SHOW_TRIES):
        projected = store.projected()
        if projected is not None:
            generation, digest, owner = projected
            if owner == identity and (generation > snapshot.generation or digest == snapshot.digest):
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


def current_snapshot(
    store: Store, directory: SnapshotDirectory, built_at: int, policy: Policy | None = None
) -> Snapshot:
    """The newest generation, compiled first where the store is ahead of the directory."""
    if is_ahead(store, directory, policy):
        publish(store, directory, built_at, policy)
    return directory.open()


def is_ahead(store: Store, directory: SnapshotDirectory, policy: Policy | None = None) -> bool:
    """Whether the directory does not hold the store's newest generation, merged by this policy."""
    return directory.is_ahead(store.generation(), _identity(store, policy))


def _identity(store: Store, policy: Policy | None) -> str:
    """The store's identity and the policy's: another policy merges the same claims to another snapshot."""
    encoded = msgspec.json.encode(policy or Policy(), order="sorted")
    return store.identity() + hashlib.blake2b(encoded, digest_size=4).hexdigest()


@contextmanager
def _one_at_a_time(directory: SnapshotDirectory) -> Iterator[None]:
    make_private_folder(directory.folder)
    with open(directory.folder / ".lock", "w", opener=private_opener) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
