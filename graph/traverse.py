"""Breadth-first search kernels: arrays in, arrays out, one source that runs compiled or as plain Python.

Compiled with numba (cached on disk) where the graph is large. Importing numba costs more than a second, so a small graph
is searched by the same functions as plain Python, on lists. No recursion, no allocation inside a search.

A graph is three arrays in compressed sparse row form: `offsets` (n + 1), and per edge `neighbours` and `caps` (1 to 4 the
permission it narrows to, 5 where it does not narrow). It holds only edges that convey, so a search may take every edge.
The kernels read a cap as twice its number, plus 1 where a source states it: 4 is READ that is assumed, 9 a stated ADMIN.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from graph.deadline import check_deadline
from graph.kernel_threads import run_kernel

I4 = npt.NDArray[np.int32]
I8 = npt.NDArray[np.int64]
F8 = npt.NDArray[np.float64]
U1 = npt.NDArray[np.uint8]
Bool = npt.NDArray[np.bool_]
T = TypeVar("T")


class Column(Protocol[T]):
    """A list of numbers, or a numpy array of one dimension."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[T]: ...

    def __getitem__(self, at: int, /) -> T: ...

    def __setitem__(self, at: int, value: T, /) -> None: ...


Ints: TypeAlias = Column[int]
Floats: TypeAlias = Column[float]
Flags: TypeAlias = Column[bool]

# Compiling pays where a graph has so many edges, for there are many searches of it, or where one call may pass so many.
LARGE, LONG = 100_000, 20_000_000

# Stamps have 32 bits: beyond this one the buffer is cleared and they begin anew.
_LAST_STAMP = 2**30
# How many edges one call of the kernel `rank` may pass in the worst case and at one level, before the clock is looked at.
_EDGES_AT_ONCE = 20_000_000
# By how much machine code is faster than the interpreter, roughly.
_MACHINE_CODE_GAIN = 100


class BfsTree(NamedTuple):
    """One breadth-first search tree, nodes in order of discovery (int32 columns of one length).

    `parents` are positions in the tree (-1 for a start), `edges` positions in the adjacency that was searched (-1 for a
    start), `hops` the distance from the nearest start.
    """

    nodes: I4
    parents: I4
    edges: I4
    hops: I4


def bfs(
    offsets: Ints, neighbours: Ints, caps: Ints, starts: Ints, levels: Ints, limit: int,
    seen: Ints, position: Ints, stamp: int, nodes: Ints, parents: Ints, edges: Ints, hops: Ints, bounds: Ints,
) -> int:  # fmt: skip
    """One breadth-first search per level, over edges whose cap is at least that level, of `limit` hops at most (-1: any).

    Fills the columns of a `BfsTree` per level, end to end; the tree of level `i` ends at `bounds[i]`. Of the shortest
    paths to a node the tree holds the first whose permissions are all known, else the first: known is, at level 4, one
    with a stated ADMIN on it, and below that one without an assumed READ.

    `seen` holds stamps, so that it need not be cleared between searches: that of a search, plus 1 where the path is
    known; where it is not, `position` is the node's in the columns. The greatest stamp used is returned.
    """
    count = 0
    for number in range(len(levels)):
        level = levels[number]
        least = 2 * level
        # No edge has the cap 0.
        assumed_read, stated_admin = (0, 9) if level == 4 else (4, 0)
        stamp += 2
        base = count
        for start in starts:
            if seen[start] < stamp:
                seen[start] = stamp + (level < 4)
                position[start] = count
                nodes[count] = start
                parents[count] = -1
                edges[count] = -1
                hops[count] = 0
                count += 1
        current = base
        while current < count and hops[current] != limit:
            node = nodes[current]
            known = seen[node] > stamp
            for edge in range(offsets[node], offsets[node + 1]):
                neighbour = neighbours[edge]
                if seen[neighbour] <= stamp and caps[edge] >= least:
                    is_known = caps[edge] == stated_admin or (known and caps[edge] != assumed_read)
                    if seen[neighbour] < stamp:
                        if is_known:
                            seen[neighbour] = stamp + 1
                        else:
                            seen[neighbour] = stamp
                            position[neighbour] = count
                        nodes[count] = neighbour
                        parents[count] = current - base
                        edges[count] = edge
                        hops[count] = hops[current] + 1
                        count += 1
                    elif is_known and hops[position[neighbour]] == hops[current] + 1:
                        seen[neighbour] = stamp + 1
                        parents[position[neighbour]] = current - base
                        edges[position[neighbour]] = edge
            current += 1
        bounds[number] = count
    return stamp + 1


def rank(
    offsets: Ints, neighbours: Ints, caps: Ints, starts: Ints, levels: Ints, twins: Ints, ends: Ints, counted: Flags,
    weights: Floats, factors: Floats, seen: Ints, reached: Ints, stamp: int, queue: Ints, totals: Ints, counts: Ints,
    scores: Floats,
) -> int:  # fmt: skip
    """For each start alone: how many nodes it reaches, how many of them `counted`, and their score.

    A node's score is `weights[node] * factors[level]` at the greatest level it is reached with; `levels` descend.
    `twins`: the nodes of which the last entries of the graph are a second one, which is counted as that node, or -1 where
    it is not counted. `ends`: per start another vertex from which the search begins too, or -1.
    Returns the last stamp used.
    """
    first_twin = len(offsets) - 1 - len(twins)
    for number in range(len(starts)):
        start = starts[number]
        total = 0
        matches = 0
        score = 0.0
        first_stamp = stamp + 1
        reached[start] = first_stamp
        for level in levels:
            least = 2 * level
            stamp += 1
            seen[start] = stamp
            queue[0] = start
            count = 1
            if ends[number] >= 0:
                seen[ends[number]] = stamp
                queue[1] = ends[number]
                count = 2
            current = 0
            while current < count:
                node = queue[current]
                for edge in range(offsets[node], offsets[node + 1]):
                    neighbour = neighbours[edge]
                    if seen[neighbour] != stamp and caps[edge] >= least:
                        seen[neighbour] = stamp
                        queue[count] = neighbour
                        count += 1
                        if neighbour >= first_twin:
                            neighbour = twins[neighbour - first_twin]
                        if neighbour >= 0 and reached[neighbour] != first_stamp:
                            reached[neighbour] = first_stamp
                            total += 1
                            if counted[neighbour]:
                                matches += 1
                                score += weights[neighbour] * factors[level]
                current += 1
        totals[number] = total
        counts[number] = matches
        scores[number] = score
    return stamp


def propagate(offsets: Ints, neighbours: Ints, labels: Ints, queue: Ints, count: int) -> int:
    """Pass labels down breadth first: a node without one (0) takes the greatest among its nearest labelled ancestors.

    `queue[:count]` are the labelled nodes; `labels` is changed in place. Negative labels mark the nodes of this round.
    """
    begin, end = 0, count
    while begin < end:
        total = end
        for current in range(begin, end):
            node = queue[current]
            for edge in range(offsets[node], offsets[node + 1]):
                neighbour = neighbours[edge]
                if labels[neighbour] == 0:
                    queue[total] = neighbour
                    total += 1
                    labels[neighbour] = -labels[node]
                elif labels[neighbour] < 0 and -labels[node] < labels[neighbour]:
                    labels[neighbour] = -labels[node]
        for current in range(end, total):
            labels[queue[current]] = -labels[queue[current]]
        begin, end = end, total
    return end


@cache
def compiled(kernel: Callable[..., int]) -> Callable[..., int]:
    """The kernel as machine code, from numba's cache on disk where it is there; releases the GIL."""
    from numba import njit

    machine_code: Callable[..., int] = njit(cache=True, nogil=True)(kernel)
    return machine_code


_IS_WARM = threading.Event()


def warm() -> None:
    """Compile every kernel for the types that snapshots have; from then on this process uses no other."""
    graph = (np.zeros(2, np.int64), np.zeros(0, np.int32), np.zeros(0, np.uint8))
    Traverser(*graph, large=True).bfs([0], 1)
    Traverser(*graph, large=True).rank(np.zeros(1, np.int32), (4,), np.zeros(1, np.bool_), np.zeros(1), np.zeros(6))
    compiled(propagate)(graph[0], graph[1], np.zeros(1, np.int64), np.zeros(1, np.int32), 0)
    _IS_WARM.set()


def compiling_pays(edges: int, passes: int = 0) -> bool:
    """Whether machine code is faster for a graph of so many edges and a call that passes so many, compiling included."""
    return edges >= LARGE or passes >= LONG or _IS_WARM.is_set()


class _Form:
    """One graph as the kernels take it, arrays for machine code and lists else, with the buffers to search it."""

    def __init__(self, graph: tuple[I8, I4, U1], twins: I4, *, is_compiled: bool) -> None:
        self.is_compiled, self._count = is_compiled, len(graph[0]) - 1
        self.graph = (self.column(graph[0]), self.column(graph[1]), self.column(graph[2]))
        self.twins = self.column(twins)
        self.seen, self.position = self.buffer(), self.buffer()
        self.stamp = self._room = 0
        self._columns: tuple[Any, ...] = ()

    def kernel(self, function: Callable[..., int]) -> Callable[..., int]:
        """A kernel that takes this form."""
        return compiled(function) if self.is_compiled else function

    def column(self, array: npt.NDArray[Any]) -> Any:
        """An array in this form."""
        return array if self.is_compiled else array.tolist()

    def buffer(self, times: int = 1) -> Any:
        """Zeros, so many for each node."""
        size = self._count * times
        return np.zeros(size, np.int32) if self.is_compiled else [0] * size

    def tree_columns(self, trees: int) -> tuple[Any, ...]:
        """The columns of so many trees, end to end; the next search writes into the same ones."""
        if self._room < trees:
            self._room, self._columns = trees, tuple(self.buffer(trees) for _ in range(4))
        return self._columns

    def renew_stamps(self) -> bool:
        """Begin again with stamps where they run out; True if so."""
        if self.stamp <= _LAST_STAMP:
            return False
        self.seen, self.stamp = self.buffer(), 0
        return True


class Traverser:
    """One graph with the buffers to search it. Not for several threads at once; give each its own.

    `assumed`: of which edges no source states the cap (default: none). `twins`: of which nodes the last ones are a
    second one (see `rank`). `large`: whether machine code searches it; where it is None, what a search may pass decides.
    `backward`: the edges are turned round, so that a search may begin at a second node, and only the first ones count.
    """

    def __init__(
        self,
        offsets: I8,
        neighbours: I4,
        caps: U1,
        assumed: Bool | None = None,
        twins: I4 | None = None,
        *,
        large: bool | None = None,
        backward: bool = False,
    ) -> None:
        self._count, self._large = len(offsets) - 1, large
        stated = caps < 5 if assumed is None else (caps < 5) & ~assumed
        self._graph = (offsets, neighbours, (2 * caps + stated).astype(np.uint8))
        self._accounts: I4 = np.zeros(0, np.int32) if twins is None else twins
        self._backward = backward
        self._forms: dict[bool, _Form] = {}

    def bfs(self, starts: Sequence[int], level: int, limit: int = -1) -> BfsTree:
        """The tree of one breadth-first search over edges whose cap is at least `level`, of `limit` hops at most."""
        return self.bfs_levels(starts, (level,), limit)[0]

    def bfs_levels(self, starts: Sequence[int], levels: Sequence[int], limit: int = -1) -> list[BfsTree]:
        """The same for each of several levels, in one call of the kernel. Keeps to the deadline."""
        check_deadline()
        form = self._form()
        form.renew_stamps()
        columns = form.tree_columns(len(levels))
        bounds = form.column(np.zeros(len(levels), np.int64))
        begin, steps = form.column(np.asarray(starts, np.int32)), form.column(np.asarray(levels, np.int64))
        buffers = (form.seen, form.position, form.stamp, *columns)
        form.stamp = form.kernel(bfs)(*form.graph, begin, steps, limit, *buffers, bounds)
        ends = [int(bound) for bound in bounds]
        # Copies: the next search writes into the same buffers.
        nodes, parents, edges, hops = (np.array(column[: ends[-1]], dtype=np.int32) for column in columns)
        return [
            BfsTree(nodes[low:high], parents[low:high], edges[low:high], hops[low:high])
            for low, high in zip([0, *ends], ends, strict=False)
        ]

    def rank(self, starts: I4, levels: Sequence[int], counted: Bool, weights: F8, factors: F8) -> tuple[I8, I8, F8]:
        """Totals, counted nodes and scores of many starts, each alone (see the kernel `rank`). Keeps to the deadline."""
        edge_count = max(1, len(self._graph[1]))
        form = self._form(len(starts) * len(levels) * edge_count)
        begin, ends, steps = (
            form.column(starts),
            form.column(self._ends(starts)),
            form.column(np.asarray(levels, np.int64)),
        )
        columns = (form.column(counted), form.column(weights), form.column(factors))
        queue, reached = form.buffer(), form.buffer()
        # One call of the kernel cannot be ended: it takes a second or so at most.
        edges_at_once = _EDGES_AT_ONCE if form.is_compiled else _EDGES_AT_ONCE // _MACHINE_CODE_GAIN
        starts_at_once = max(4, min(4096, edges_at_once // edge_count))
        totals, counts, scores = np.zeros(len(starts), np.int64), np.zeros(len(starts), np.int64), np.zeros(len(starts))
        # What runs as plain Python holds the interpreter, and must not do so at a low priority.
        run = run_kernel if form.is_compiled else _call
        for low in range(0, len(starts), starts_at_once):
            check_deadline()
            if form.renew_stamps():
                reached = form.buffer()
            part = slice(low, low + starts_at_once)
            form.stamp = run(
                form.kernel(rank), *form.graph, begin[part], steps, form.twins, ends[part], *columns,
                form.seen, reached, form.stamp, queue, totals[part], counts[part], scores[part],
            )  # fmt: skip
        return totals, counts, scores

    def _form(self, passes: int = 0) -> _Form:
        """The graph for a call that passes so many edges at most."""
        is_compiled = compiling_pays(len(self._graph[1]), passes) if self._large is None else self._large
        if is_compiled not in self._forms:
            # Only nodes of the first ones are counted backwards.
            twins = np.full(len(self._accounts), -1, np.int32) if self._backward else self._accounts
            self._forms[is_compiled] = _Form(self._graph, twins, is_compiled=is_compiled)
        return self._forms[is_compiled]

    def _ends(self, starts: I4) -> I4:
        """Per start its second node, from which a search backwards begins too; -1 for none."""
        ends = np.full(len(starts), -1, np.int32)
        if self._backward and len(self._accounts):
            at = np.minimum(np.searchsorted(self._accounts, starts), len(self._accounts) - 1)
            is_twin = self._accounts[at] == starts
            ends[is_twin] = self._count - len(self._accounts) + at[is_twin]
        return ends


def _call(kernel: Callable[..., int], *arguments: Any) -> int:
    return kernel(*arguments)


def propagate_labels(offsets: I8, neighbours: I4, labels: I8) -> I8:
    """Labels (0 for none, greater is stricter) after they have passed down the edges (see `propagate`)."""
    queue = np.zeros(len(labels), np.int32)
    labelled = np.flatnonzero(labels)
    queue[: len(labelled)] = labelled
    check_deadline()
    if compiling_pays(len(neighbours)):
        compiled(propagate)(offsets, neighbours, labels, queue, len(labelled))
        return labels
    propagated = labels.tolist()
    propagate(offsets.tolist(), neighbours.tolist(), propagated, queue.tolist(), len(labelled))
    return np.array(propagated, dtype=np.int64)
