"""Dispensable edges: which of some edges can go while everything needed is still reached with the level it needs.

The graph is in compressed sparse row form, each edge with its cap (1 to 5, see `graph.traverse`) and the key of what it stands
for: a number of one that may go, or the last number, which stands for everything else. Edges of one key go together. A level is the
greatest, over walks, of the least cap along the walk; 4 is the greatest there is, 0 is not reached.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from types import FunctionType
from typing import Any, NamedTuple

import numpy as np

from graph.deadline import check_deadline
from graph.kernel_threads import run_kernel
from graph.snapshot.columns import offsets_of
from graph.traverse import I4, I8, U1, Bool, Flags, Ints

# How many vertices and edges one call of a kernel may pass at most, before the clock is looked at.
_PASSED_AT_ONCE = 20_000_000
_MACHINE_CODE_GAIN = 100


class KeyedGraph(NamedTuple):
    """A graph of which edges may go. `keys` per edge, below `key_count` where it may go, else `key_count`."""

    offsets: I8
    neighbours: I4
    caps: U1
    keys: I4
    key_count: int


def widest_reach(
    graph: tuple[Any, ...], levels: Ints, gone: Flags, reached: Ints, queue: Ints, begins: Ints
) -> int:  # fmt: skip
    """Write into `reached`, 0 everywhere, the level of each vertex; `queue` has those that are reached. How many they are."""
    offsets, neighbours, caps, keys = graph
    count = 0
    for vertex in begins:
        if reached[vertex] == 0:
            reached[vertex] = levels[0]
            queue[count] = vertex
            count += 1
    for level in levels:
        # What is reached with a greater level is passed again, for its edges of a lesser cap.
        current = 0
        while current < count:
            vertex = queue[current]
            for edge in range(offsets[vertex], offsets[vertex + 1]):
                neighbour = neighbours[edge]
                if caps[edge] >= level and reached[neighbour] == 0 and not gone[keys[edge]]:
                    reached[neighbour] = level
                    queue[count] = neighbour
                    count += 1
            current += 1
    return count


def levels_of(
    graph: tuple[Any, ...], levels: Ints, gone: Flags, reached: Ints, queue: Ints, begins: Ints, current: Ints
) -> int:  # fmt: skip
    """Write the level of each vertex into `current`, 0 everywhere; how many are reached."""
    return widest_reach(graph, levels, gone, current, queue, begins)


def measure(
    graph: tuple[Any, ...], levels: Ints, gone: Flags, reached: Ints, queue: Ints, keys: Ints, bounds: Ints,
    begins: Ints, caps: Ints, marks: Flags, weights: Ints, factors: Ints, hits: Flags, sums: Ints,
) -> int:  # fmt: skip
    """Per key: whether walks that begin behind it reach a marked vertex, and what all they reach weighs; how many keys."""
    for key in keys:
        behind: Any = begins
        count = widest_reach(graph, levels, gone, reached, queue, behind[bounds[key] : bounds[key + 1]])
        for at in range(count):
            vertex = queue[at]
            hits[key] = hits[key] or marks[vertex]
            sums[key] += weights[vertex] * factors[min(reached[vertex], caps[key])]
            reached[vertex] = 0
    return len(keys)


def take_away(
    graph: tuple[Any, ...], levels: Ints, gone: Flags, reached: Ints, queue: Ints, tried: Ints, begins: Ints,
    needed: Ints, marks: Flags, current: Ints, every: bool,
) -> int:  # fmt: skip
    """Let each key go, in turn, without which every vertex keeps the level it needs; how many went.

    Not `every`: only one without which a marked vertex has a lower level than the `current` one, which follows.
    """
    number = 0
    for key in tried:
        if gone[key]:
            continue
        gone[key] = True
        widest_reach(graph, levels, gone, reached, queue, begins)
        is_kept, is_same = True, True
        for vertex in range(len(reached)):
            is_kept = is_kept and reached[vertex] >= needed[vertex]
            is_same = is_same and (reached[vertex] == current[vertex] or not marks[vertex])
        goes = is_kept and (every or not is_same)
        gone[key] = goes
        number += goes
        for vertex in range(len(reached)):
            if goes:
                current[vertex] = reached[vertex]
            reached[vertex] = 0
    return number


def give_back(
    graph: tuple[Any, ...], levels: Ints, gone: Flags, reached: Ints, queue: Ints, tried: Ints, begins: Ints,
    marks: Flags, current: Ints,
) -> int:  # fmt: skip
    """Let each key come back, in turn, with which no marked vertex has another level than the current one; how many did."""
    number = 0
    for key in tried:
        gone[key] = False
        widest_reach(graph, levels, gone, reached, queue, begins)
        is_same = True
        for vertex in range(len(reached)):
            is_same = is_same and (reached[vertex] == current[vertex] or not marks[vertex])
            reached[vertex] = 0
        gone[key] = not is_same
        number += is_same
    return number


_KERNELS = (widest_reach, levels_of, measure, take_away, give_back)


@cache
def _machine_code() -> dict[str, Callable[..., int]]:
    """The kernels as machine code, from numba's cache on disk where it is there; they release the GIL."""
    from numba import njit

    scope = dict(globals())
    for kernel in _KERNELS:
        # Each is compiled with those before it: a call of a function that is not would stay in the interpreter.
        scope[kernel.__name__] = njit(cache=True, nogil=True)(FunctionType(kernel.__code__, scope, kernel.__name__))
    return scope


@dataclass(frozen=True, slots=True)
class Dispensable:
    """What can go of a graph, and the level of each vertex from the start without it (0: not reached) and with it."""

    keys: tuple[int, ...]
    levels: U1
    levels_before: U1


class KeyedSearch:
    """Searches of one graph with some keys gone. Keeps to the deadline. Not for several threads at once.

    `levels`: those with which a search can end, descending. `large`: whether machine code searches it.
    """

    def __init__(self, graph: KeyedGraph, levels: Sequence[int], *, large: bool) -> None:
        self._is_compiled = large
        self._kernels = _machine_code() if large else {kernel.__name__: kernel for kernel in _KERNELS}
        columns = (graph.offsets, graph.neighbours, graph.caps, graph.keys)
        self._graph = (tuple(map(self._column, columns)), self._column(np.array(levels, dtype=np.int64)))
        # Per key what its edges lead to, and the greatest of their caps.
        order = np.argsort(graph.keys, kind="stable")[: int((graph.keys < graph.key_count).sum())]
        keys, caps = graph.keys[order], np.zeros(graph.key_count, dtype=np.uint8)
        np.maximum.at(caps, keys, graph.caps[order])
        self._heads = (offsets_of(keys, graph.key_count), graph.neighbours[order], caps)
        self._gone = self._column(np.zeros(graph.key_count + 1, dtype=bool))
        vertices = len(graph.offsets) - 1
        self._reached, self._queue = (self._column(np.zeros(vertices, kind)) for kind in (np.uint8, np.int32))
        # One call of a kernel cannot be ended: it takes a second or so at most.
        passed = max(1, (vertices + len(graph.neighbours)) * len(levels))
        self._at_once = max(1, (_PASSED_AT_ONCE if large else _PASSED_AT_ONCE // _MACHINE_CODE_GAIN) // passed)

    def widths(self, marks: Bool, weights: I8, factors: I8) -> tuple[Bool, I8]:
        """Per key, whatever else leads where it leads: whether a marked vertex is reached over it, and what all that is reached
        weighs, `weights` of the vertices times `factors` of their levels.
        """
        count = len(self._heads[0]) - 1
        columns = map(self._column, (*self._heads, marks, weights, factors))
        results = self._column(np.zeros(count, dtype=bool)), self._column(np.zeros(count, dtype=np.int64))
        self._tried("measure", range(count), *columns, *results)
        return np.array(results[0], dtype=bool), np.array(results[1], dtype=np.int64)

    def dispensable(self, order: Sequence[int], start: int, needed: U1, marks: Bool) -> Dispensable:
        """Which keys can go while every vertex is reached from the start with the level that it needs, 0 for none.

        In `order`, a key goes where without it and those that went before all that is needed keeps its level. Then, last first, a
        key comes back that gives no marked vertex a greater level: nothing would be saved. Where that lets others go that
        lower the level of a marked vertex, they go too.
        """
        begins, need, is_marked = map(self._column, (np.array([start], dtype=np.int32), needed, marks))
        current = self._column(np.zeros(len(needed), dtype=np.uint8))
        self._run("levels_of", begins, current)
        before, gone, is_first = np.array(current, dtype=np.uint8), dict[int, None](), True
        while self._tried("take_away", order, begins, need, is_marked, current, is_first):
            gone |= dict.fromkeys(key for key in order if self._gone[key])
            self._tried("give_back", [*reversed(gone)], begins, is_marked, current)
            gone, is_first = dict.fromkeys(key for key in gone if self._gone[key]), False
        levels = np.array(current, dtype=np.uint8)
        return Dispensable(tuple(gone), np.where(marks, levels, 0), np.where(marks, before, 0))

    def _tried(self, kernel: str, keys: Sequence[int], *arguments: Any) -> int:
        parts = (self._column(np.array(keys[part], dtype=np.int64)) for part in self._parts(len(keys)))
        return sum(self._run(kernel, tried, *arguments) for tried in parts)

    def _run(self, kernel: str, *arguments: Any) -> int:
        check_deadline()
        arguments = (*self._graph, self._gone, self._reached, self._queue, *arguments)
        # What runs as plain Python holds the interpreter, and must not do so at a low priority.
        if self._is_compiled:
            return run_kernel(self._kernels[kernel], *arguments)
        return self._kernels[kernel](*arguments)

    def _column(self, array: Any) -> Any:
        """An array for machine code, else a list."""
        return array if self._is_compiled else array.tolist()

    def _parts(self, count: int) -> list[slice]:
        return [slice(low, low + self._at_once) for low in range(0, count, self._at_once)]
