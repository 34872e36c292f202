"""This file knows which nodes an edge joins on which days, and how many (node, day) pairs are joined at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.moment import DAY
from graph.ontology import EDGE_CODES, NODE_CODES
from graph.snapshot import Snapshot
from graph.snapshot.columns import Timeline
from queries.usage.int_sums import I8


@dataclass(frozen=True, slots=True)
class Spans:
    """Pairs of nodes and the moments [since, until) in which an edge joins them; all columns of one length."""

    left: Any
    right: Any
    since: I8
    until: I8

    def then(self, following: Spans, count: int) -> Spans:
        """left → the right ends of `following`, while both hold."""
        order = np.argsort(following.left, kind="stable")
        offsets = np.searchsorted(following.left[order], np.arange(count + 1))
        at, place = fan_out(offsets, self.right)
        row = order[place]
        since = np.maximum(self.since[at], following.since[row])
        until = np.minimum(self.until[at], following.until[row])
        keep = since < until
        return Spans(self.left[at][keep], following.right[row][keep], since[keep], until[keep])

    def plus(self, other: Spans) -> Spans:
        """Both together."""
        return Spans(
            np.concatenate((self.left, other.left)),
            np.concatenate((self.right, other.right)),
            np.concatenate((self.since, other.since)),
            np.concatenate((self.until, other.until)),
        )


def edge_spans(snapshot: Snapshot, kind: str, *, tails: tuple[str, ...], forward: bool) -> Spans:
    """The edges of a kind whose tail is of one of the kinds `tails`: from tail to head, or from head to tail."""
    arrays = snapshot.arrays
    rows = np.flatnonzero(arrays["edge.kind"] == EDGE_CODES[kind])
    tail, head = arrays["edge.tail"][rows], arrays["edge.head"][rows]
    keep = np.isin(arrays["kind"][tail], [NODE_CODES[name] for name in tails])
    rows, tail, head = rows[keep], tail[keep], head[keep]
    left, right = (tail, head) if forward else (head, tail)
    return Spans(left, right, arrays["edge.since"][rows], arrays["edge.until"][rows])


@dataclass(frozen=True, slots=True)
class DayLinks:
    """Links by their left node, right nodes ascending; each holds from `first` to `last` day, both inclusive."""

    offsets: I8
    right: Any
    first: I8
    last: I8

    @classmethod
    def of(cls, spans: Spans, count: int) -> DayLinks:
        """A link holds on every day of which it holds any instant."""
        first, last = spans.since // DAY, (spans.until - 1) // DAY
        order = np.lexsort((first, spans.right, spans.left))
        offsets = np.searchsorted(spans.left[order], np.arange(count + 1))
        return cls(offsets, spans.right[order], first[order], last[order])

    def join(self, nodes: Any, days: Any) -> tuple[I8, I8]:
        """All (place in `nodes`, right node) that hold on the node's day: by place, then right node, each once.

        A negative node joins nothing.
        """
        at, link = fan_out(self.offsets, nodes)
        holds = (self.first[link] <= days[at]) & (days[at] <= self.last[link])
        at, right = at[holds], self.right[link[holds]].astype(np.int64)
        again = np.zeros(len(at), dtype=bool)
        again[1:] = (at[1:] == at[:-1]) & (right[1:] == right[:-1])
        return (at[~again], right[~again]) if again.any() else (at, right)


def fan_out(offsets: Any, nodes: Any) -> tuple[I8, I8]:
    """For each of `nodes` each place of its slice of `offsets`: (place in `nodes`, place in the slice)."""
    safe = np.maximum(nodes, 0)
    low = offsets[safe].astype(np.int64)
    size = np.where(nodes < 0, 0, offsets[safe + 1] - low)
    at = np.repeat(np.arange(len(nodes)), size)
    return at, np.arange(len(at)) - np.repeat(np.cumsum(size) - size, size) + np.repeat(low, size)


def codes_at_end_of(timeline: Timeline | None, nodes: Any, days: Any) -> Any:
    """The value of each node at the last instant of its day, as value codes; -1 where it is not known."""
    found = np.full(len(nodes), -1, dtype=np.int64)
    if timeline is None or not len(timeline.node) or not len(nodes):
        return found
    starts, rank = np.unique(timeline.start, return_inverse=True)
    span = len(starts) + 1
    keys = timeline.node.astype(np.int64) * span + rank
    asked = np.searchsorted(starts, (np.asarray(days, dtype=np.int64) + 1) * DAY, side="left")
    place = np.searchsorted(keys, np.asarray(nodes, dtype=np.int64) * span + asked, side="left") - 1
    place = np.maximum(place, 0)
    there = (timeline.node[place] == nodes) & (rank[place] < asked)
    found[there] = timeline.code[place[there]]
    return found


@dataclass(frozen=True, slots=True)
class Pairs:
    """Distinct (node, day) pairs; `of` is the pair of each row they were taken from. Node -1 is a node like others."""

    node: I8
    day: I8
    of: Any


def distinct_pairs(nodes: Any, days: Any) -> Pairs:
    """The distinct pairs of two columns, by node, then day. O(rows + nodes x days of them)."""
    if not len(nodes):
        return Pairs(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    first, last = int(days.min()), int(days.max())
    width = last - first + 1
    least = int(nodes.min())
    seen = np.zeros(int(nodes.max()) - least + 1, dtype=bool)
    seen[nodes - least] = True
    named = np.flatnonzero(seen)
    if len(named) * width > 4 * len(nodes) + 2**26:
        keys, of = np.unique((nodes.astype(np.int64) - least) * width + (days - first), return_inverse=True)
        return Pairs(keys // width + least, keys % width + first, of)
    # Where each node's days begin in one flat table of all (node, day).
    base = np.zeros(len(seen), dtype=np.int64)
    base[named] = np.arange(len(named)) * width - first
    flat = base[nodes - least] + days
    table = np.zeros(len(named) * width, dtype=bool)
    table[flat] = True
    keys = np.flatnonzero(table)
    number = np.zeros(len(table), dtype=np.int32)
    number[keys] = np.arange(len(keys), dtype=np.int32)
    return Pairs(named[keys // width] + least, keys % width + first, number[flat])
