"""Dominators of searches: what each vertex and each edge of a graph carries alone, from many starts.

A vertex dominates another where every walk from the start to that one passes it. An edge carries what its head dominates
where no other edge enters the head from outside of that. The graph is in compressed sparse row form, each edge with the
key of what it stands for; edges of one key all lead to one vertex. Edges of the key NO_KEY stand for nothing.

Positions are numbers in the postorder of a depth-first search: a dominator's is greater than that of what it dominates.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import Any, NamedTuple

import numpy as np

from graph.deadline import check_deadline
from graph.kernel_threads import run_kernel
from graph.traverse import I4, I8, Bool, Ints

NO_KEY = -2
_NO_EDGE_YET = -1
# From this many edges times starts on, compiling pays.
_LARGE = 1_000_000
# How many edges one call of the kernel may pass at most, before the clock is looked at.
_EDGES_AT_ONCE = 5_000_000
_MACHINE_CODE_GAIN = 100


class Routes(NamedTuple):
    """A graph of which every vertex counts: `keys` per edge, `nodes` per vertex (-1: none), `twins` another vertex of its node or -1."""

    offsets: I8
    neighbours: I4
    keys: I4
    nodes: I4
    twins: I4


class Carried(NamedTuple):
    """Per node and per key: from how many starts it carries something marked alone, and what that weighs in all.

    The last entry of the nodes' columns is of all that is reached, whatever carries it.
    """

    node_starts: I8
    node_weights: I8
    key_starts: I8
    key_weights: I8


def postorder(
    offsets: Ints, neighbours: Ints, start: int, seen: Ints, stamp: int, position: Ints, order: Ints, stack: Ints,
    cursor: Ints,
) -> int:  # fmt: skip
    """Number what a depth-first search reaches, the start last; `order` is the vertex of each position. How many there are."""
    count, height = 0, 1
    seen[start], stack[0], cursor[0] = stamp, start, offsets[start]
    while height > 0:
        vertex, edge = stack[height - 1], cursor[height - 1]
        if edge == offsets[vertex + 1]:
            position[vertex], order[count] = count, vertex
            count += 1
            height -= 1
            continue
        cursor[height - 1] = edge + 1
        neighbour = neighbours[edge]
        if seen[neighbour] != stamp:
            seen[neighbour] = stamp
            stack[height], cursor[height] = neighbour, offsets[neighbour]
            height += 1
    return count


def nearest(left: int, right: int, above: Ints, depth: Ints, jump: Ints) -> int:
    """The nearest common ancestor of two positions of a tree, each of which has a jump to a far ancestor. O(log)."""
    if depth[left] < depth[right]:
        left, right = right, left
    while depth[left] > depth[right]:
        left = jump[left] if depth[jump[left]] >= depth[right] else above[left]
    while left != right:
        # At one depth all jump equally far.
        if jump[left] != jump[right]:
            left, right = jump[left], jump[right]
        else:
            left, right = above[left], above[right]
    return left


def dominate(
    offsets: Ints, neighbours: Ints, keys: Ints, position: Ints, order: Ints, count: int, above: Ints, depth: Ints,
    jump: Ints, entry: Ints, lifted: Ints, tails: Ints, heads: Ints, labels: Ints,
) -> None:  # fmt: skip
    """The immediate dominator `above` each position, and `entry`, the key of all edges that enter it from outside.

    Edges of a postorder lead down, but for those that close a cycle. Dominators by the former alone are exact where no
    cycle is entered past its head; else the search for common dominators is repeated with the latter until nothing changes.
    """
    root, backs, is_first, has_changed = count - 1, 0, True, True
    for at in range(count):
        entry[at], lifted[at] = _NO_EDGE_YET, -1
    while has_changed:
        for at in range(count):
            above[at] = -1
        above[root], jump[root], depth[root] = root, root, 0
        for at in range(root, -1, -1):
            if at != root:
                if lifted[at] >= 0:
                    above[at] = nearest(above[at], lifted[at], above, depth, jump)
                parent = above[at]
                far = jump[parent]
                depth[at] = depth[parent] + 1
                jump[at] = jump[far] if depth[parent] - depth[far] == depth[far] - depth[jump[far]] else parent
            for edge in range(offsets[order[at]], offsets[order[at] + 1]):
                head = position[neighbours[edge]]
                if head < at:
                    above[head] = at if above[head] < 0 else nearest(above[head], at, above, depth, jump)
                    if is_first:
                        is_same = entry[head] == _NO_EDGE_YET or entry[head] == keys[edge]
                        entry[head] = keys[edge] if is_same else NO_KEY
                elif is_first and head != root and head != at:
                    tails[backs], heads[backs], labels[backs] = at, head, keys[edge]
                    backs += 1
        is_first, has_changed = False, False
        for back in range(backs):
            head = heads[back]
            common = nearest(above[head], tails[back], above, depth, jump)
            has_changed = has_changed or common != above[head]
            lifted[head] = common if lifted[head] < 0 else nearest(lifted[head], common, above, depth, jump)
    for back in range(backs):
        head = heads[back]
        if nearest(head, tails[back], above, depth, jump) != head and entry[head] != labels[back]:
            entry[head] = NO_KEY


def tally(
    order: Ints, count: int, above: Ints, entry: Ints, marks: Ints, weights: Ints, nodes: Ints, twins: Ints, seen: Ints,
    stamp: int, unit: int, sizes: Ints, sums: Ints, node_starts: Ints, node_weights: Ints, key_starts: Ints,
    key_weights: Ints,
) -> None:  # fmt: skip
    """Add what each node and each key carries alone in one search; nodes of which both vertices were reached are left out."""
    root = count - 1
    for at in range(count):
        sizes[at], sums[at] = marks[order[at]], weights[order[at]]
    for at in range(root):
        sizes[above[at]] += sizes[at]
        sums[above[at]] += sums[at]
    own, every = nodes[order[root]], len(node_starts) - 1
    if sizes[root] > marks[order[root]]:
        node_starts[every] += unit
        node_weights[every] += sums[root] - weights[order[root]]
    for at in range(root):
        if sizes[at] == 0:
            continue
        vertex = order[at]
        # No node is in its own way.
        size, total = sizes[at] - marks[vertex], sums[at] - weights[vertex]
        node, twin = nodes[vertex], twins[vertex]
        if size > 0 and node >= 0 and node != own and (twin < 0 or seen[twin] != stamp):
            node_starts[node] += unit
            node_weights[node] += total
        if entry[at] >= 0:
            key_starts[entry[at]] += unit
            key_weights[entry[at]] += sums[at]


def remainder(
    offsets: Ints, neighbours: Ints, start: int, left_out: int, twin: int, marks: Ints, weights: Ints, seen: Ints,
    stamp: int, stack: Ints,
) -> tuple[int, int]:  # fmt: skip
    """How many marked vertices are reached from a start without two vertices, and what they weigh."""
    seen[left_out], seen[twin], seen[start], stack[0] = stamp, stamp, stamp, start
    height, size, total = 1, marks[start], weights[start]
    while height > 0:
        height -= 1
        vertex = stack[height]
        for edge in range(offsets[vertex], offsets[vertex + 1]):
            neighbour = neighbours[edge]
            if seen[neighbour] != stamp:
                seen[neighbour] = stamp
                size += marks[neighbour]
                total += weights[neighbour]
                stack[height] = neighbour
                height += 1
    return size, total


def carry(
    graph: tuple[Any, ...], starts: Ints, marks: Ints, weights: Ints, unit: int, stamp: int, buffers: tuple[Any, ...],
    carried: tuple[Any, ...],
) -> int:  # fmt: skip
    """Add to `carried` what each node and each key carries alone, of every start; `buffers`: see `Carriers`. The last stamp."""
    offsets, neighbours, keys, nodes, twins = graph
    seen, position, order, stack, cursor, above, depth, jump, entry, lifted, sizes, sums, tails, heads, labels = buffers
    node_starts, node_weights, key_starts, key_weights = carried
    for number in range(len(starts)):
        start = starts[number]
        stamp += 1
        count = postorder(offsets, neighbours, start, seen, stamp, position, order, stack, cursor)
        dominate(
            offsets, neighbours, keys, position, order, count, above, depth, jump, entry, lifted, tails, heads, labels
        )  # fmt: skip
        tally(
            order, count, above, entry, marks, weights, nodes, twins, seen, stamp, unit, sizes, sums, node_starts,
            node_weights, key_starts, key_weights,
        )  # fmt: skip
        for at in range(count):
            vertex = order[at]
            twin = twins[vertex]
            # A node is passed where either vertex is: the two together may carry more than each.
            if (
                twin <= vertex
                or position[twin] >= count
                or order[position[twin]] != twin
                or nodes[vertex] == nodes[start]
            ):
                continue
            both = nearest(at, position[twin], above, depth, jump)
            if both == at or both == position[twin]:
                size, total = sizes[both], sums[both]
            else:
                stamp += 1
                size, total = remainder(offsets, neighbours, start, vertex, twin, marks, weights, seen, stamp, stack)
                size, total = sizes[count - 1] - size, sums[count - 1] - total
            if size > marks[vertex]:
                node_starts[nodes[vertex]] += unit
                node_weights[nodes[vertex]] += total - weights[vertex]
    return stamp


@cache
def _machine_code() -> Callable[..., int]:
    """`carry` and what it calls as machine code, from numba's cache on disk where it is there; releases the GIL."""
    from numba import njit

    scope = dict(globals())
    for kernel in (postorder, nearest, dominate, tally, remainder, carry):
        # Each is compiled with those before it: a call of a function that is not would stay in the interpreter.
        scope[kernel.__name__] = njit(cache=True, nogil=True)(FunctionType(kernel.__code__, scope, kernel.__name__))
    compiled: Callable[..., int] = scope["carry"]
    return compiled


def add_carried(
    routes: Routes, starts: I4, marks: Bool, weights: I8, carried: Carried, *, unit: int = 1, large: bool | None = None
) -> None:
    """Add what each node and key carries alone, summed over the starts. Keeps to the deadline.

    `marks`: the vertices that are carried; `weights` per vertex, 0 where it is not marked; both may end before the last
    vertices, which then are not. `unit`: how much a start adds to a count. What a start carries to itself, and a marked vertex to itself, does not count.
    """
    vertices, edges = len(routes.nodes), len(routes.neighbours)
    is_large = edges * len(starts) >= _LARGE if large is None else large
    kernel: Callable[..., int] = _machine_code() if is_large else carry
    sizes = [vertices] * 10 + [vertices] * 2 + [edges] * 3
    kinds = [np.int32] * 10 + [np.int64] * 2 + [np.int32] * 3
    buffers: tuple[Any, ...] = tuple(np.zeros(size, kind) for size, kind in zip(sizes, kinds, strict=True))
    columns: tuple[Any, ...] = (np.zeros(vertices, np.int32), np.zeros(vertices, np.int64))
    columns[0][: len(marks)], columns[1][: len(weights)] = marks, weights
    graph: tuple[Any, ...] = tuple(routes)
    results: tuple[Any, ...] = tuple(carried)
    if not is_large:
        buffers, columns, graph, results = (
            tuple(column.tolist() for column in part) for part in (buffers, columns, graph, results)
        )
    at_once = _EDGES_AT_ONCE if is_large else _EDGES_AT_ONCE // _MACHINE_CODE_GAIN
    step, stamp = max(1, min(1024, at_once // max(1, edges))), 0
    for low in range(0, len(starts), step):
        check_deadline()
        part: Any = starts[low : low + step]
        arguments = (graph, part if is_large else part.tolist(), *columns, unit, stamp, buffers, results)
        # What runs as plain Python holds the interpreter, and must not do so at a low priority.
        stamp = run_kernel(kernel, *arguments) if is_large else kernel(*arguments)
    if not is_large:
        for column, values in zip(carried, results, strict=True):
            column[:] = values
