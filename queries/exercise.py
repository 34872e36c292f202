"""Actual use of what is reached: by the start itself, by others along the way, not at all, or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from graph.moment import DAY, NEVER, day_of
from graph.snapshot import Snapshot, View
from graph.snapshot.columns import I4, I8, U1, Bool, Ints, pair_keys
from graph.snapshot.tables import USED_TAIL, runs_of_use
from queries.reach import Reach
from queries.subject import held_by


class Exercised(Enum):
    """Whether a route was seen in use. UNKNOWN is not NO: no source covers usage of it."""

    YES = "YES"
    """A principal that the start is or holds was seen using it."""
    INDIRECT = "INDIRECT"
    """Only a principal further along was seen using it: the route works, the start was not seen on it."""
    NO = "NO"
    """Usage of it is covered, and nobody of the reach was seen using it."""
    UNKNOWN = "UNKNOWN"
    """No source covers usage of it."""


EXERCISED = tuple(Exercised)

# Added to days, which may lie before 1970, where keys must not be negative.
_EPOCH = 2**31


@dataclass(frozen=True, slots=True)
class Exercise:
    """Per reached node, in the order of the reach: last day used (-1: never), requests in the window, index in EXERCISED."""

    last_day: I8
    uses: I8
    code: U1


@dataclass(frozen=True, slots=True)
class Sightings:
    """Uses of resources by principals: columns of one length. `requests` 0: a USED claim, which does not count them."""

    principal: I4
    resource: I4
    day: I8
    requests: I8

    def where(self, mask: Bool) -> Sightings:
        """Some of them."""
        return Sightings(self.principal[mask], self.resource[mask], self.day[mask], self.requests[mask])


def exercise(snapshot: Snapshot, view: View, reach: Reach, first_day: int) -> Exercise:
    """Usage of what a set of starts reaches, by the principals that it is, holds, or passes through.

    `code` and `uses` look at the days from `first_day` to the view's own; `last_day` at all days up to it.
    """
    count = len(reach.node)
    held_nodes = np.array(held_by(snapshot, reach.starts, view.moment), dtype=np.int64)
    principals = np.union1d(held_nodes, reach.node)
    held = np.zeros(snapshot.count, dtype=bool)
    held[held_nodes] = True
    position_of = reach.position_of(snapshot.count)
    rows = snapshot.edges.outgoing(principals)
    observed_uses = seen_by(snapshot, principals, rows, view.moment)
    observed_uses = observed_uses.where(position_of[observed_uses.resource] >= 0)
    position, recent = position_of[observed_uses.resource], observed_uses.day >= first_day
    last_day = np.full(count, -1, dtype=np.int64)
    np.maximum.at(last_day, position, observed_uses.day)
    uses = np.zeros(count, dtype=np.int64)
    np.add.at(uses, position[recent], observed_uses.requests[recent])
    directly, at_all = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    at_all[position[recent]] = True
    directly[position[recent & held[observed_uses.principal]]] = True
    return Exercise(last_day, uses, exercise_codes(directly, at_all, _is_covered(snapshot, view, reach, rows)))


def exercise_codes(directly: Bool, at_all: Bool, covered: Bool) -> U1:
    """Indices in EXERCISED: used by the start itself, by anybody, by nobody although a source covers usage, unknown."""
    return np.select([directly, at_all, covered], [0, 1, 2], 3).astype(np.uint8)


def seen_by(snapshot: Snapshot, principals: Ints, rows: I8, moment: int) -> Sightings:
    """What these principals were seen using up to a moment; `rows`: the edges that leave them.

    Usage rows, and USED claims on the last day on which they held.
    """
    edges, usage = snapshot.edges, snapshot.usage
    usage_rows = usage.of(principals)
    used = rows[edges.of("USED", rows=rows)]
    used = used[edges.since[used] <= moment]
    used = used[~_repeats_usage(snapshot, used, usage_rows)]
    usage_rows = usage_rows[usage.day[usage_rows] <= day_of(moment)]
    since, until = edges.since[used], edges.until[used]
    # A claim that is still open was seen until now.
    last = np.where(until == NEVER, moment, np.minimum(np.maximum(until - USED_TAIL - 1, since), moment)) // DAY
    return Sightings(
        principal=np.concatenate([usage.principal[usage_rows], edges.source[used]]),
        resource=np.concatenate([usage.resource[usage_rows], edges.target[used]]),
        day=np.concatenate([usage.day[usage_rows].astype(np.int64), last]),
        requests=np.concatenate([usage.requests[usage_rows], np.zeros(len(used), dtype=np.int64)]),
    )


def _repeats_usage(snapshot: Snapshot, used: I8, usage_rows: I4) -> Bool:
    """Per USED edge whether it only repeats usage rows, which say day by day what was seen."""
    if not len(usage_rows) or not len(used):
        return np.zeros(len(used), dtype=bool)
    edges, usage = snapshot.edges, snapshot.usage
    keys = pair_keys(usage.principal[usage_rows], usage.resource[usage_rows])
    order = np.lexsort((usage.day[usage_rows], keys))
    keys, days = keys[order], usage.day[usage_rows][order].astype(np.int64)
    first, last = runs_of_use(keys, days)
    distinct, number = np.unique(keys[first], return_inverse=True)
    # Runs of one pair begin on different days: the pair's number and the day find the run.
    runs = pair_keys(number, days[first] + _EPOCH)
    pairs = pair_keys(edges.source[used], edges.target[used])
    pair = np.minimum(np.searchsorted(distinct, pairs), len(distinct) - 1)
    begin = np.maximum(edges.since[used] // DAY, -_EPOCH) + _EPOCH
    run = np.minimum(np.searchsorted(runs, pair_keys(pair, begin)), len(runs) - 1)
    ends = (days[last][run] + 1) * DAY + USED_TAIL
    same: Bool = (
        (keys[first][run] == pairs) & (edges.since[used] == days[first][run] * DAY) & (edges.until[used] == ends)
    )
    return same


def _is_covered(snapshot: Snapshot, view: View, reach: Reach, rows: I8) -> Bool:
    """Per reached node whether some source covers usage of it; `rows`: the edges that leave the principals."""
    nodes, edges = snapshot.nodes, snapshot.edges
    members = rows[edges.of("ACCOUNT_IN", rows=rows)]
    members = members[edges.valid_at(view.moment, members)]
    kinds = np.zeros(256, dtype=bool)
    kinds[snapshot.usage_coverage.kinds_of(np.unique(edges.target[members]))] = True
    return nodes.usage_covered[reach.node] | kinds[nodes.kind[reach.node]]
