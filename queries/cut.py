"""Minimum cuts of a view: the cheapest edges and roots without which no walk leads from some nodes to others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from graph.ontology import EDGE_KINDS
from graph.snapshot import CONVEYS, Snapshot, View
from graph.snapshot.columns import I4, I8, Bool, Ints, offsets_of
from graph.traverse import Traverser

# Source, code of the kind, target.
EdgeKey: TypeAlias = tuple[int, int, int]

REVOCABLE = tuple(name for name, kind in EDGE_KINDS.items() if kind.revocable)
# What each person who works over an edge adds to its cost.
HARM = 10
# scipy counts capacities in 32 bits.
_MOST = 2**31 - 1
# What may not be cut.
UNCUTTABLE = -1


@dataclass(frozen=True, slots=True)
class Between:
    """The vertices of a view that lie on a granted walk from a root to a target, ascending, and the edges between them.

    `source` and `target` are vertices, `row` rows of the edge table; columns of one length. `roots` and `targets`: those
    that such a walk begins and ends at, ascending.
    """

    roots: list[int]
    targets: list[int]
    vertices: I8
    source: I8
    target: I8
    row: I4

    @classmethod
    def of(cls, view: View, roots: Sequence[int], targets: Sequence[int]) -> Between:
        count, adjacency = len(view.node_of), view.outgoing
        forward, backward = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
        if len(roots) and len(targets):
            forward[view.traverser().bfs(roots, 1).nodes] = True
            backward[view.traverser(reverse=True).bfs(view.vertices_of(targets), 1).nodes] = True
        both = forward & backward
        entries = np.flatnonzero(np.repeat(both, np.diff(adjacency.offsets)) & both[adjacency.neighbours])
        source = np.searchsorted(adjacency.offsets, entries, side="right") - 1
        return cls(
            [node for node in roots if both[node]],
            [node for node in targets if both[node]],
            np.flatnonzero(both),
            source,
            adjacency.neighbours[entries].astype(np.int64),
            adjacency.rows[entries],
        )


@dataclass(frozen=True, slots=True)
class Cut:
    """Edges as (source, code of the kind, target) and nodes to disable, each ascending, with their costs."""

    edges: tuple[EdgeKey, ...]
    edge_costs: tuple[int, ...]
    nodes: tuple[int, ...]
    node_costs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """How many active people work over an edge (source, code of the kind, target) or through a node."""

    edges: dict[EdgeKey, int]
    nodes: dict[int, int]


def minimum_cut(snapshot: Snapshot, view: View, between: Between, work: Work) -> Cut:
    """The cheapest cut, and of several the one nearest to the roots.

    Every edge (source, kind, target) is cut once, however many sources claim it and with whichever permissions. Raises
    ValueError where some path has neither an edge to revoke nor a root to disable.
    """
    edges = snapshot.edges
    keys = _edge_keys(snapshot, edges.source[between.row], edges.kind[between.row], edges.target[between.row])
    units, first, unit_of = np.unique(keys, return_index=True, return_inverse=True)
    cost = np.ones(len(units), dtype=np.int64)
    worked = np.array(list(work.edges), dtype=np.int64).reshape(-1, 3)
    positions = np.searchsorted(units, _edge_keys(snapshot, *worked.T))
    for position, (key, people) in zip(positions.tolist(), work.edges.items(), strict=True):
        if position < len(units) and _key_at(snapshot, between, int(first[position])) == key:
            cost[position] += HARM * people
    # What a rule grants as well as a source is not ended by ending the one claim.
    fixed = ~edges.of(*REVOCABLE, rows=between.row) | is_by_rule(snapshot, between.row)
    capacity = cost.copy()
    capacity[unit_of[fixed]] = UNCUTTABLE
    roots = [root for root in between.roots if view.mode[root] == CONVEYS]
    root_cost = np.array([1 + HARM * work.nodes.get(root, 0) for root in roots], dtype=np.int64)
    is_cut, is_disabled = _split(view, between, (unit_of, capacity), (roots, root_cost))
    return Cut(
        tuple(_key_at(snapshot, between, row) for row in first[is_cut].tolist()),
        tuple(cost[is_cut].tolist()),
        tuple(roots[at] for at in np.flatnonzero(is_disabled).tolist()),
        tuple(root_cost[is_disabled].tolist()),
    )


def _edge_keys(snapshot: Snapshot, source: Ints, kind: Ints, target: Ints) -> I8:
    """One number per edge (source, kind, target), which sorts as the three do."""
    keys: I8 = (source.astype(np.int64) * len(EDGE_KINDS) + kind) * snapshot.count + target
    return keys


def _key_at(snapshot: Snapshot, between: Between, position: int) -> EdgeKey:
    """Source, kind and target of an edge between, by its position."""
    edges, row = snapshot.edges, int(between.row[position])
    return int(edges.source[row]), int(edges.kind[row]), int(edges.target[row])


def _split(view: View, between: Between, units: tuple[Ints, I8], roots: tuple[Sequence[int], I8]) -> tuple[Bool, Bool]:
    """Which units and which roots are cut. Both are split in two halves, with their capacity between these.

    `units`: the unit of each edge, and the capacity of each unit; `roots`: those that can be disabled, with their costs.
    """
    (unit_of, capacity), (nodes, costs), count = units, roots, len(view.node_of)
    # Vertices: those of the view, the far half of each root, both halves of each unit, source and sink.
    far = np.arange(count, dtype=np.int64)
    far[nodes] = count + np.arange(len(nodes))
    near_half = count + len(nodes) + np.arange(len(capacity))
    far_half, source = near_half + len(capacity), count + len(nodes) + 2 * len(capacity)
    arcs = _Arcs()
    arcs.add(far[between.source], near_half[unit_of])
    arcs.add(near_half, far_half, capacity)
    arcs.add(far_half[unit_of], between.target)
    arcs.add(np.array(nodes, dtype=np.int64), far[nodes], costs)
    arcs.add(source, np.array(between.roots, dtype=np.int64))
    arcs.add(np.array(view.vertices_of(between.targets), dtype=np.int64), source + 1)
    side = source_side(source + 2, *arcs.columns(), (source, source + 1))
    return side[near_half] & ~side[far_half], side[nodes] & ~side[far[nodes]]


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of a view without a cut, to be searched again."""

    view: View
    traverser: Traverser

    @classmethod
    def of(cls, view: View, cut: Cut) -> Remainder:
        edges, adjacency = view.tables.edges, view.outgoing
        gone = np.zeros(len(edges), dtype=bool)
        for left, kind, right in cut.edges:
            rows = edges.outgoing(np.array([left]))
            gone[rows[(edges.kind[rows] == kind) & (edges.target[rows] == right)]] = True
        source = np.repeat(np.arange(len(view.node_of)), np.diff(adjacency.offsets))
        kept = np.flatnonzero(~gone[adjacency.rows] & ~np.isin(source, cut.nodes))
        columns = (adjacency.neighbours[kept], adjacency.caps[kept], adjacency.assumed[kept])
        return cls(view, Traverser(offsets_of(source[kept], len(view.node_of)), *columns, view.outlived))

    def reached(self, starts: Sequence[int], disabled: Sequence[int]) -> Bool:
        """Per vertex whether it is reached from those of the starts that are not disabled."""
        mask = np.zeros(len(self.view.node_of), dtype=bool)
        active = sorted(set(starts) - set(disabled))
        if active:
            mask[self.traverser.bfs(active, 1).nodes] = True
        return mask


class _Arcs:
    """Arcs of a flow network, added in blocks."""

    def __init__(self) -> None:
        self._blocks: list[tuple[I8, I8, I8]] = []

    def add(self, tails: I8 | int, heads: I8 | int, capacities: I8 | int = UNCUTTABLE) -> None:
        """Arcs from each tail to each head, one of which may be the same for all."""
        columns = np.broadcast_arrays(np.asarray(tails), np.asarray(heads), np.asarray(capacities))
        self._blocks.append(tuple(column.astype(np.int64) for column in columns))  # type: ignore[arg-type]

    def columns(self) -> tuple[I8, I8, I8]:
        """All tails, heads and capacities."""
        tails, heads, capacities = zip(*self._blocks, strict=True)
        return np.concatenate(tails), np.concatenate(heads), np.concatenate(capacities)


def is_by_rule(snapshot: Snapshot, rows: Ints) -> Bool:
    """Which edges are memberships of everybody: they follow from a rule and not from a grant to one."""
    mask: Bool = snapshot.edges.claimed_by[rows] == snapshot.everybody_source
    return mask


def source_side(count: int, tails: I8, heads: I8, capacities: I8, ends: tuple[int, int]) -> Bool:
    """Per vertex whether it is on the source's side of the minimum cut that lies nearest to the source.

    `capacities`: not negative, or UNCUTTABLE; parallel edges add up. `ends`: source and sink. Of all minimum cuts that one
    is unique, so the same graph always gives the same. Raises ValueError where only a cut through uncuttable edges exists.
    """
    finite = capacities != UNCUTTABLE
    total = int(capacities[finite].sum())
    weights = np.where(finite, capacities, total + 1)
    keys, number = np.unique(tails * count + heads, return_inverse=True)
    sums = np.zeros(len(keys), dtype=np.int64)
    np.add.at(sums, number, np.minimum(weights, total + 1))
    # More than all that can be cut is as good as uncuttable.
    sums = np.minimum(sums, total + 1)
    flow, side = (_by_scipy if total < _MOST else _by_networkx)(count, keys // count, keys % count, sums, ends)
    if flow > total:
        raise ValueError("no cut exists: some path has no edge that can be cut")
    return side


def _by_scipy(count: int, tails: I8, heads: I8, capacities: I8, ends: tuple[int, int]) -> tuple[int, Bool]:
    # Imported here, as networkx is below: few questions need them, and they take a while.
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order, maximum_flow

    graph = csr_array((capacities.astype(np.int32), (tails, heads)), shape=(count, count))
    result = maximum_flow(graph, *ends)
    residual = graph - result.flow
    residual.data[residual.data < 0] = 0
    residual.eliminate_zeros()
    side = np.zeros(count, dtype=bool)
    side[breadth_first_order(residual, ends[0], return_predecessors=False)] = True
    return int(result.flow_value), side


def _by_networkx(count: int, tails: I8, heads: I8, capacities: I8, ends: tuple[int, int]) -> tuple[int, Bool]:
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(ends)
    edges = zip(tails.tolist(), heads.tolist(), capacities.tolist(), strict=True)
    graph.add_weighted_edges_from(edges, weight="capacity")
    residual = nx.algorithms.flow.preflow_push(graph, *ends)
    side, queue = np.zeros(count, dtype=bool), [ends[0]]
    side[ends[0]] = True
    for vertex in queue:
        for other, edge in residual[vertex].items():
            if edge["flow"] < edge["capacity"] and not side[other]:
                side[other] = True
                queue.append(other)
    return int(residual.graph["flow_value"]), side
