"""This file knows what of a reach is really used: by the start itself, by others along the way, not at all, or unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np

from graph.moment import DAY, NEVER, day_of
from graph.ontology import EDGE_CODES
from graph.snapshot import Snapshot, View
from graph.snapshot.rows import USED_TAIL
from queries.holding import held_by
from queries.reach import Reach


class Exercised(Enum):
    """Whether a route was seen in use. UNKNOWN is not NO: nobody watches."""

    YES = "YES"
    INDIRECT = "INDIRECT"
    NO = "NO"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Exercise:
    """Per reached node, in the order of the reach: last day used (-1: never seen), uses in the window, exercised."""

    last_day: Any
    uses: Any
    exercised: list[Exercised]


def exercise(snapshot: Snapshot, cut: View, reach: Reach, first_day: int) -> Exercise:
    """Usage of what a start set reaches, by the principals it is, holds, or walks through.

    `exercised` and `uses` look at the days from `first_day` to the slice's own; `last_day` at all days up to it.
    """
    holds = np.array(held_by(snapshot, reach.starts, cut.moment), dtype=np.int64)
    inside = np.union1d(holds, reach.place)
    held = np.zeros(snapshot.count, dtype=bool)
    held[holds] = True
    principal, resource, day, requests = seen_by(snapshot, inside, cut.moment)
    where = np.full(snapshot.count, -1, dtype=np.int64)
    where[reach.place] = np.arange(len(reach.place))
    ours = where[resource] >= 0
    principal, resource, day, requests = (column[ours] for column in (principal, resource, day, requests))
    at = where[resource]
    last_day = np.full(len(reach.place), -1, dtype=np.int64)
    np.maximum.at(last_day, at, day)
    recent = day >= first_day
    uses = np.zeros(len(reach.place), dtype=np.int64)
    np.add.at(uses, at[recent], requests[recent])
    directly, anyhow = np.zeros(len(reach.place), dtype=bool), np.zeros(len(reach.place), dtype=bool)
    anyhow[at[recent]] = True
    directly[at[recent & held[principal]]] = True
    watched = _watched(snapshot, cut, reach, inside)
    exercised = [
        Exercised.YES if own else Exercised.INDIRECT if seen else Exercised.NO if known else Exercised.UNKNOWN
        for own, seen, known in zip(directly.tolist(), anyhow.tolist(), watched.tolist(), strict=True)
    ]
    return Exercise(last_day, uses, exercised)


def seen_by(snapshot: Snapshot, principals: Any, moment: int) -> tuple[Any, Any, Any, Any]:
    """What these principals were seen using up to the moment: principal, resource, day, requests, as columns.

    Usage rows, and USED claims on the last day on which they held (without a count of requests).
    """
    arrays = snapshot.arrays
    usage = arrays["usage.row"][_slices(arrays["usage.of"], principals)]
    edges = _slices(arrays["out"], principals)
    edges = edges[(arrays["edge.kind"][edges] == EDGE_CODES["USED"]) & (arrays["edge.since"][edges] <= moment)]
    edges = edges[~_is_of_rows(arrays, edges, usage)]
    usage = usage[arrays["usage.day"][usage] <= day_of(moment)]
    since, ends = arrays["edge.since"][edges], arrays["edge.until"][edges]
    # A claim that is still open was seen until now.
    last = np.where(ends == NEVER, moment, np.minimum(np.maximum(ends - USED_TAIL - 1, since), moment)) // DAY
    return (
        np.concatenate([arrays["usage.principal"][usage], arrays["edge.tail"][edges]]),
        np.concatenate([arrays["usage.resource"][usage], arrays["edge.head"][edges]]),
        np.concatenate([arrays["usage.day"][usage].astype(np.int64), last]),
        np.concatenate([arrays["usage.requests"][usage], np.zeros(len(edges), dtype=np.int64)]),
    )


def _is_of_rows(arrays: Mapping[str, Any], edges: Any, usage: Any) -> Any:
    """Per USED edge whether it stands for usage rows: they tell day by day what was seen, it tells nothing more (bool)."""
    told = _pairs(arrays["usage.principal"][usage], arrays["usage.resource"][usage])
    if not len(told):
        return np.zeros(len(edges), dtype=bool)
    order = np.lexsort((arrays["usage.day"][usage], told))
    told, days = told[order], arrays["usage.day"][usage][order].astype(np.int64)
    pairs = _pairs(arrays["edge.tail"][edges], arrays["edge.head"][edges])
    low, high = np.searchsorted(told, pairs), np.searchsorted(told, pairs, side="right")
    first, last = days[np.minimum(low, len(days) - 1)], days[high - 1]
    same = (arrays["edge.since"][edges] == first * DAY) & (arrays["edge.until"][edges] == (last + 1) * DAY + USED_TAIL)
    return (low < high) & same


def _pairs(left: Any, right: Any) -> Any:
    return left.astype(np.int64) << 32 | right.astype(np.int64)


def _slices(offsets: Any, nodes: Any) -> Any:
    """All places in the slices of several nodes."""
    starts, counts = offsets[nodes], offsets[nodes + 1] - offsets[nodes]
    total = int(counts.sum())
    shift = (
        np.repeat(starts - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts) if total else np.zeros(0, np.int64)
    )
    return np.arange(total) + shift


def _watched(snapshot: Snapshot, cut: View, reach: Reach, inside: Any) -> Any:
    """Per reached node whether some source vouches for usage of it."""
    arrays = snapshot.arrays
    watched = arrays["usage_vouched"][reach.place].astype(bool)
    edges = _slices(arrays["out"], inside)
    member = (arrays["edge.kind"][edges] == EDGE_CODES["ACCOUNT_IN"]) & (arrays["edge.since"][edges] <= cut.moment)
    member &= cut.moment < arrays["edge.until"][edges]
    applications = np.unique(arrays["edge.head"][edges[member]])
    kinds = np.unique(arrays["reported.kind"][np.isin(arrays["reported.application"], applications)])
    return watched | np.isin(arrays["kind"][reach.place], kinds)
