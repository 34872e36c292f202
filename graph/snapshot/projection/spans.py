"""Intervals in columns: united, split where a property changes, laid over each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from graph.moment import ALWAYS, NEVER
from graph.snapshot.columns import I4, I8, Bool, Ints, Timeline, differs, expand_ranges

# (row, since, until, code): which of the rows given, from when to when, and what held then.
Pieces: TypeAlias = tuple[I8, I8, I8, I4]
# rule(node, code here, code there) -> code
Rule: TypeAlias = Callable[[Ints, I4, I4], Ints]


class Course:
    """A timeline without a gap: every node has a code at every moment.

    Sorted by (node, start); the events of node n are [first[n], first[n + 1]), the first of them at ALWAYS.
    """

    def __init__(self, timeline: Timeline, count: int, default: int) -> None:
        begun = np.zeros(count, dtype=bool)
        begun[timeline.node[timeline.start == ALWAYS]] = True
        fresh = np.flatnonzero(~begun).astype(np.int32)
        node = np.concatenate([timeline.node, fresh])
        start = np.concatenate([timeline.start, np.full(len(fresh), ALWAYS)])
        code = np.concatenate([timeline.code, np.full(len(fresh), default)]).astype(np.int32)
        order = np.lexsort((start, node))
        self.node, self.start, self.code, self.count = node[order], start[order], code[order], count
        self.first = np.searchsorted(self.node, np.arange(count + 1, dtype=self.node.dtype))
        self.end = np.full(len(node), NEVER)
        self.end[:-1] = np.where(self.node[1:] == self.node[:-1], self.start[1:], NEVER)
        self._moments = np.unique(self.start)
        self._keys = self._key(self.node, np.searchsorted(self._moments, self.start))

    def has(self, code: int) -> Bool:
        """Per node whether it ever has this code."""
        nodes = np.zeros(self.count, dtype=bool)
        nodes[self.node[self.code == code]] = True
        return nodes

    def event_at(self, node: Ints, moment: I8) -> I8:
        """The event that holds for each node at its moment."""
        rank = np.searchsorted(self._moments, moment, side="right") - 1
        return np.searchsorted(self._keys, self._key(node, rank), side="right") - 1

    def split(self, node: Ints, since: I8, until: I8) -> Pieces:
        """Cut each interval where the code of its node changes; pieces in order of row and time."""
        low = self.first[node]
        changing = np.flatnonzero(self.first[node + 1] - low > 1)
        if not len(changing):
            return np.arange(len(node)), since, until, self.code[low]
        counts = np.ones(len(node), dtype=np.int64)
        low[changing] = self.event_at(node[changing], since[changing])
        counts[changing] += self.event_at(node[changing], until[changing] - 1) - low[changing]
        row, event = expand_ranges(low, counts)
        return row, np.maximum(since[row], self.start[event]), np.minimum(until[row], self.end[event]), self.code[event]

    def laid_over(self, other: Course, rule: Rule) -> Course:
        """The course of rule(node, code here, code there)."""
        changing = other.first[1:] - other.first[:-1] > 1
        more = changing[other.node]
        node, start = np.concatenate([self.node, other.node[more]]), np.concatenate([self.start, other.start[more]])
        order = np.lexsort((start, node))
        node, start = node[order], start[order]
        fresh = differs(node, start)
        node, start = node[fresh], start[fresh]
        code = rule(node, self.code[self.event_at(node, start)], other.code[other.event_at(node, start)])
        fresh = differs(node, code)
        return Course(Timeline(node[fresh], start[fresh], code[fresh].astype(np.int32)), self.count, 0)

    def _key(self, node: Ints, rank: Ints) -> I8:
        return node.astype(np.int64) * len(self._moments) + rank


def united(group: Ints, since: I8, until: I8) -> tuple[I8, I8, I8]:
    """The union of the intervals of each group, touching ones joined: (group, since, until), in order."""
    order = np.lexsort((since, group))
    number: I8 = group[order].astype(np.int64)
    since, until = since[order], until[order]
    moments = np.unique(np.concatenate([since, until]))
    begins = number * len(moments) + np.searchsorted(moments, since)
    furthest = np.maximum.accumulate(number * len(moments) + np.searchsorted(moments, until))
    fresh = np.ones(len(number), dtype=bool)
    fresh[1:] = begins[1:] > furthest[:-1]
    first = np.flatnonzero(fresh)
    last = np.r_[first[1:], len(number)][: len(first)] - 1
    ends = moments[furthest[last] % len(moments)] if len(first) else until
    return number[first], since[first], ends


def covering(node: Ints, since: I8, until: I8, count: int) -> Course:
    """The course that is 1 wherever one of the node's intervals holds, else 0."""
    node, since, until = united(node, since, until)
    closed = until < NEVER
    rows = np.column_stack(
        (
            np.concatenate([node, node[closed]]),
            np.concatenate([since, until[closed]]),
            np.r_[np.ones(len(node), dtype=np.int64), np.zeros(int(closed.sum()), dtype=np.int64)],
        )
    )
    return Course(Timeline(rows[:, 0].astype(np.int32), rows[:, 1], rows[:, 2].astype(np.int32)), count, 0)
