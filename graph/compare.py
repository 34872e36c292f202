"""Comparison of reach: what each of many starts reaches in one graph and in another, and which edge makes the difference.

Graphs as in graph.traverse; kernels of one source that run compiled or as plain Python on lists. Both graphs have the same
nodes first; what stands behind them in either graph is passed and never counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.deadline import check_deadline
from graph.traverse import F8, I4, I8, LARGE, U1, Bool, Flags, Floats, Ints, compiled

# How many edges one call of a kernel may pass in the worst case, before the clock is looked at.
_EDGES_AT_ONCE = 50_000_000
_MACHINE_CODE_GAIN = 100
# How many reached nodes of several starts are held at a time.
_REACHED_AT_ONCE = 4_000_000
# Stamps have 32 bits: beyond this one the buffers are cleared and they begin anew.
_LAST_STAMP = 2**30


def collect(
    offsets: Ints, neighbours: Ints, caps: Ints, marks: Ints, starts: Ints, levels: Ints, counted: Flags,
    seen: Ints, reached: Ints, stamp: int, queue: Ints, mark: Ints, nodes: Ints, level_of: Ints, mark_of: Ints,
    bounds: Ints,
) -> int:  # fmt: skip
    """What each start alone reaches of the nodes that are `counted`: the node, its greatest level, its path's mark.

    The mark of a path is the greatest of its edges'. What start `i` reaches ends at `bounds[i]`. Returns the last stamp used.
    """
    total = 0
    for number in range(len(starts)):
        start = starts[number]
        first_stamp = stamp + 1
        reached[start] = first_stamp
        for level in levels:
            stamp += 1
            seen[start] = stamp
            mark[start] = 0
            queue[0] = start
            count = 1
            current = 0
            while current < count:
                node = queue[current]
                for edge in range(offsets[node], offsets[node + 1]):
                    neighbour = neighbours[edge]
                    if seen[neighbour] != stamp and caps[edge] >= level:
                        seen[neighbour] = stamp
                        mark[neighbour] = max(mark[node], marks[edge])
                        queue[count] = neighbour
                        count += 1
                        if neighbour < len(counted) and counted[neighbour] and reached[neighbour] != first_stamp:
                            reached[neighbour] = first_stamp
                            nodes[total] = neighbour
                            level_of[total] = level
                            mark_of[total] = mark[neighbour]
                            total += 1
                current += 1
        bounds[number] = total
    return stamp


def difference(
    nodes_a: Ints, levels_a: Ints, marks_a: Ints, bounds_a: Ints, weights_a: Floats,
    nodes_b: Ints, levels_b: Ints, marks_b: Ints, bounds_b: Ints, weights_b: Floats,
    factors: Floats, seen: Ints, level_of: Ints, stamp: int, counts: Ints, scores: Floats,
) -> int:  # fmt: skip
    """Per start what is in the second list alone, in the first alone, and in both with a higher or a lower level.

    `counts` holds six numbers per start, end to end: gained, lost, raised, lowered, and the marks of the weightiest gain and
    loss (0: none). `scores` holds two: the sums of `weights[node] * factors[level]`. Returns the last stamp used.
    """
    low_a, low_b = 0, 0
    for number in range(len(bounds_a)):
        base = 6 * number
        most, least = -1.0, -1.0
        stamp += 2
        for at in range(low_a, bounds_a[number]):
            seen[nodes_a[at]] = stamp
            level_of[nodes_a[at]] = levels_a[at]
            scores[2 * number] += weights_a[nodes_a[at]] * factors[levels_a[at]]
        for at in range(low_b, bounds_b[number]):
            node, level = nodes_b[at], levels_b[at]
            before = level_of[node] if seen[node] == stamp else 0
            gain = weights_b[node] * (factors[level] - factors[before])
            scores[2 * number + 1] += weights_b[node] * factors[level]
            counts[base] += before == 0
            counts[base + 2] += 0 < before < level
            counts[base + 3] += before > level
            if before < level and gain > most:
                most = gain
                counts[base + 4] = marks_b[at]
            # Reached in both.
            seen[node] = stamp + 1
            level_of[node] = level
        for at in range(low_a, bounds_a[number]):
            node, level = nodes_a[at], levels_a[at]
            after = level_of[node] if seen[node] == stamp + 1 else 0
            loss = weights_a[node] * (factors[level] - factors[after])
            counts[base + 1] += after == 0
            if after < level and loss > least:
                least = loss
                counts[base + 5] = marks_a[at]
        low_a, low_b = bounds_a[number], bounds_b[number]
    return stamp + 1


@dataclass(frozen=True, slots=True)
class MarkedGraph:
    """A graph in compressed sparse row form: a mark per edge (0: none) and a weight per node."""

    offsets: I8
    neighbours: I4
    caps: U1
    marks: I4
    weights: F8


@dataclass(frozen=True, slots=True)
class Comparison:
    """Columns of one length, one entry per start; see `difference`."""

    gained: I8
    lost: I8
    raised: I8
    lowered: I8
    gain_mark: I8
    loss_mark: I8
    score_before: F8
    score_after: F8


class _ReachCollector:
    """One graph with the buffers to collect reach from it, as arrays or, where it is small, as lists."""

    def __init__(self, graph: MarkedGraph, room: int, *, large: bool) -> None:
        self._large = large
        self._columns: list[Any] = [graph.offsets, graph.neighbours, graph.caps, graph.marks]
        self._buffers: list[Any] = [self._buffer(len(graph.offsets) - 1) for _ in range(4)]
        self._lists: list[Any] = [self._buffer(room) for _ in range(3)]
        self._stamp = 0
        if not large:
            self._columns = [column.tolist() for column in self._columns]

    def collect(self, starts: Any, levels: Any, counted: Any) -> tuple[Any, ...]:
        """Nodes, levels, marks and bounds of these starts; the next call writes over them."""
        if self._stamp > _LAST_STAMP:
            for buffer in self._buffers[:2]:
                buffer[:] = self._buffer(len(buffer))
            self._stamp = 0
        seen, reached, queue, mark = self._buffers
        bounds = self._buffer(len(starts))
        kernel: Callable[..., int] = compiled(collect) if self._large else collect
        self._stamp = kernel(
            *self._columns, starts, levels, counted, seen, reached, self._stamp, queue, mark, *self._lists, bounds
        )
        return (*self._lists, bounds)

    def _buffer(self, size: int) -> Any:
        return np.zeros(size, np.int32) if self._large else [0] * size


def compare_reach(
    before: MarkedGraph, after: MarkedGraph, starts: I4, levels: Sequence[int], counted: Bool, factors: F8
) -> Comparison:
    """What each start gains and loses from one graph to the other of the nodes `counted`. Keeps to the deadline."""
    large = max(len(before.neighbours), len(after.neighbours)) >= LARGE
    most = max(1, int(counted.sum()))
    edges_at_once = _EDGES_AT_ONCE if large else _EDGES_AT_ONCE // _MACHINE_CODE_GAIN
    by_edges = max(4, edges_at_once // max(1, len(before.neighbours) + len(after.neighbours)))
    at_once = max(1, min(len(starts), 4096, by_edges, _REACHED_AT_ONCE // most))
    sides = [_ReachCollector(graph, at_once * most, large=large) for graph in (before, after)]
    steps = np.asarray(levels, dtype=np.int64)
    # A level that is not reached weighs nothing.
    factors = np.concatenate(([0.0], factors[1:]))
    given: list[Any] = [starts, steps, counted, before.weights, after.weights, factors]
    seen, level_of = (np.zeros(len(counted), dtype=np.int32) for _ in range(2))
    buffers: list[Any] = [seen, level_of]
    if not large:
        given, buffers = [column.tolist() for column in given], [column.tolist() for column in buffers]
    begin, steps_given, counted_given, weights_a, weights_b, factors_given = given
    counts, scores, stamp = np.zeros(6 * len(starts), dtype=np.int64), np.zeros(2 * len(starts)), 0
    kernel: Callable[..., int] = compiled(difference) if large else difference
    for low in range(0, len(starts), at_once):
        check_deadline()
        part = slice(low, low + at_once)
        first, second = (side.collect(begin[part], steps_given, counted_given) for side in sides)
        if stamp > _LAST_STAMP:
            buffers[0][:] = np.zeros(len(counted), np.int32) if large else [0] * len(counted)
            stamp = 0
        stamp = kernel(
            *first, weights_a, *second, weights_b, factors_given, *buffers, stamp,
            counts[6 * low : 6 * (low + at_once)], scores[2 * low : 2 * (low + at_once)],
        )  # fmt: skip
    return Comparison(*counts.reshape(-1, 6).T, *scores.reshape(-1, 2).T)
