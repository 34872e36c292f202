"""Links between nodes day by day: whom an edge joins to whom on which days, for many (node, day) pairs at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.deadline import check_deadline
from graph.moment import DAY
from graph.snapshot import Snapshot
from graph.snapshot.columns import I4, I8, Ints, Timeline, differs, expand, offsets_of


@dataclass(frozen=True, slots=True)
class EdgeIntervals:
    """Pairs of nodes and the moments [since, until) in which an edge joins them; columns of one length."""

    left: I4
    right: I4
    since: I8
    until: I8

    def then(self, following: EdgeIntervals, count: int) -> EdgeIntervals:
        """left → the right ends of `following`, while both hold; `count`: of nodes."""
        order = np.argsort(following.left, kind="stable")
        position, at = expand(offsets_of(following.left, count), self.right)
        row = order[at]
        since = np.maximum(self.since[position], following.since[row])
        until = np.minimum(self.until[position], following.until[row])
        keep = since < until
        return EdgeIntervals(self.left[position][keep], following.right[row][keep], since[keep], until[keep])

    def plus(self, other: EdgeIntervals) -> EdgeIntervals:
        """Both together."""
        return EdgeIntervals(
            np.concatenate((self.left, other.left)),
            np.concatenate((self.right, other.right)),
            np.concatenate((self.since, other.since)),
            np.concatenate((self.until, other.until)),
        )


def edge_intervals(snapshot: Snapshot, kind: str, *, sources: tuple[str, ...], forward: bool) -> EdgeIntervals:
    """The edges of a kind that leave nodes of the kinds `sources`: from source to target, or the other way round."""
    edges = snapshot.edges
    rows = np.flatnonzero(edges.of(kind))
    rows = rows[snapshot.nodes.of(*sources, nodes=edges.source[rows])]
    source, target = edges.source[rows], edges.target[rows]
    left, right = (source, target) if forward else (target, source)
    return EdgeIntervals(left, right, edges.since[rows], edges.until[rows])


@dataclass(frozen=True, slots=True)
class DayLinks:
    """Links by their left node, right nodes ascending; each holds from `first` to `last` day, both inclusive."""

    offsets: I8
    right: I4
    first: I8
    last: I8

    @classmethod
    def of(cls, intervals: EdgeIntervals, count: int) -> DayLinks:
        """A link holds on every day of which it holds any instant."""
        check_deadline()
        first, last = intervals.since // DAY, (intervals.until - 1) // DAY
        order = np.lexsort((first, intervals.right, intervals.left))
        return cls(offsets_of(intervals.left, count), intervals.right[order], first[order], last[order])

    def join(self, nodes: Ints, days: Ints) -> tuple[I8, I8]:
        """All (position in `nodes`, right node) that hold on the node's day: by position, then right node, each once.

        A negative node joins nothing.
        """
        check_deadline()
        position, link = expand(self.offsets, nodes)
        holds = (self.first[link] <= days[position]) & (days[position] <= self.last[link])
        position, right = position[holds], self.right[link[holds]].astype(np.int64)
        distinct = differs(position, right)
        return (position, right) if distinct.all() else (position[distinct], right[distinct])


@dataclass(frozen=True, slots=True)
class NodeDays:
    """Distinct (node, day) pairs; `of` is the pair of each row they were taken from. Node -1 is a node like others."""

    node: I8
    day: I8
    of: Ints


def node_days(nodes: Ints, days: Ints) -> NodeDays:
    """The distinct pairs of two columns, by node, then day. O(rows + nodes x days of them)."""
    if not len(nodes):
        return NodeDays(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    first, last = int(days.min()), int(days.max())
    width = last - first + 1
    least = int(nodes.min())
    seen = np.zeros(int(nodes.max()) - least + 1, dtype=bool)
    seen[nodes - least] = True
    present = np.flatnonzero(seen)
    if len(present) * width > 4 * len(nodes) + 2**26:
        keys, of = np.unique((nodes.astype(np.int64) - least) * width + (days - first), return_inverse=True)
        return NodeDays(keys // width + least, keys % width + first, of)
    # Where each node's days begin in one flat table of all (node, day).
    base = np.zeros(len(seen), dtype=np.int64)
    base[present] = np.arange(len(present)) * width - first
    flat = base[nodes - least] + days
    table = np.zeros(len(present) * width, dtype=bool)
    table[flat] = True
    keys = np.flatnonzero(table)
    number = np.zeros(len(table), dtype=np.int32)
    number[keys] = np.arange(len(keys), dtype=np.int32)
    return NodeDays(present[keys // width] + least, keys % width + first, number[flat])


def codes_at_end_of(timeline: Timeline | None, nodes: Ints, days: Ints) -> I8:
    """The value of each node at the last instant of its day, as value codes; -1 where it is not known."""
    codes = np.full(len(nodes), -1, dtype=np.int64)
    if timeline is None or not len(timeline.node) or not len(nodes):
        return codes
    starts, rank = np.unique(timeline.start, return_inverse=True)
    span = len(starts) + 1
    keys = timeline.node.astype(np.int64) * span + rank
    end = np.searchsorted(starts, (np.asarray(days, dtype=np.int64) + 1) * DAY, side="left")
    event = np.searchsorted(keys, np.asarray(nodes, dtype=np.int64) * span + end, side="left") - 1
    event = np.maximum(event, 0)
    known = (timeline.node[event] == nodes) & (rank[event] < end)
    codes[known] = timeline.code[event[known]]
    return codes
