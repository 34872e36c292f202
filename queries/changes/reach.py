"""Reach that differs between two moments: of every principal how much it gained and lost, and which claim did it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.compare import MarkedGraph, compare_reach
from graph.moment import ALWAYS
from graph.snapshot import Snapshot, View
from graph.snapshot.columns import I4, I8, U1, Bool
from queries.changes.claims import Interval
from queries.changes.question import ClaimChange, ReachChange
from queries.sensitivity import PERMISSION_WEIGHTS, weights
from queries.subject import names_of


@dataclass(frozen=True, slots=True)
class MarkedView:
    """A view with a mark on each conveying edge that is not so at the other moment.

    Marks are ranks, the greatest is that of the edge that decided since when a walk holds, or until when it did. `sources`:
    the vertices that such edges leave. `rows`: per mark, from 1 on, the row of the edge table; `at`: its moment.
    """

    graph: MarkedGraph
    sources: I8
    rows: I4
    at: I8


def reach_changes(interval: Interval, kinds: Sequence[str], node: int | None) -> tuple[ReachChange, ...]:
    """The principals of these kinds whose reach differs, worst first; with a node its own, whatever its kind.

    Only those are compared that reach, at either moment, where an edge begins that conveys at one moment alone, or otherwise:
    every walk that differs passes such an edge.
    """
    snapshot = interval.snapshot
    before, after = marked_views(interval)
    affected = np.zeros(snapshot.count, dtype=bool)
    for view, marked in ((interval.before, before), (interval.after, after)):
        if len(marked.sources):
            reaching = view.traverser(reverse=True).bfs(marked.sources.tolist(), min(view.levels)).nodes
            affected[view.node_of[reaching]] = True
    is_start = snapshot.nodes.of(*kinds) if node is None else ~snapshot.nodes.of("DataSource")
    if node is not None:
        is_start &= np.arange(snapshot.count) == node
    starts = np.flatnonzero(affected & is_start).astype(np.int32)
    levels = sorted({*interval.before.levels, *interval.after.levels}, reverse=True)
    data = snapshot.nodes.of("DataSource")
    compared = compare_reach(before.graph, after.graph, starts, levels, data, PERMISSION_WEIGHTS)
    counts = (compared.gained, compared.lost, compared.raised, compared.lowered)
    differing = np.flatnonzero(np.logical_or.reduce([column > 0 for column in counts]))
    rise = np.round(compared.score_after - compared.score_before, 6)
    order = differing[np.lexsort((starts[differing], *(-column[differing] for column in reversed((rise, *counts)))))]
    names = names_of(snapshot, starts[order], interval.end)
    causes = _ReachCauses(interval, before, after)
    return tuple(
        ReachChange(
            id=snapshot.ids[int(starts[at])],
            name=name,
            gained=int(compared.gained[at]),
            lost=int(compared.lost[at]),
            raised=int(compared.raised[at]),
            lowered=int(compared.lowered[at]),
            score_before=round(float(compared.score_before[at]), 6),
            score_after=round(float(compared.score_after[at]), 6),
            gained_by=causes.of_gain(int(compared.gain_mark[at])),
            lost_by=causes.of_loss(int(compared.loss_mark[at])),
        )
        for at, name in zip(order.tolist(), names, strict=True)
    )


class _ReachCauses:
    """What did it, by mark; many principals share one."""

    def __init__(self, interval: Interval, before: MarkedView, after: MarkedView) -> None:
        self._interval, self._before, self._after = interval, before, after
        self._gains: dict[int, ClaimChange] = {}
        self._losses: dict[int, ClaimChange] = {}

    def of_gain(self, mark: int) -> ClaimChange | None:
        if mark and mark not in self._gains:
            self._gains[mark] = cause_of(self._interval, self._after, mark, is_opening=True)
        return self._gains.get(mark)

    def of_loss(self, mark: int) -> ClaimChange | None:
        if mark and mark not in self._losses:
            self._losses[mark] = cause_of(self._interval, self._before, mark, is_opening=False)
        return self._losses.get(mark)


def cause_of(interval: Interval, marked: MarkedView, mark: int, *, is_opening: bool) -> ClaimChange:
    """What made an edge convey at one moment alone: its own claim, or a change of one of its ends."""
    edges, row, at = interval.snapshot.edges, int(marked.rows[mark - 1]), int(marked.at[mark - 1])
    if is_opening and int(edges.since[row]) == at:
        return interval.edge_opening(row)
    if not is_opening and int(edges.until[row]) == at:
        return interval.edge_closing(row)
    ends = int(edges.source[row]), int(edges.target[row])
    changed = _node_moments(interval, is_opening=is_opening)
    return interval.node_change(next((node for node in ends if changed[node] == at), ends[0]), at)


def marked_views(interval: Interval) -> tuple[MarkedView, MarkedView]:
    """Both views, with their edges that differ marked."""
    count, snapshot = len(interval.snapshot.edges), interval.snapshot
    codes = [_codes(snapshot, view, count) for view in (interval.before, interval.after)]
    differ = [codes[0][side] != codes[1][side] for side in range(2)]
    return (
        _marked(interval, interval.before, differ, is_opening=False),
        _marked(interval, interval.after, differ, is_opening=True),
    )


def _codes(snapshot: Snapshot, view: View, count: int) -> tuple[U1, U1]:
    """Per row of the edge table how it conveys from its source and from its source's second vertex: 0 not at all."""
    adjacency, of_node, of_second = view.outgoing, np.zeros(count, np.uint8), np.zeros(count, np.uint8)
    code = 2 * adjacency.caps + (adjacency.neighbours >= snapshot.count)
    is_node = _sources(view) < snapshot.count
    of_node[adjacency.rows[is_node]] = code[is_node]
    of_second[adjacency.rows[~is_node]] = code[~is_node]
    return of_node, of_second


def _sources(view: View) -> I4:
    """The vertex that each conveying edge leaves."""
    return np.repeat(np.arange(len(view.node_of), dtype=np.int32), np.diff(view.outgoing.offsets))


def _marked(interval: Interval, view: View, differ: Sequence[Bool], *, is_opening: bool) -> MarkedView:
    snapshot, adjacency, sources = interval.snapshot, view.outgoing, _sources(view)
    rows = adjacency.rows
    marked = np.flatnonzero(np.where(sources < snapshot.count, differ[0][rows], differ[1][rows]))
    at = _moments(interval, rows[marked], is_opening=is_opening)
    # The opening that came last decides since when a walk holds, the closing that came first until when it did.
    order = np.lexsort((marked, at if is_opening else -at))
    marks = np.zeros(len(rows), dtype=np.int32)
    marks[marked[order]] = np.arange(1, len(marked) + 1, dtype=np.int32)
    graph = MarkedGraph(adjacency.offsets, adjacency.neighbours, adjacency.caps, marks, weights(view))
    return MarkedView(graph, np.unique(sources[marked]).astype(np.int64), rows[marked[order]], at[order])


def _moments(interval: Interval, rows: I4, *, is_opening: bool) -> I8:
    """When each of these edges came to convey, or to do so no more: by its claim, else by a change of its ends."""
    edges = interval.snapshot.edges
    own = edges.since[rows] if is_opening else edges.until[rows]
    by_node = _node_moments(interval, is_opening=is_opening)
    ends = np.maximum(by_node[edges.source[rows]], by_node[edges.target[rows]])
    return np.where(interval.has(own), own, ends)


def _node_moments(interval: Interval, *, is_opening: bool) -> I8:
    """Per node when it last began, or first ceased, to let through what it does between the moments; ALWAYS: not at all."""
    modes, moments = interval.snapshot.tables.modes, np.full(interval.snapshot.count, ALWAYS, dtype=np.int64)
    rows = np.flatnonzero(interval.has(modes.start))
    rows = rows if is_opening else rows[::-1]
    # Events of a node stand by time: of equal positions written, the last one stays.
    moments[modes.node[rows]] = modes.start[rows]
    return moments
