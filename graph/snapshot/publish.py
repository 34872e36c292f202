"""This file knows when a store is ahead of its snapshot, and brings the snapshot up to it."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from graph.snapshot.compile import compile_claims
from graph.snapshot.model import Snapshot
from graph.snapshot.nodes import Policy
from graph.snapshot.shelf import Shelf, freshness_of
from graph.stores.base import Store


def snapshot_of(store: Store, built_at: int, policy: Policy | None = None) -> Snapshot:
    """The store's newest generation, compiled in memory."""
    claims = store.read()
    compiled = compile_claims(claims, policy)
    stamp = (claims.generation, built_at, compiled.digest)
    return Snapshot(compiled.arrays, compiled.info, stamp, freshness_of(claims.sources))


def publish(store: Store, shelf: Shelf, built_at: int, policy: Policy | None = None) -> bool:
    """Bring the shelf up to the store; True if a new generation was compiled.

    One publisher at a time; the next one finds the work done.
    """
    with _one_at_a_time(shelf):
        if not shelf.is_ahead(store.generation(), store.identity()):
            shelf.write_freshness(store.sources())
            return False
        claims = store.read()
        stamp = (claims.generation, store.identity(), built_at)
        shelf.publish(compile_claims(claims, policy), stamp, claims.sources)
        return True


def current_snapshot(store: Store, shelf: Shelf, built_at: int, policy: Policy | None = None) -> Snapshot:
    """The newest generation, compiled first where the store is ahead of the shelf."""
    if shelf.is_ahead(store.generation(), store.identity()):
        publish(store, shelf, built_at, policy)
    return shelf.open()


@contextmanager
def _one_at_a_time(shelf: Shelf) -> Iterator[None]:
    shelf.folder.mkdir(parents=True, exist_ok=True)
    with (shelf.folder / ".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
