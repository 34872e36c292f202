"""Other libraries that find everything a node reaches, each on a graph it builds itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numba import njit

from graph.snapshot import Adjacency

# Of a start's place: how many nodes it reaches, itself not counted.
Count = Callable[[int], int]


@njit(nogil=True)
def _bfs(offsets: Any, heads: Any, start: int, seen: Any, stamp: int, queue: Any) -> int:
    seen[start] = stamp
    queue[0] = start
    count, position = 1, 0
    while position < count:
        node = queue[position]
        for edge in range(offsets[node], offsets[node + 1]):
            head = heads[edge]
            if seen[head] != stamp:
                seen[head] = stamp
                queue[count] = head
                count += 1
        position += 1
    return count


@njit(nogil=True)
def _bfs_each(offsets: Any, heads: Any, starts: Any, seen: Any, stamp: int, queue: Any) -> int:
    total = 0
    for start in starts:
        stamp += 1
        total += _bfs(offsets, heads, start, seen, stamp, queue)
    return total


@njit(nogil=True)
def _every_level(graph: Any, start: int, levels: Any, seen: Any, stamp: int, buffers: Any, bounds: Any) -> int:
    offsets, heads, caps = graph
    queue, slot, via, hops = buffers
    count = 0
    for number in range(len(levels)):
        level, stamp, position = levels[number], stamp + 1, count
        seen[start] = stamp
        queue[count], slot[count], via[count], hops[count] = start, -1, -1, 0
        count += 1
        while position < count:
            node = queue[position]
            for edge in range(offsets[node], offsets[node + 1]):
                head = heads[edge]
                if caps[edge] >= level and seen[head] != stamp:
                    seen[head] = stamp
                    queue[count], slot[count], via[count], hops[count] = head, position, edge, hops[position] + 1
                    count += 1
            position += 1
        bounds[number] = count
    return count


class FusedNumba:
    """Widest reach with hops and parents, all levels in one compiled call: the floor for `Traverser`, level by level."""

    def __init__(self, adjacency: Adjacency, levels: tuple[int, ...]) -> None:
        self._graph = (np.array(adjacency.offsets), np.array(adjacency.neighbours), np.array(adjacency.caps))
        count = len(adjacency.offsets) - 1
        self._seen = np.zeros(count, np.int32)
        self._found = tuple(np.zeros(count * len(levels), np.int32) for _ in range(4))
        self._levels, self._bounds, self._stamp = np.array(levels), np.zeros(len(levels), np.int64), 0

    def __call__(self, start: int) -> int:
        end = _every_level(self._graph, start, self._levels, self._seen, self._stamp, self._found, self._bounds)
        self._stamp += len(self._levels)
        return int(end - self._bounds[-2] if len(self._bounds) > 1 else end) - 1


class BareNumba:
    """Breadth first over offsets and heads: which nodes, nothing else. The floor for everything here."""

    def __init__(self, adjacency: Adjacency) -> None:
        self._offsets, self._heads = np.array(adjacency.offsets), np.array(adjacency.neighbours)
        self._seen, self._queue = (np.zeros(len(self._offsets) - 1, np.int32) for _ in range(2))
        self._stamp = 0

    def __call__(self, start: int) -> int:
        self._stamp += 1
        return int(_bfs(self._offsets, self._heads, start, self._seen, self._stamp, self._queue)) - 1

    def all_of(self, starts: Any) -> int:
        """Every start in one call, so that calling from Python costs nothing."""
        total = _bfs_each(self._offsets, self._heads, starts, self._seen, self._stamp, self._queue)
        self._stamp += len(starts)
        return int(total) - len(starts)


def igraph_count(adjacency: Adjacency) -> Count:
    """igraph: `subcomponent`, its own breadth-first search in C."""
    import igraph  # type: ignore[import-untyped]

    tails = _tails(adjacency)
    graph = igraph.Graph(
        n=len(adjacency.offsets) - 1, edges=np.column_stack((tails, adjacency.neighbours)), directed=True
    )
    return lambda start: len(graph.subcomponent(start, mode="out")) - 1


def rustworkx_count(adjacency: Adjacency) -> Count:
    """rustworkx: `descendants`, a set."""
    import rustworkx

    graph = rustworkx.PyDiGraph(multigraph=True)
    graph.add_nodes_from(range(len(adjacency.offsets) - 1))
    graph.add_edges_from_no_data(list(zip(_tails(adjacency).tolist(), adjacency.neighbours.tolist(), strict=True)))
    return lambda start: len(rustworkx.descendants(graph, start))


def networkx_count(adjacency: Adjacency) -> Count:
    """networkx: `descendants`, a set."""
    import networkx

    graph: Any = networkx.DiGraph()
    graph.add_nodes_from(range(len(adjacency.offsets) - 1))
    graph.add_edges_from(zip(_tails(adjacency).tolist(), adjacency.neighbours.tolist(), strict=True))
    return lambda start: len(networkx.descendants(graph, start))


def _tails(adjacency: Adjacency) -> Any:
    return np.repeat(np.arange(len(adjacency.offsets) - 1), np.diff(adjacency.offsets))
