"""This file knows columns of intervals: united, split where a property changes, laid over each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from graph.moment import ALWAYS, NEVER
from graph.snapshot.columns import Timeline

# (row, since, until, code): which of the rows given, from when to when, and what held then.
Pieces = tuple[Any, Any, Any, Any]


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

    def has(self, code: int) -> Any:
        """Per node whether it ever has this code (bool)."""
        found = np.zeros(self.count, dtype=bool)
        found[self.node[self.code == code]] = True
        return found

    def event_at(self, node: Any, moment: Any) -> Any:
        """The event that holds for each node at its moment."""
        rank = np.searchsorted(self._moments, moment, side="right") - 1
        return np.searchsorted(self._keys, self._key(node, rank), side="right") - 1

    def split(self, node: Any, since: Any, until: Any) -> Pieces:
        """Cut each interval where the code of its node changes; pieces in order of row and time."""
        low = self.first[node]
        changing = np.flatnonzero(self.first[node + 1] - low > 1)
        if not len(changing):
            return np.arange(len(node)), since, until, self.code[low]
        counts = np.ones(len(node), dtype=np.int64)
        low[changing] = self.event_at(node[changing], since[changing])
        counts[changing] += self.event_at(node[changing], until[changing] - 1) - low[changing]
        row, event = expanded(low, counts)
        return row, np.maximum(since[row], self.start[event]), np.minimum(until[row], self.end[event]), self.code[event]

    def laid_over(self, other: Course, rule: Callable[[Any, Any, Any], Any]) -> Course:
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

    def _key(self, node: Any, rank: Any) -> Any:
        return node.astype(np.int64) * len(self._moments) + rank


def differs(*columns: Any) -> Any:
    """Whether each row differs from the one before it in any column (bool); the first row does."""
    found = np.ones(len(columns[0]), dtype=bool)
    if len(found):
        found[1:] = False
        for column in columns:
            found[1:] |= column[1:] != column[:-1]
    return found


def expanded(low: Any, counts: Any) -> tuple[Any, Any]:
    """Ranges [low, low + count) end to end: which range each number is of, and the number."""
    row = np.repeat(np.arange(len(low)), counts)
    return row, np.arange(len(row)) + np.repeat(low - np.cumsum(counts) + counts, counts)


def united(group: Any, since: Any, until: Any) -> tuple[Any, Any, Any]:
    """The union of the intervals of each group, touching ones joined: (group, since, until), in order."""
    order = np.lexsort((since, group))
    group, since, until = group[order].astype(np.int64), since[order], until[order]
    moments = np.unique(np.concatenate([since, until]))
    begins = group * len(moments) + np.searchsorted(moments, since)
    furthest = np.maximum.accumulate(group * len(moments) + np.searchsorted(moments, until))
    fresh = np.ones(len(group), dtype=bool)
    fresh[1:] = begins[1:] > furthest[:-1]
    first = np.flatnonzero(fresh)
    last = np.r_[first[1:], len(group)][: len(first)] - 1
    ends = moments[furthest[last] % len(moments)] if len(first) else until
    return group[first], since[first], ends


def covering(node: Any, since: Any, until: Any, count: int) -> Course:
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
