"""Export of an answer's subgraph to networkx, for cuts, dominators and whatever else networkx computes.

Import this module where it is used, not at the top of others: a one-shot query must not pay for importing networkx.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import networkx as nx
import numpy as np

from graph.moment import write_moment
from graph.ontology import EDGE_NAMES, Permission
from graph.snapshot import ABSENT, NO_CAP, Snapshot, View
from graph.snapshot.columns import Ints
from queries.reach import Reach


def to_networkx(snapshot: Snapshot, view: View, nodes: Sequence[int] | Reach | None = None) -> nx.MultiDiGraph[str]:
    """The part of the graph between some nodes at the moment of a view, as a directed multigraph. O(edges of the nodes).

    `nodes`: indices of nodes, a reach (its starts and what it reaches), or None for every node that is there.

    The graph has the attributes `generation`, `digest`, `as_of` (ISO 8601) and `basis`. Its nodes are canonical ids, in
    byte order, each with `kind`, `name` and `props` (all properties known at the moment, by name); those of a reach also
    have `permission` (NONE for a start) and `hops`.

    Every claim of an edge that holds at the moment is an edge of its own, keyed by its row in the snapshot's edge table:
    `kind`, `permission` (None: not said), `claimed_by` (the source), `since` and `until` (ISO 8601 or None for open),
    `first_seen`, `evidence`, `conveys` (some walk on the view's basis takes it), and `cap` (the permission to which it
    narrows what it conveys, None if it does not narrow or does not convey).

    A node is one node here, however a walk came to it: a closed account whose key lives on lets the holder of the key
    further than its owner, which paths in this graph do not know. They may lead further than a walk there.
    """
    reach = nodes if isinstance(nodes, Reach) else None
    chosen = _chosen(view, nodes)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        generation=snapshot.generation,
        digest=snapshot.digest,
        as_of=write_moment(view.moment),
        basis=view.basis.name,
    )
    ids = {node: snapshot.ids[node] for node in chosen.tolist()}
    for node, node_id in ids.items():
        name, props = snapshot.name(node, view.moment), snapshot.props(node, view.moment)
        graph.add_node(node_id, kind=snapshot.kind(node), name=name, props=props)
    if reach is not None:
        for node in reach.starts:
            graph.nodes[ids[node]].update(permission="NONE", hops=0)
        for node, level, hops in zip(reach.node.tolist(), reach.level.tolist(), reach.hops.tolist(), strict=True):
            graph.nodes[ids[node]].update(permission=Permission(level).name, hops=hops)
    edges = snapshot.edges
    rows = edges.outgoing(chosen)
    rows = rows[edges.valid_at(view.moment, rows) & np.isin(edges.target[rows], chosen)]
    caps = _caps(view, rows)
    for row, cap in zip(rows.tolist(), caps.tolist(), strict=True):
        source, target = ids[int(edges.source[row])], ids[int(edges.target[row])]
        graph.add_edge(source, target, key=row, **_edge_attributes(snapshot, row, cap))
    return graph


def _chosen(view: View, nodes: Sequence[int] | Reach | None) -> Any:
    if nodes is None:
        return np.flatnonzero(view.mode != ABSENT)
    if isinstance(nodes, Reach):
        return np.union1d(np.asarray(nodes.starts, dtype=np.int64), nodes.node)
    return np.unique(np.asarray(nodes, dtype=np.int64))


def _caps(view: View, rows: Ints) -> Any:
    """What each row narrows to, NO_CAP where it does not narrow, 0 where it does not convey."""
    caps = np.zeros(len(view.tables.edges), dtype=np.uint8)
    caps[view.outgoing.rows] = view.outgoing.caps
    return caps[rows]


def _edge_attributes(snapshot: Snapshot, row: int, cap: int) -> dict[str, Any]:
    edges = snapshot.edges
    permission = int(edges.permission[row])
    return {
        "kind": EDGE_NAMES[int(edges.kind[row])],
        "permission": Permission(permission).name if permission else None,
        "claimed_by": snapshot.sources[int(edges.claimed_by[row])],
        "since": write_moment(int(edges.since[row])),
        "until": write_moment(int(edges.until[row])),
        "first_seen": write_moment(int(edges.first_seen[row])),
        "evidence": snapshot.text(int(edges.evidence[row])),
        "conveys": cap > 0,
        "cap": Permission(cap).name if 0 < cap < NO_CAP else None,
    }
