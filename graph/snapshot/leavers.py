"""Edges of leavers: when a connection that its source left open, because the person vanished from it, ends after all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from graph.moment import NEVER
from graph.ontology import EDGE_CODES, EDGE_KINDS, NODE_CODES
from graph.snapshot.canonical_ids import CanonicalIds
from graph.snapshot.columns import I8, Bool, pair_keys
from graph.stores.base import Claims

_KEPT = [EDGE_CODES[name] for name, kind in EDGE_KINDS.items() if kind.keeps_leavers]

Span = tuple[int, int]


def ends_of_leavers(claims: Claims, ids: CanonicalIds) -> I8:
    """The end of every edge claim: its own, or, once its source stopped listing its Identity, that of its target.

    A target ends when no source lists it any more; one that nobody ever described has no end. An Identity that ends by a
    date of its own is still listed. Vectorized but for the edges of identities that some source stopped listing.
    """
    edges = claims.edges
    until = edges.until.copy()
    rows = np.flatnonzero(_may_outlive_identity(claims, ids))
    if not len(rows):
        return until
    listings = _listings(claims, rows)
    nodes = ids.node_of[claims.nodes.node]
    wanted = np.flatnonzero(np.isin(nodes, ids.node_of[edges.target[rows]]))
    described: dict[int, list[Span]] = defaultdict(list)
    for row in wanted.tolist():
        described[int(nodes[row])].append((int(claims.nodes.since[row]), int(claims.nodes.until[row])))
    for row in rows.tolist():
        target = described.get(int(ids.node_of[edges.target[row]]))
        identity = listings[int(edges.claimed_by[row]), int(edges.source[row])]
        if target is not None:
            until[row] = min(int(until[row]), _first_common(_gaps(identity), _gaps(target), int(edges.since[row])))
    return until


def _may_outlive_identity(claims: Claims, ids: CanonicalIds) -> Bool:
    """Edges of the kinds that outlive a leaver, whose Identity has a gap or an end in the edge's own source."""
    edges, nodes = claims.edges, claims.nodes
    kept: Bool = np.isin(edges.kind, _KEPT)
    if not kept.any() or not len(nodes.node):
        return np.zeros(len(edges.kind), dtype=bool)
    rows = np.flatnonzero(ids.kinds[ids.node_of[nodes.node]] == NODE_CODES["Identity"])
    keys = pair_keys(nodes.claimed_by[rows], nodes.node[rows])
    order = np.lexsort((nodes.since[rows], keys))
    keys, since, retired = keys[order], nodes.since[rows][order], nodes.retired[rows][order]
    following = np.full(len(keys), NEVER, dtype=np.int64)
    same = keys[1:] == keys[:-1]
    following[:-1][same] = since[1:][same]
    gaps = np.unique(keys[retired < following])
    return kept & np.isin(pair_keys(edges.claimed_by, edges.source), gaps)


def _listings(claims: Claims, rows: I8) -> dict[tuple[int, int], list[Span]]:
    """By source and id: when the source listed the Identity of each of these edges."""
    edges, nodes = claims.edges, claims.nodes
    wanted = np.unique(pair_keys(edges.claimed_by[rows], edges.source[rows]))
    of_identity = np.flatnonzero(np.isin(pair_keys(nodes.claimed_by, nodes.node), wanted))
    listings: dict[tuple[int, int], list[Span]] = defaultdict(list)
    for row in of_identity.tolist():
        listings[int(nodes.claimed_by[row]), int(nodes.node[row])].append(
            (int(nodes.since[row]), int(nodes.retired[row]))
        )
    return listings


def _gaps(listings: Iterable[Span]) -> list[Span]:
    """The times after the first listing in which there is none, in order."""
    gaps: list[Span] = []
    end: int | None = None
    for since, until in sorted(span for span in listings if span[0] < span[1]):
        if end is not None and since > end:
            gaps.append((end, since))
        end = until if end is None else max(end, until)
    return [*gaps, (end, NEVER)] if end is not None and end < NEVER else gaps


def _first_common(left: Sequence[Span], right: Sequence[Span], after: int) -> int:
    """The first moment, not before `after`, that lies in a span of either side; NEVER if there is none."""
    begins = (max(a, c, after) for a, b in left for c, d in right if max(a, c, after) < min(b, d))
    return min(begins, default=NEVER)
