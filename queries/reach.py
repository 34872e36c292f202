"""Widest reach from or to a set of nodes: which nodes, with which permission, over how few edges, by which ones, and what says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from graph.ontology import EDGE_NAMES, Permission
from graph.reason import Reason
from graph.snapshot import ABSENT, NO_CAP, Adjacency, Basis, Snapshot, View
from graph.snapshot.columns import I4, I8, U1, Bool, Ints, differs
from graph.traverse import BfsTree
from queries.base import EdgeEvidence
from queries.subject import names_of
from queries.via import layers_of

# One entry per reached node: those of one level, before the levels are joined.
_Columns: TypeAlias = tuple[I4, U1, I4, Bool, I4, U1, I4]


@dataclass(frozen=True, slots=True)
class WitnessTree:
    """The breadth-first search tree of one level, nodes in order of discovery; columns of one length.

    `parent` is a position in the tree and `row` the row of the edge from it, both -1 for a start.
    """

    parent: I4
    row: I4


@dataclass(frozen=True, slots=True)
class Reach:
    """Every node reached, ascending: columns of one length.

    `level` 1 to 4, a permission; `known` False where the level rests on what no source says; `start` the start of the
    witness. The witness of a node ends at `position[i]` of `trees[tree[i]]`. With `reverse` it leads to the start.
    """

    starts: tuple[int, ...]
    node: I4
    level: U1
    hops: I4
    known: Bool
    start: I4
    tree: U1
    position: I4
    trees: tuple[WitnessTree, ...]
    reverse: bool

    def witnesses(self, indices: I8) -> list[list[int]]:
        """Of some reached nodes, by their index here: the edge rows of each one's witness, in the order access flows."""
        witnesses: list[list[int]] = [[] for _ in range(len(indices))]
        for number, tree in enumerate(self.trees):
            members = np.flatnonzero(self.tree[indices] == number)
            position = self.position[indices[members]]
            while len(members):
                inner = tree.parent[position] >= 0
                members, position = members[inner], position[inner]
                for member, row in zip(members.tolist(), tree.row[position].tolist(), strict=True):
                    witnesses[member].append(row)
                position = tree.parent[position]
        if not self.reverse:
            for rows in witnesses:
                rows.reverse()
        return witnesses

    def level_of(self, count: int) -> U1:
        """Per node of the snapshot the level it is reached with, 0 where it is not reached."""
        levels = np.zeros(count, dtype=np.uint8)
        levels[self.node] = self.level
        return levels

    def position_of(self, count: int) -> I8:
        """Per node of the snapshot its index in this reach, -1 where it is not reached."""
        positions = np.full(count, -1, dtype=np.int64)
        positions[self.node] = np.arange(len(self.node))
        return positions


def reach_from(
    snapshot: Snapshot,
    view: View,
    starts: Sequence[int],
    *,
    reverse: bool = False,
    max_hops: int | None = None,
    via: Bool | None = None,
) -> Reach:
    """All nodes but the starts that conveying paths reach, each with its greatest level over the fewest hops.

    One breadth-first search per level, descending: a node first seen at a level cannot be reached with a higher one.
    Of several paths that attain both, the witness is one whose permissions are all known. `via`: only walks that pass one
    of these nodes between their ends count; such a walk may meet a node twice.
    """
    adjacency, node_of, counted = view.incoming if reverse else view.outgoing, view.node_of, None
    seen = np.zeros(snapshot.count, dtype=bool)
    seen[list(starts)] = True
    # A walk begins at a node as it is; backwards it may end at any of its vertices.
    begins, limit = view.vertices_of(starts) if reverse else starts, -1 if max_hops is None else max_hops
    if via is None:
        searches = view.traverser(reverse=reverse).bfs_levels(begins, view.levels, limit)
    else:
        layers = layers_of(view, adjacency, via, begins)
        searches = layers.traverser.bfs_levels(layers.starts, view.levels, limit)
        adjacency, node_of, counted = layers.adjacency, layers.node_of, layers.has_passed.copy()
        if reverse:
            counted[len(view.node_of) + snapshot.count :] = False
    trees, columns = list[WitnessTree](), list[_Columns]()
    for number, (level, search) in enumerate(zip(view.levels, searches, strict=True)):
        nodes = node_of[search.nodes]
        narrowed, assumed, start = _along_witnesses(adjacency, search, nodes)
        known_at = ~assumed & (narrowed | (level < 4))
        fresh = ~seen[nodes] if counted is None else ~seen[nodes] & counted[search.nodes]
        new = _first_arrivals(search, nodes, fresh, known_at, snapshot.count if reverse and via is None else None)
        seen[nodes[new]] = True
        number_of, level_of = np.full(len(new), number, dtype=np.uint8), np.full(len(new), level, dtype=np.uint8)
        columns.append((nodes[new], level_of, search.hops[new], known_at[new], start[new], number_of, new))
        # Starts stand first, and no edge leads to them.
        rows, inner = search.edges.copy(), int(np.searchsorted(search.hops, 1))
        rows[inner:] = adjacency.rows[search.edges[inner:]]
        trees.append(WitnessTree(search.parents, rows))
    node, levels, hops, known, start, tree, position = (np.concatenate(parts) for parts in zip(*columns, strict=True))
    order = np.argsort(node, kind="stable")
    return Reach(
        starts=tuple(starts),
        node=node[order],
        level=levels[order],
        hops=hops[order],
        known=known[order],
        start=start[order],
        tree=tree[order],
        position=position[order],
        trees=tuple(trees),
        reverse=reverse,
    )


def observed_only(
    snapshot: Snapshot, view: View, reach: Reach, max_hops: int | None = None, via: Bool | None = None
) -> Bool:
    """Per reached node whether no path over granted edges alone attains its level."""
    if view.basis is Basis.GRANTED or not view.has_used:
        return np.zeros(len(reach.node), dtype=bool)
    granted = snapshot.at(view.moment, Basis.GRANTED)
    other = reach_from(snapshot, granted, reach.starts, reverse=reach.reverse, max_hops=max_hops, via=via)
    return other.level_of(snapshot.count)[reach.node] < reach.level


def _first_arrivals(search: BfsTree, nodes: I4, fresh: Bool, known: Bool, count: int | None) -> I4:
    """Where in a tree each node that is `fresh` is reached first, and of equal hops with known permissions.

    `count`, of a search backwards: only vertices below it are nodes as a walk begins at them.
    """
    new = np.flatnonzero(fresh if count is None else fresh & (search.nodes < count)).astype(np.int32)
    reached = nodes[new]
    if count is None and (search.nodes[new] != reached).any():
        order = np.lexsort((new, ~known[new], search.hops[new], reached))
        new = np.sort(new[order][differs(reached[order])])
    return new


def _along_witnesses(adjacency: Adjacency, search: BfsTree, nodes: I4) -> tuple[Bool, Bool, I4]:
    """Per vertex of a search: whether an edge of its witness narrows, whether one's permission is assumed, its start."""
    narrowed, assumed = np.zeros(len(search.edges), dtype=bool), np.zeros(len(search.edges), dtype=bool)
    # Parents stand before their children; starts, to which no edge leads, stand first.
    bounds = np.searchsorted(search.hops, np.arange(int(search.hops[-1] if len(search.hops) else 0) + 2))
    edges = search.edges[bounds[1] :]
    narrowed[bounds[1] :] = adjacency.caps[edges] != NO_CAP
    assumed[bounds[1] :] = adjacency.assumed[edges]
    start = nodes.copy()
    # Passed down hop by hop, each in whole columns.
    for begin, end in pairwise(bounds[1:].tolist()):
        parents = search.parents[begin:end]
        narrowed[begin:end] |= narrowed[parents]
        assumed[begin:end] |= assumed[parents]
        start[begin:end] = start[parents]
    return narrowed, assumed, start


def public_groups(view: View) -> Bool:
    """Per node whether it is a group of which anybody is a member, also outside; depends on the graph alone."""
    public: Bool = view.tables.property_at("members", view.moment) == view.tables.value_code("public")
    public &= view.tables.nodes.of("Group") & (view.mode != ABSENT)
    return public


def public_notes(snapshot: Snapshot, view: View, nodes: Ints) -> list[Reason]:
    """A note for each public group among the nodes of an answer, by id."""
    nodes = np.unique(nodes)
    groups = nodes[view.derived(public_groups)[nodes]] if len(nodes) else nodes
    return [Reason("PUBLIC", f"{snapshot.ids[group]} is anybody, also outside") for group in groups.tolist()]


def edge_evidence(snapshot: Snapshot, rows: Iterable[int], moment: int) -> dict[int, EdgeEvidence]:
    """The evidence of rows of the snapshot's edge table, by row; every row and every name is read once."""
    edges = snapshot.edges
    distinct = np.fromiter(dict.fromkeys(rows), dtype=np.int64)
    nodes = np.unique(np.concatenate([edges.source[distinct], edges.target[distinct]]))
    names = dict(zip(nodes.tolist(), names_of(snapshot, nodes, moment), strict=True))
    evidence = {}
    for row in distinct.tolist():
        source, target, permission = int(edges.source[row]), int(edges.target[row]), int(edges.permission[row])
        evidence[row] = EdgeEvidence(
            source=snapshot.ids[source],
            kind=EDGE_NAMES[int(edges.kind[row])],
            target=snapshot.ids[target],
            permission=Permission(permission).name if permission else None,
            claimed_by=snapshot.sources[int(edges.claimed_by[row])],
            since=int(edges.since[row]),
            evidence=snapshot.text(int(edges.evidence[row])),
            source_name=names[source],
            target_name=names[target],
        )
    return evidence
