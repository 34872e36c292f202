"""This file knows the walks: arrays in, arrays out, one source that runs compiled or as plain Python.

Compiled with numba (cached on disk) where the graph is large; importing numba costs more than a second, so a small graph
is walked by the same functions as plain Python, on lists. No recursion, no allocation inside a walk.

A graph is three arrays: `offsets` (n + 1), and per edge `heads` and `caps` (1 to 4 the permission it narrows to, 5 where
it does not narrow). Only edges that convey are in it, so a walk may take every edge it meets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

I4 = npt.NDArray[np.int32]
Found = tuple[I4, I4, I4, I4]

# From this many edges on, compiling pays.
LARGE = 100_000


def walk(
    offsets: Any, heads: Any, caps: Any, starts: Any, levels: Any, limit: int,
    seen: Any, stamp: int, queue: Any, slot: Any, via: Any, hops: Any, bounds: Any,
) -> int:  # fmt: skip
    """One breadth-first walk per level, over edges whose cap is at least that level, of `limit` hops at most (-1: any).

    Fills, in order of discovery, `queue` (node), `slot` (the place within the walk it was found from, -1 for starts),
    `via` (the edge) and `hops`; walk `i` ends at `bounds[i]`. `seen` holds stamps, so that it need not be cleared
    between walks; the last stamp used is returned.
    """
    count = 0
    for number in range(len(levels)):
        level = levels[number]
        stamp += 1
        base = count
        for start in starts:
            if seen[start] != stamp:
                seen[start] = stamp
                queue[count] = start
                slot[count] = -1
                via[count] = -1
                hops[count] = 0
                count += 1
        place = base
        while place < count and hops[place] != limit:
            node = queue[place]
            for edge in range(offsets[node], offsets[node + 1]):
                head = heads[edge]
                if seen[head] != stamp and caps[edge] >= level:
                    seen[head] = stamp
                    queue[count] = head
                    slot[count] = place - base
                    via[count] = edge
                    hops[count] = hops[place] + 1
                    count += 1
            place += 1
        bounds[number] = count
    return stamp


def rank(
    offsets: Any, heads: Any, caps: Any, starts: Any, levels: Any, counted: Any, weights: Any, factors: Any,
    seen: Any, taken: Any, stamp: int, queue: Any, totals: Any, data: Any, scores: Any,
) -> int:  # fmt: skip
    """For each start alone: how many nodes it reaches, how many of them `counted`, and their score.

    A node's score is `weights[node] * factors[level]` at the greatest level it is reached with; `levels` descend.
    Returns the last stamp used.
    """
    for place in range(len(starts)):
        start = starts[place]
        total = 0
        sources = 0
        score = 0.0
        mine = stamp + 1
        taken[start] = mine
        for level in levels:
            stamp += 1
            seen[start] = stamp
            queue[0] = start
            count = 1
            at = 0
            while at < count:
                node = queue[at]
                for edge in range(offsets[node], offsets[node + 1]):
                    head = heads[edge]
                    if seen[head] != stamp and caps[edge] >= level:
                        seen[head] = stamp
                        queue[count] = head
                        count += 1
                        if taken[head] != mine:
                            taken[head] = mine
                            total += 1
                            if counted[head]:
                                sources += 1
                                score += weights[head] * factors[level]
                at += 1
        totals[place] = total
        data[place] = sources
        scores[place] = score
    return stamp


def spread(offsets: Any, heads: Any, labels: Any, queue: Any, count: int) -> int:
    """Pass labels down breadth first: a node without one (0) takes the greatest among its nearest labelled ancestors.

    `queue[:count]` are the labelled nodes; `labels` is changed in place. Negative labels mark this round's finds.
    """
    begin, end = 0, count
    while begin < end:
        total = end
        for place in range(begin, end):
            node = queue[place]
            for edge in range(offsets[node], offsets[node + 1]):
                head = heads[edge]
                if labels[head] == 0:
                    queue[total] = head
                    total += 1
                    labels[head] = -labels[node]
                elif labels[head] < 0 and -labels[node] < labels[head]:
                    labels[head] = -labels[node]
        for place in range(end, total):
            labels[queue[place]] = -labels[queue[place]]
        begin, end = end, total
    return end


@cache
def compiled(kernel: Callable[..., int]) -> Callable[..., int]:
    """The kernel as machine code, from numba's cache on disk where it is there; releases the GIL."""
    from numba import njit

    fast: Callable[..., int] = njit(cache=True, nogil=True)(kernel)
    return fast


def warm() -> None:
    """Compile every kernel for the types that snapshots have."""
    graph = (np.zeros(2, np.int64), np.zeros(0, np.int32), np.zeros(0, np.uint8))
    Walker(*graph, large=True).walk([0], 1)
    Walker(*graph, large=True).rank(np.zeros(1, np.int32), (4,), np.zeros(1, np.bool_), np.zeros(1), np.zeros(6))
    compiled(spread)(graph[0], graph[1], np.zeros(1, np.int64), np.zeros(1, np.int32), 0)


class Walker:
    """One graph with the buffers to walk it. Not for several threads at once; give each its own."""

    def __init__(self, offsets: Any, heads: Any, caps: Any, *, large: bool | None = None) -> None:
        self._count = len(offsets) - 1
        self._large = len(heads) >= LARGE if large is None else large
        self._graph = (offsets, heads, caps) if self._large else (offsets.tolist(), heads.tolist(), caps.tolist())
        self._seen = self._buffer()
        self._stamp = self._room = 0
        self._found: tuple[Any, ...] = ()

    def walk(self, starts: Sequence[int], level: int, limit: int = -1) -> Found:
        """Queue, slot, via and hops of one breadth-first walk (see `walk`), as arrays of their own."""
        return self.walks(starts, (level,), limit)[0]

    def walks(self, starts: Sequence[int], levels: Sequence[int], limit: int = -1) -> list[Found]:
        """The same for each of several levels, in one call of the kernel."""
        if self._room < len(levels):
            self._room = len(levels)
            self._found = tuple(self._buffer(self._room) for _ in range(4))
        begin: Any = np.asarray(starts, dtype=np.int32) if self._large else list(starts)
        steps: Any = np.asarray(levels, dtype=np.int64) if self._large else list(levels)
        bounds: Any = np.zeros(len(levels), dtype=np.int64) if self._large else [0] * len(levels)
        kernel: Callable[..., int] = compiled(walk) if self._large else walk
        self._stamp = kernel(*self._graph, begin, steps, limit, self._seen, self._stamp, *self._found, bounds)
        ends = [int(bound) for bound in bounds]
        queue, slot, via, hops = (np.array(buffer[: ends[-1]], dtype=np.int32) for buffer in self._found)
        return [
            (queue[low:high], slot[low:high], via[low:high], hops[low:high])
            for low, high in zip([0, *ends], ends, strict=False)
        ]

    def rank(self, starts: I4, levels: Sequence[int], counted: Any, weights: Any, factors: Any) -> tuple[Any, Any, Any]:
        """Totals, counted nodes and scores of many starts, each alone (see `rank`): int64, int64, float64."""
        totals, data, scores = np.zeros(len(starts), np.int64), np.zeros(len(starts), np.int64), np.zeros(len(starts))
        if not self._large:
            starts, counted, weights, factors = (array.tolist() for array in (starts, counted, weights, factors))
        kernel = compiled(rank) if self._large else rank
        steps: Any = np.asarray(levels, dtype=np.int64) if self._large else list(levels)
        self._stamp = kernel(
            *self._graph, starts, steps, counted, weights, factors,
            self._seen, self._buffer(), self._stamp, self._buffer(), totals, data, scores,
        )  # fmt: skip
        return totals, data, scores

    def _buffer(self, times: int = 1) -> Any:
        size = self._count * times
        return np.zeros(size, np.int32) if self._large else [0] * size


def spread_labels(offsets: Any, heads: Any, labels: Any) -> Any:
    """Labels (int64, 0 for none, greater is stricter) after they have passed down the edges (see `spread`)."""
    large = len(heads) >= LARGE
    queue = np.zeros(len(labels), np.int32)
    first = np.flatnonzero(labels)
    queue[: len(first)] = first
    if large:
        compiled(spread)(offsets, heads, labels, queue, len(first))
        return labels
    passed = labels.tolist()
    spread(offsets.tolist(), heads.tolist(), passed, queue.tolist(), len(first))
    return np.array(passed, dtype=np.int64)
