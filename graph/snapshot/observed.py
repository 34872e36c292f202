"""The graph as sources observed it: what a later run of a source added counts from that run on, whatever its date says."""

from __future__ import annotations

import dataclasses

import numpy as np

from graph.moment import ALWAYS, NEVER
from graph.ontology import EDGE_NAMES, NODE_NAMES
from graph.snapshot.columns import I8, Bool, Ints, Timeline
from graph.snapshot.snapshot import Snapshot


def observed(snapshot: Snapshot) -> Snapshot:
    """The snapshot in which no claim begins before its source observed it, if an earlier run of the source was without it.

    What a source's first complete run of a kind lists keeps its date: it was so before anybody looked. The snapshot
    itself where no claim is dated back. Computed once.
    """
    other = snapshot.derived(_observed)
    return snapshot if other is None else other


def openings(snapshot: Snapshot) -> I8:
    """Per edge the moment from which on it counts as observed."""
    edges = snapshot.edges
    late = _is_late(snapshot, edges.since, edges.first_seen, (edges.claimed_by, edges.kind), EDGE_NAMES)
    return np.where(late, edges.first_seen, edges.since)


def listing_openings(snapshot: Snapshot) -> I8:
    """Per listing the moment from which on it counts as observed."""
    listings = snapshot.tables.listings
    kinds = snapshot.nodes.kind[listings.node]
    late = _is_late(snapshot, listings.since, listings.first_seen, (listings.claimed_by, kinds), NODE_NAMES)
    return np.where(late, listings.first_seen, listings.since)


def _is_late(
    snapshot: Snapshot, since: I8, first_seen: I8, claim: tuple[Ints, Ints], names: tuple[str, ...] | list[str]
) -> Bool:
    """Whether each claim is dated before it was seen, though a complete run of its source was there before."""
    claimed_by, kind = claim
    first_complete = np.full((len(snapshot.sources), len(names)), NEVER, dtype=np.int64)
    numbers = {name: number for number, name in enumerate(snapshot.sources)}
    for freshness in snapshot.freshness:
        for code, name in enumerate(names):
            if name in freshness.scopes and freshness.source in numbers:
                first_complete[numbers[freshness.source], code] = freshness.scopes[name][0]
    late: Bool = (since != ALWAYS) & (since < first_seen)
    rows = np.flatnonzero(late)
    late[rows] = first_complete[claimed_by[rows], kind[rows]] < first_seen[rows]
    return late


def _observed(snapshot: Snapshot) -> Snapshot | None:
    opened, modes = openings(snapshot), _modes(snapshot)
    if modes is None and np.array_equal(opened, snapshot.edges.since):
        return None
    tables = dataclasses.replace(
        snapshot.tables,
        edges=dataclasses.replace(snapshot.edges, since=opened),
        modes=snapshot.tables.modes if modes is None else modes,
    )
    stamp = (snapshot.generation, snapshot.built_at, snapshot.digest)
    other = Snapshot(tables, snapshot.info, stamp, snapshot.freshness, snapshot.runs)
    other.whole = snapshot.whole
    return other


def _modes(snapshot: Snapshot) -> Timeline | None:
    """What nodes let through, those that were dated back from the run on that first listed them; None: there are none."""
    listings, modes, opened = snapshot.tables.listings, snapshot.tables.modes, listing_openings(snapshot)
    late = opened != listings.since
    if not late.any():
        return None
    first = np.full(snapshot.count, NEVER, dtype=np.int64)
    np.minimum.at(first, listings.node, opened)
    # A source that always listed the node has no row among the listings.
    pairs = np.bincount(snapshot.descriptions.node, minlength=snapshot.count)
    keys = listings.node.astype(np.int64) * len(snapshot.sources) + listings.claimed_by
    rows = np.bincount(np.unique(keys) // len(snapshot.sources), minlength=snapshot.count)
    first[(rows < pairs) | (first == NEVER)] = ALWAYS
    start = np.where(modes.start == ALWAYS, ALWAYS, np.maximum(modes.start, first[modes.node]))
    return Timeline.of([np.column_stack((modes.node, start, modes.code)).astype(np.int64)])
