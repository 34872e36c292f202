"""What nodes and edges carry alone: how many starts reach targets through nothing else, and the score of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.dominators import NO_KEY, Carried, Routes, add_carried
from graph.snapshot import View
from graph.snapshot.columns import I4, I8, Bool, Ints, differs, offsets_of
from queries.sensitivity import PERMISSION_WEIGHTS, weights

# Scores are whole tenths: sensitivity weights are whole, and weights of permissions whole tenths.
TENTHS = 10


@dataclass(frozen=True, slots=True)
class Carriers:
    """What each node of the snapshot and each edge carries alone; the last entries of the nodes are all there is.

    Of nodes and of edges: from how many `starts` a target is reached through it alone, how many `targets` are so reached,
    and the score in tenths that they lose without it. `rows`: the first row of each edge (source, kind, target), ascending.
    `is_passed`: the nodes that lie on some way.
    """

    node_starts: I8
    node_targets: I8
    node_tenths: I8
    rows: I4
    edge_starts: I8
    edge_targets: I8
    edge_tenths: I8
    is_passed: Bool


def carriers(view: View, starts: Ints, targets: Sequence[int]) -> Carriers:
    """What every node and edge carries alone between starts and targets, by the dominators of every search.

    One search per start and permission, and one back from each target. A start is not in its own way, nor a target in its
    own. Keeps to the deadline.
    """
    rows = view.derived(first_rows)
    tenths = np.rint(PERMISSION_WEIGHTS * TENTHS).astype(np.int64)
    lowest = _LevelGraph.of(view, starts, targets, view.levels[-1], rows)
    keys = np.unique(lowest.rows)
    carried, back = (_empty(len(view.mode), len(keys)) for _ in range(2))
    for level, below in zip(view.levels, (*view.levels[1:], 0), strict=True):
        between = lowest if below == 0 else _LevelGraph.of(view, starts, targets, level, rows)
        routes = between.routes(view, keys)
        weight = np.where(between.is_target, weights(view)[between.nodes], 0).astype(np.int64)
        # What is reached at a level is reached at all levels below it, and each adds what it is worth more.
        weight *= tenths[level] - tenths[below]
        add_carried(routes, between.starts, between.is_target, weight, carried, unit=int(below == 0))
    routes = lowest.routes(view, keys, reverse=True)
    ends = np.flatnonzero(lowest.is_target).astype(np.int32)
    is_start = np.zeros(len(lowest.nodes), dtype=bool)
    is_start[lowest.starts] = True
    add_carried(routes, ends, is_start, np.zeros(len(is_start), np.int64), back)
    is_passed = np.zeros(len(view.mode), dtype=bool)
    is_passed[lowest.nodes] = True
    return Carriers(
        carried.node_starts,
        back.node_starts,
        carried.node_weights,
        keys,
        carried.key_starts,
        back.key_starts,
        carried.key_weights,
        is_passed,
    )


def _empty(nodes: int, keys: int) -> Carried:
    return Carried(*(np.zeros(size, np.int64) for size in (nodes + 1, nodes + 1, keys, keys)))


def first_rows(view: View) -> I4:
    """Per conveying edge the first row of its (source, kind, target), whoever claims it."""
    edges = view.tables.edges
    begins = np.flatnonzero(differs(edges.source, edges.kind, edges.target))
    rows: I4 = begins[np.searchsorted(begins, view.outgoing.rows, side="right") - 1].astype(np.int32)
    return rows


@dataclass(frozen=True, slots=True)
class _LevelGraph:
    """The part of a view between starts and targets at one level; its vertices are numbered anew, in order.

    `vertices` are those of the view, `nodes` theirs; `tails`, `heads` and `rows` (see `first_rows`) the edges by tail, each
    once; `starts` those from which a target is reached.
    """

    vertices: I8
    nodes: I4
    is_target: Bool
    starts: I4
    tails: I8
    heads: I8
    rows: I4

    @classmethod
    def of(cls, view: View, starts: Ints, targets: Sequence[int], level: int, all_rows: I4) -> _LevelGraph:
        count, edges = len(view.node_of), view.outgoing
        forward, backward, is_target = (np.zeros(count, dtype=bool) for _ in range(3))
        if len(starts) and len(targets):
            forward[view.traverser().bfs(starts.tolist(), level).nodes] = True
            backward[view.traverser(reverse=True).bfs(list(targets), level).nodes] = True
        both = forward & backward
        is_target[list(targets)] = True
        kept = np.flatnonzero(np.repeat(both, np.diff(edges.offsets)) & both[edges.neighbours] & (edges.caps >= level))
        vertices = np.flatnonzero(both)
        number = np.full(count, -1, dtype=np.int64)
        number[vertices] = np.arange(len(vertices))
        tails = number[np.searchsorted(edges.offsets, kept, side="right") - 1]
        heads, rows = number[edges.neighbours[kept]], all_rows[kept]
        # Claims of one edge stand together.
        once = differs(tails, heads, rows)
        begins = number[starts]
        return cls(
            vertices,
            view.node_of[vertices],
            is_target[vertices],
            begins[begins >= 0].astype(np.int32),
            tails[once],
            heads[once],
            rows[once],
        )

    def routes(self, view: View, keys: Ints, *, reverse: bool = False) -> Routes:
        """The graph to be searched, in either direction. `keys`: the rows that have a key, ascending.

        An edge that leaves both vertices of a closed account is one edge: it leads through a vertex of its own.
        """
        tails, heads, key, count = self.tails, self.heads, np.searchsorted(keys, self.rows), len(self.vertices)
        is_shared = np.bincount(key, minlength=len(keys))[key] > 1
        shared, number = np.unique(key[is_shared], return_inverse=True)
        middle = count + number
        through = np.zeros(len(shared), dtype=np.int64)
        through[number] = heads[is_shared]
        tails = np.concatenate([tails[~is_shared], tails[is_shared], count + np.arange(len(shared))])
        heads = np.concatenate([heads[~is_shared], middle, through])
        key = np.concatenate([key[~is_shared], key[is_shared], np.full(len(shared), NO_KEY)])
        if reverse:
            tails, heads = heads, tails
            # Turned round, what leads to the vertex of an edge is its second part.
            key = np.concatenate([key[: len(self.tails) - len(middle)], np.full(len(middle), NO_KEY), shared])
        order = np.lexsort((heads, tails))
        count += len(shared)
        nothing = np.full(len(shared), -1, dtype=np.int32)
        return Routes(
            offsets_of(tails, count),
            heads[order].astype(np.int32),
            key[order].astype(np.int32),
            np.concatenate([self.nodes, nothing]).astype(np.int32),
            np.concatenate([self._twins(view), nothing]).astype(np.int32),
        )

    def _twins(self, view: View) -> I8:
        """Per vertex the other vertex of its node, where both lie between; else -1."""
        twins = np.full(len(self.vertices), -1, dtype=np.int64)
        second = np.flatnonzero(self.vertices >= len(view.mode))
        first = np.searchsorted(self.vertices, self.nodes[second])
        same = self.vertices[first] == self.nodes[second]
        twins[second[same]], twins[first[same]] = first[same], second[same]
        return twins
